/**
 * Runs the *.test.ts files with Node's own test runner. Node 20 cannot read TypeScript, so they
 * are bundled first, each on its own.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

const bundled = await build({
  absWorkingDir: here,
  entryPoints: ["shared", "widget", "desk", "manager"].map((folder) => `./${folder}/*.test.ts`),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  outdir: "node_modules/.tests",
  outExtension: { ".js": ".mjs" },
  metafile: true,
  sourcemap: "inline",
  logLevel: "warning",
});

const run = spawnSync(
  process.execPath,
  ["--enable-source-maps", "--test", ...Object.keys(bundled.metafile.outputs)],
  { cwd: here, stdio: "inherit" },
);
process.exitCode = run.status ?? 1;
