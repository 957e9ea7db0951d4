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
  /** Whether it was given back to the queue and goes before others of its priority. */
  returned: boolean;
  /** The intent of the problem. */
  problem: string | null;
  /** One line for the agent. */
  summary: string;
  /** What was tried, and what else the client said of it. */
  steps: string[];
  details: string[];
  /** What the client's browser runs on. */
  device: string | null;
  /** ISO 8601, UTC, as all times; `queued_at` is when it last came into the queue. */
  opened_at: string;
  queued_at: string;
  owner: Owner;
  /** The agent who took it. */
  agent: string | null;
  agent_id: number | null;
  mine: boolean;
  client_online: boolean;
  /** Whether the absent client was told that the case will be closed. */
  warned: boolean;
}

export interface Colleague {
  id: number;
  name: string;
  presence: Presence;
  /** Whether a desk of theirs is open. */
  connected: boolean;
  /** How many cases they have, and at most take. */
  cases: number;
  capacity: number;
}

export type Presence = "here" | "away";

export type Role = "agent" | "supervisor" | "manager";

export interface Me {
  id: number;
  name: string;
  role: Role;
  presence: Presence;
  capacity: number;
}

export interface Queue {
  cases: Case[];
  agents: Colleague[];
  /** Whether the opening hours, if there are any, are open. */
  open: boolean;
}

/** What agents tell each other. */
export interface Note {
  id: string;
  at: string;
  agent: string;
  text: string;
}

/** A case of the same client that is over. */
export interface EarlierCase {
  id: number;
  reference: string;
  reason_label: string;
  summary: string;
  opened_at: string;
  closed_at: string;
  /** How it ended, for an agent to read. */
  outcome_label: string;
}

/** A case with its whole transcript, as an agent may read it. */
export interface CaseConversation {
  case: Case;
  messages: Message[];
  notes: Note[];
  earlier: EarlierCase[];
  client_read_seq: number;
}

export interface CaseMessage {
  case_id: number;
  message: Message;
}

export interface SignedInAgent {
  id: number;
  name: string;
  role: Role;
}

/** The answer to opening a masked value. `error` is a sentence to show as it is. */
export type OpenedValue = { ok: true; value: string } | { ok: false; error: string };
