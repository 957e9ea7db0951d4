import assert from "node:assert/strict";
import { test } from "node:test";

import { isPeriod, lastDays, today } from "./period.js";

test("the day is Québec's, whatever the reader's clock is set to", () => {
  assert.equal(today(new Date("2026-01-16T04:59:00Z")), "2026-01-15");
  assert.equal(today(new Date("2026-01-16T05:00:00Z")), "2026-01-16");
  assert.equal(today(new Date("2026-07-16T04:00:00Z")), "2026-07-16");
});

test("the last days include the last one, over a change of hour too", () => {
  assert.deepEqual(lastDays(7, "2026-03-10"), { from: "2026-03-04", to: "2026-03-10" });
  assert.deepEqual(lastDays(1, "2026-03-01"), { from: "2026-03-01", to: "2026-03-01" });
});

const periods: [string, string, boolean][] = [
  ["2026-01-01", "2026-01-31", true],
  ["2026-01-31", "2026-01-31", true],
  ["2026-01-31", "2026-01-01", false],
  ["2026-01-01", "2026-02-01", false],
  ["", "2026-01-31", false],
  ["2026-01-01", "", false],
];

for (const [from, to, expected] of periods) {
  test(`from « ${from} » to « ${to} », on 31 January: ${expected}`, () => {
    assert.equal(isPeriod({ from, to }, "2026-01-31"), expected);
  });
}
