import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { TYPING_LIFETIME_MS, TYPING_REPEAT_MS, TypingSender } from "./typing.js";

function sent(write: (sender: TypingSender) => void): boolean[] {
  mock.timers.enable({ apis: ["Date"] });
  const told: boolean[] = [];
  write(new TypingSender((active) => told.push(active)));
  mock.timers.reset();
  return told;
}

test("many keys make one sign, said again while one goes on", () => {
  const told = sent((sender) => {
    for (const text of ["b", "bo", "bon"]) sender.changed(text);
    mock.timers.tick(TYPING_REPEAT_MS);
    sender.changed("bonj");
    sender.changed("bonjo");
  });
  assert.deepEqual(told, [true, true]);
});

test("what is sent or taken back is no longer being written", () => {
  const told = sent((sender) => {
    sender.changed("bonjour");
    sender.changed("");
    sender.changed("");
    sender.changed("encore");
  });
  assert.deepEqual(told, [true, false, true]);
});

test("what the other side has forgotten by itself is not taken back", () => {
  const told = sent((sender) => {
    sender.changed("bonjour");
    mock.timers.tick(TYPING_LIFETIME_MS);
    sender.changed("");
  });
  assert.deepEqual(told, [true]);
});
