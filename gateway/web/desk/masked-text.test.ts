import assert from "node:assert/strict";
import { test } from "node:test";

import { splitMasks } from "./masked-text.js";

test("a text without masks is one piece", () => {
  assert.deepEqual(splitMasks({ text: "bonjour" }), [{ text: "bonjour" }]);
});

test("masks stand between the words, in order", () => {
  const first = { kind: "prenom", start: 0, end: 3 };
  const second = { kind: "nom", start: 4, end: 7 };
  assert.deepEqual(splitMasks({ text: "[a] [b] fin", masks: [first, second] }), [
    { text: "[a]", mask: first, index: 0 },
    { text: " " },
    { text: "[b]", mask: second, index: 1 },
    { text: " fin" },
  ]);
});

test("places are counted in code points, as the gateway counts them", () => {
  const mask = { kind: "nom", start: 2, end: 5 };
  assert.deepEqual(splitMasks({ text: "🙂 [a]!", masks: [mask] }), [
    { text: "🙂 " },
    { text: "[a]", mask, index: 0 },
    { text: "!" },
  ]);
});
