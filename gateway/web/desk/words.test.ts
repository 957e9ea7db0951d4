import assert from "node:assert/strict";
import { test } from "node:test";

import { words } from "./words.js";

const SINCE = "2026-01-15T19:20:00Z";

const waits: [string, string][] = [
  ["2026-01-15T19:19:58Z", "à l’instant"],
  ["2026-01-15T19:20:59Z", "à l’instant"],
  ["2026-01-15T19:21:00Z", "1\u00a0min"],
  ["2026-01-15T20:19:59Z", "59\u00a0min"],
  ["2026-01-15T20:25:00Z", "1\u00a0h\u00a005"],
];

for (const [now, wait] of waits) {
  test(`waiting since ${SINCE}, at ${now}: ${wait}`, () => {
    assert.equal(words.wait(SINCE, Date.parse(now)), wait);
  });
}

test("the page's title counts who waits", () => {
  assert.equal(words.title(0), "Bureau");
  assert.equal(words.title(3), "(3) Bureau");
});
