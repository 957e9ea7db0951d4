/** When something was said, as people in Québec write it. */

const TIME = new Intl.DateTimeFormat("fr-CA", { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("fr-CA", { weekday: "long", day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat("fr-CA", { dateStyle: "long", timeStyle: "short" });

/** The hour of an ISO 8601 time ("14 h 20"). */
export function clockTime(at: string): string {
  return TIME.format(new Date(at));
}

/** The day of an ISO 8601 time, as seen from `now`: "Aujourd’hui", "Hier", "mardi 24 novembre". */
export function dayName(at: string, now = new Date()): string {
  const day = new Date(at).toDateString();
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (day === now.toDateString()) return "Aujourd’hui";
  if (day === yesterday.toDateString()) return "Hier";
  return DAY.format(new Date(at));
}

/** The day and the hour, whole. */
export function fullTime(at: string): string {
  return FULL.format(new Date(at));
}
