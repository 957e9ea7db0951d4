import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { TypingSignal } from "./typing-signal.js";

const SECOND_MS = 1_000;

/** What was said, while `write` types and lets the time pass. */
function said(write: (signal: TypingSignal, wait: (seconds: number) => void) => void): boolean[] {
  const sent: boolean[] = [];
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const signal = new TypingSignal((active) => sent.push(active));
  write(signal, (seconds) => mock.timers.tick(seconds * SECOND_MS));
  mock.timers.reset();
  return sent;
}

test("said at the first key, and again every three seconds at most", () => {
  const sent = said((signal, wait) => {
    for (let key = 0; key < 7; key += 1) {
      signal.typed();
      wait(1);
    }
  });
  assert.deepEqual(sent, [true, true, true]);
});

test("over when nothing more is typed", () => {
  const sent = said((signal, wait) => {
    signal.typed();
    wait(6);
  });
  assert.deepEqual(sent, [true, false]);
});

test("over when it is sent, once; of who did not type nothing is said", () => {
  const sent = said((signal) => {
    signal.stop();
    signal.typed();
    signal.stop();
    signal.stop();
  });
  assert.deepEqual(sent, [true, false]);
});
