/** When something was said, as people in Québec write it. */

const TIME = new Intl.DateTimeFormat("fr-CA", { hour: "numeric", minute: "2-digit" });
const DAY_AND_TIME = new Intl.DateTimeFormat("fr-CA", {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
});

/** The hour of an ISO 8601 time ("14 h 20"), with its day when that is not `now`'s. */
export function clockTime(at: string, now = new Date()): string {
  const date = new Date(at);
  const format = date.toDateString() === now.toDateString() ? TIME : DAY_AND_TIME;
  return format.format(date);
}
