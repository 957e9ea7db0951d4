import assert from "node:assert/strict";
import { test } from "node:test";

import { KEYS, shortcutOf } from "./shortcuts.js";

const PAGE = [{ tagName: "BUTTON" }, { tagName: "BUREAU-CASE" }, {}];

function pressed(key: string, others: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return { key, ...others } as KeyboardEvent;
}

test("each key has one meaning", () => {
  assert.equal(new Set(Object.values(KEYS)).size, Object.keys(KEYS).length);
});

test("a key alone does what it says, in capitals too", () => {
  assert.equal(shortcutOf(pressed("p"), PAGE), "take");
  assert.equal(shortcutOf(pressed("P"), PAGE), "take");
  assert.equal(shortcutOf(pressed("?"), PAGE), "help");
  assert.equal(shortcutOf(pressed("z"), PAGE), null);
});

for (const tagName of ["TEXTAREA", "INPUT", "SELECT", "DIALOG"]) {
  test(`keys pressed within ${tagName} are its own`, () => {
    assert.equal(shortcutOf(pressed("p"), [{ tagName }, ...PAGE]), null);
  });
}

for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing", "repeat", "defaultPrevented"]) {
  test(`not with ${held}`, () => {
    assert.equal(shortcutOf(pressed("p", { [held]: true }), PAGE), null);
  });
}
