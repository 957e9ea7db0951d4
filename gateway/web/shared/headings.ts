/**
 * Which lines of a transcript name their speaker and their time for the eye: neither is repeated
 * where it can still be seen above.
 */
import type { Speaker } from "./protocol.js";

/** A stored line, or one on its way, which has no time yet. */
export interface Headed {
  from: Speaker;
  at?: string | undefined;
}

export interface Heading {
  speaker: boolean;
  time: boolean;
}

/** @param timeOf how a time is written, to the minute */
export function headings(lines: readonly Headed[], timeOf: (at: string) => string): Heading[] {
  let previous: Speaker | undefined;
  let seen: string | undefined;
  return lines.map(({ from, at }) => {
    const time = at === undefined ? seen : timeOf(at);
    const newTime = time !== seen;
    const newSpeaker = from.kind !== previous?.kind || from.name !== previous.name;
    previous = from;
    // What the system tells stands between the lines, without a time.
    if (from.kind === "system") return { speaker: newSpeaker, time: false };
    seen = time;
    return { speaker: newSpeaker || newTime, time: newTime };
  });
}

/**
 * The day to write before each line, where it is not the day of the line before; the first line is
 * compared with today.
 *
 * @param dayOf how a day is written
 */
export function newDays(
  lines: readonly Headed[],
  dayOf: (at: string) => string,
  today: string,
): (string | null)[] {
  let seen = today;
  return lines.map(({ at }) => {
    const day = at === undefined ? seen : dayOf(at);
    const isNew = day !== seen;
    seen = day;
    return isNew ? day : null;
  });
}
