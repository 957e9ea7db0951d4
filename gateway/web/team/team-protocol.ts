/** What the gateway and the supervisors' page say to each other. */
import type { Note, Presence, Role } from "../desk/desk-protocol.js";
import type { Message, Owner } from "../shared/protocol.js";

/** An account. Times are ISO 8601, UTC. */
export interface TeamMember {
  id: number;
  login: string;
  name: string;
  role: Role;
  locked: boolean;
  /** Whether it has no password yet. */
  new: boolean;
  /** Until when its link is good, if it has one. */
  invited_until: string | null;
  presence: Presence;
  /** Whether a desk of theirs is open. */
  connected: boolean;
  /** How many open cases they have. */
  cases: number;
}

export interface Invited {
  agent: TeamMember;
  /** Where the link leads, on this site. */
  invitation: { path: string; expires_at: string };
}

export type CaseState = "all" | "open" | "closed";

/** A case in the list. */
export interface ListedCase {
  id: number;
  reference: string;
  reason_label: string;
  problem_label: string | null;
  owner: Owner;
  agent: string | null;
  agent_id: number | null;
  opened_at: string;
  closed_at: string | null;
  /** Why it was closed, if somebody said so. */
  close_label: string | null;
  /** What happened to it last. */
  last_event: CaseEventKind | null;
}

export type CaseEventKind =
  | "opened"
  | "taken"
  | "released"
  | "transferred"
  | "handed_back"
  | "returned"
  | "client_left"
  | "call_back"
  | "closed"
  | "reopened";

/** A thing that happened to a case: `agent` did it, `to_agent` got the case. */
export interface CaseEvent {
  at: string;
  kind: CaseEventKind;
  agent: string | null;
  to_agent: string | null;
}

/** A case with all that may be read of it. */
export interface SupervisedCase {
  case: ListedCase & {
    summary: string;
    steps: string[];
    details: string[];
    device: string | null;
  };
  messages: Message[];
  notes: Note[];
  events: CaseEvent[];
  close_note: string | null;
}

/** A conversation that never had a case. */
export interface AssistedConversation {
  key: string;
  started_at: string;
  last_at: string;
  lines: number;
  device: string | null;
  problem_label: string | null;
}

/** That an agent read what a mask stands for, or a supervisor a conversation: then its kind. */
export interface OpenedValueRow {
  id: number;
  at: string;
  agent: string;
  reference: string | null;
  kind: string;
}
