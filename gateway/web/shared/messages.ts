/**
 * Keeps a conversation's messages in the order of their `seq`, each once, however often and in
 * whatever order they arrive.
 */
import type { Message } from "./protocol.js";

/** `known` with `incoming` put in its place; what was already known is left as it is. */
export function mergeMessages(
  known: readonly Message[],
  incoming: readonly Message[],
): readonly Message[] {
  const seen = new Set(known.map((message) => message.seq));
  const added = incoming.filter((message) => !seen.has(message.seq) && seen.add(message.seq));
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => a.seq - b.seq);
}

/**
 * The `seq` up to which nothing is missing: what a page that reconnects says it has. After a gap
 * it stays below it, so that the gateway sends the missing message again.
 */
export function lastSeqWithoutGap(messages: readonly Message[]): number {
  let last = 0;
  for (const message of messages) {
    if (last > 0 && message.seq !== last + 1) break;
    last = message.seq;
  }
  return last;
}
