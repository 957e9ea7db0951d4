import assert from "node:assert/strict";
import { test } from "node:test";

import { clockTime, dayName } from "./clock-time.js";

const NOW = new Date(2026, 0, 15, 18, 0);

function dayOf(at: Date): string {
  return dayName(at.toISOString(), NOW);
}

test("a message shows its hour", () => {
  const at = new Date(2026, 0, 15, 14, 20);
  assert.equal(clockTime(at.toISOString()).replaceAll(/[\u00a0\u202f]/g, " "), "14 h 20");
});

test("a day is told as one would say it", () => {
  assert.equal(dayOf(new Date(2026, 0, 15, 0, 5)), "Aujourd’hui");
  assert.equal(dayOf(new Date(2026, 0, 14, 23, 55)), "Hier");
  assert.equal(dayOf(new Date(2026, 0, 13, 9, 0)), "mardi 13 janvier");
});

test("yesterday may be of another month", () => {
  const first = new Date(2026, 2, 1, 8, 0);
  assert.equal(dayName(new Date(2026, 1, 28, 8, 0).toISOString(), first), "Hier");
});
