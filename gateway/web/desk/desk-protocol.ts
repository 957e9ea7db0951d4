/** What the gateway and the desk say to each other, beside what they share with the widget. */
import type { Message, Owner } from "../shared/protocol.js";

/** A client who waits for a person, or has one. */
export interface Case {
  id: number;
  /** What the client was given to quote on the phone. */
  reference: string;
  /** Why a person was asked for, in one word of the gateway's. */
  reason: string;
  /** The same, for an agent to read. */
  reason_label: string;
  priority: "first" | "normal";
  /** One line for the agent. */
  summary: string;
  /** ISO 8601, UTC. */
  opened_at: string;
  owner: Owner;
  /** The name of the agent who took it. */
  agent: string | null;
  mine: boolean;
  client_online: boolean;
}

export interface Queue {
  cases: Case[];
}

/** A case with its whole transcript, as an agent may read it. */
export interface CaseConversation {
  case: Case;
  messages: Message[];
}

export interface CaseMessage {
  case_id: number;
  message: Message;
}

export interface SignedInAgent {
  name: string;
}

/** The answer to opening a masked value. `error` is a sentence to show as it is. */
export type OpenedValue = { ok: true; value: string } | { ok: false; error: string };
