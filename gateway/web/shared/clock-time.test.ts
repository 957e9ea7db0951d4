import assert from "node:assert/strict";
import { test } from "node:test";

import { clockTime } from "./clock-time.js";

const NOW = new Date(2026, 0, 15, 18, 0);

/** As `Intl` writes it, with plain spaces. */
function shown(at: Date): string {
  return clockTime(at.toISOString(), NOW).replaceAll(/[\u00a0\u202f]/g, " ");
}

test("today's messages show the hour", () => {
  assert.equal(shown(new Date(2026, 0, 15, 14, 20)), "14 h 20");
});

test("older ones show their day too", () => {
  assert.match(shown(new Date(2026, 0, 14, 9, 5)), /^14 janv\..* 9 h 05$/);
});
