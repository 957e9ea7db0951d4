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
  /** How many cases this client had before. */
  earlier_cases: number;
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
  /** How many clients should be phoned by now. */
  call_backs_due: number;
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

export interface CaseNote {
  case_id: number;
  note: Note;
}

/** The client of a case writes, or has stopped. */
export interface CaseTyping {
  case_id: number;
  active: boolean;
}

/** The newest message that the client of a case has had on screen. */
export interface CaseRead {
  case_id: number;
  seq: number;
}

/** What was asked for is not done. `error` is a sentence to show as it is. */
export interface Refusal {
  ok: false;
  error: string;
}

export interface SignedInAgent {
  id: number;
  name: string;
  role: Role;
}

/** The answer to opening a masked value. `error` is a sentence to show as it is. */
export type OpenedValue = { ok: true; value: string } | { ok: false; error: string };

/** What a resend can ask of the identity backend, and the slots that each takes. */
export type Verb = "password_reset" | "user_code_reminder";

/** The answer to `known_values`. */
export type KnownValues = { ok: true; slots: string[] } | { ok: false; error: string };

/** The answer to `resend`: the sentence that the client reads too, or what is still missing. */
export type Resent = { ok: true; said: string } | { ok: false; error: string; missing?: string[] };

/** What was said in the conversation of a case that is over, masked, and what agents wrote. */
export interface Transcript {
  messages: Message[];
  notes: Note[];
  close_note: string | null;
}

/** The answer to `open_earlier`. */
export type EarlierTranscript = ({ ok: true } & Transcript) | { ok: false; error: string };

export interface CannedReply {
  /** One word to find it by. */
  shortcut: string;
  title: string;
  text: string;
}

/** A client who wants to be phoned, or was today. */
export interface CallBack {
  id: number;
  reference: string;
  reason_label: string;
  problem: string | null;
  summary: string;
  /** When the client would rather be called, masked. */
  preference: string | null;
  /** When its client confirmed it, or a change of it. To be sent back with how it went. */
  asked_at: string;
  due_at: string;
  /** Whether that time has come. */
  due: boolean;
  /** To be sent back with how it went. */
  tries: number;
  status: "due" | "done" | "failed";
  /** Who said last how it went, and what they wrote. */
  agent: string | null;
  note: string | null;
  /** « 418 ···-··23 ». */
  phone_masked: string;
}

/** How a call went: `due_at` with `again` only. */
export interface CallBackResult {
  status: "done" | "failed" | "again";
  tries: number;
  asked_at: string;
  note: string | null;
  due_at: string | null;
}
