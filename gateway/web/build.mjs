/**
 * Builds the static files the gateway serves, into ../static. The same sources and lock always give
 * the same bytes, so the committed files can be compared with a fresh build: `--check` does that
 * and writes nothing. Fails when the widget outgrows its budget.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const outputs = new URL("../static/", import.meta.url);

/** A client on a slow phone waits for these bytes before help shows. */
const WIDGET_BUDGET_GZIPPED_BYTES = 40 * 1024;

const checkOnly = process.argv.includes("--check");

const files = {
  "clavardage.js": await bundle("widget/index.ts"),
  "clavardage.html": await readFile(new URL("widget/clavardage.html", import.meta.url)),
  "icone.svg": await readFile(new URL("shared/icone.svg", import.meta.url)),
  "bureau.js": await bundle("desk/index.ts"),
  "bureau.html": await readFile(new URL("desk/bureau.html", import.meta.url)),
  "equipe.js": await bundle("team/index.ts"),
  "equipe.html": await readFile(new URL("team/equipe.html", import.meta.url)),
  "invitation.html": await readFile(new URL("team/invitation.html", import.meta.url)),
  "gestion.js": await bundle("manager/index.ts", "Chart.js and @kurkle/color, MIT"),
  "gestion.html": await readFile(new URL("manager/gestion.html", import.meta.url)),
  "incompris.js": await bundle("inbox/index.ts"),
  "incompris.html": await readFile(new URL("inbox/incompris.html", import.meta.url)),
};

let stale = false;
for (const [name, content] of Object.entries(files)) {
  const path = new URL(name, outputs);
  if (checkOnly) {
    const committed = await readFile(path).catch(() => null);
    if (committed?.equals(content)) continue;
    console.error(`gateway/static/${name} is not a build of gateway/web: run "npm run build".`);
    stale = true;
  } else {
    await writeFile(path, content);
    console.log(`${name}: ${content.length} bytes, ${gzipSync(content).length} gzipped`);
  }
}

const widgetSize = gzipSync(files["clavardage.js"]).length;
if (widgetSize > WIDGET_BUDGET_GZIPPED_BYTES) {
  console.error(
    `clavardage.js is ${widgetSize} bytes gzipped; its budget is ${WIDGET_BUDGET_GZIPPED_BYTES}.`,
  );
}
process.exitCode = stale || widgetSize > WIDGET_BUDGET_GZIPPED_BYTES ? 1 : 0;

/** One classic script: it runs under `script-src 'self'` and can read its own address. */
async function bundle(entry, alsoIncludes = "socket.io-client (c) Guillermo Rauch, MIT") {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2021",
    // ASCII output: the page that embeds the script may not be in UTF-8.
    charset: "ascii",
    legalComments: "none",
    banner: {
      js: `/*! Includes Lit (c) Google LLC, BSD-3-Clause, and ${alsoIncludes}. */`,
    },
    logLevel: "warning",
  });
  return Buffer.from(result.outputFiles[0].contents);
}
