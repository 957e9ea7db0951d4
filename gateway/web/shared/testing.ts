/** Makers of test data. */
import type { Message } from "./protocol.js";

/** A message of the assistant, except for what `overrides` says. */
export function aMessage(seq: number, overrides: Partial<Message> = {}): Message {
  return {
    seq,
    id: `message-${seq}`,
    at: "2026-01-15T19:20:00Z",
    from: { kind: "bot", name: null },
    text: `message ${seq}`,
    buttons: [],
    expects: null,
    ...overrides,
  };
}
