import assert from "node:assert/strict";
import { test } from "node:test";

import { lastSeqWithoutGap, mergeMessages } from "./messages.js";
import { aMessage } from "./testing.js";

test("messages are ordered by seq, whatever their order of arrival", () => {
  const merged = mergeMessages([aMessage(1), aMessage(4)], [aMessage(3), aMessage(2)]);
  assert.deepEqual(
    merged.map((message) => message.seq),
    [1, 2, 3, 4],
  );
});

test("a message that comes twice is kept once, as it first came", () => {
  const known = [aMessage(1, { text: "première" })];
  const merged = mergeMessages(known, [aMessage(1, { text: "seconde" }), aMessage(2), aMessage(2)]);
  assert.deepEqual(
    merged.map((message) => message.text),
    ["première", "message 2"],
  );
});

test("nothing new leaves the same list, so nothing is drawn again", () => {
  const known = [aMessage(1)];
  assert.equal(mergeMessages(known, [aMessage(1)]), known);
});

test("an old list brought up to date equals a list read anew", () => {
  const all = [1, 2, 3, 4, 5, 6].map((seq) => aMessage(seq));
  for (let cut = 0; cut <= all.length; cut++) {
    const stale = all.slice(0, cut);
    const missed = all.filter((message) => message.seq > lastSeqWithoutGap(stale));
    assert.deepEqual(mergeMessages(stale, missed), all);
  }
});

test("the last seq stays below a gap", () => {
  assert.equal(lastSeqWithoutGap([]), 0);
  assert.equal(lastSeqWithoutGap([aMessage(1), aMessage(2)]), 2);
  assert.equal(lastSeqWithoutGap([aMessage(1), aMessage(2), aMessage(5)]), 2);
});
