import assert from "node:assert/strict";
import { test } from "node:test";

import { headings, newDays } from "./headings.js";
import type { SpeakerKind } from "./protocol.js";

/** What is seen of lines such as "bot 14:20": "both", "speaker" or "-". */
function seen(...lines: string[]): string[] {
  const headed = lines.map((line) => {
    const [kind, at] = line.split(" ");
    return { from: { kind: kind as SpeakerKind, name: null }, at };
  });
  return headings(headed, (at) => at).map(({ speaker, time }) =>
    time ? "both" : speaker ? "speaker" : "-",
  );
}

test("a speaker and a time are not repeated", () => {
  assert.deepEqual(seen("bot 14:20", "bot 14:20", "client 14:20", "bot 14:20"), [
    "both",
    "-",
    "speaker",
    "speaker",
  ]);
});

test("a new minute is told with its speaker", () => {
  assert.deepEqual(seen("client 14:20", "client 14:20", "client 14:23"), ["both", "-", "both"]);
});

test("what the system tells has no time, and hides none from the next line", () => {
  assert.deepEqual(seen("bot 14:20", "system 14:21", "system 14:21", "bot 14:21"), [
    "both",
    "speaker",
    "-",
    "both",
  ]);
});

test("a line on its way has no time yet", () => {
  assert.deepEqual(seen("bot 14:20", "client", "client"), ["both", "speaker", "-"]);
});

test("a day is written once, and today's only after another", () => {
  const days = (...lines: (string | undefined)[]) =>
    newDays(
      lines.map((at) => ({ from: { kind: "bot", name: null }, at })),
      (at) => at,
      "today",
    );
  assert.deepEqual(days("today", "today", undefined), [null, null, null]);
  assert.deepEqual(days("monday", "monday", "yesterday", "today", undefined), [
    "monday",
    null,
    "yesterday",
    "today",
    null,
  ]);
});
