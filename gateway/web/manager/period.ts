/** Periods, in days of Québec. */
import type { Period } from "./figures.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** en-CA writes a date as ISO 8601 does. */
const dayInQuebec = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto" });

export function today(now: Date = new Date()): string {
  return dayInQuebec.format(now);
}

/** The last `days` days, `last` included. */
export function lastDays(days: number, last: string): Period {
  const from = new Date(Date.parse(last) - (days - 1) * DAY_MS);
  return { from: from.toISOString().slice(0, 10), to: last };
}

/** Whether there is such a period by now. */
export function isPeriod({ from, to }: Period, last: string): boolean {
  return from !== "" && from <= to && to <= last;
}
