/**
 * What the gateway and its two pages say to each other. Types only: how they travel is known by
 * the connections, how they look by the elements.
 */

export type SpeakerKind = "bot" | "agent" | "system" | "client";

export interface Speaker {
  kind: SpeakerKind;
  /** What the assistant or an agent is called; null for everyone else. */
  name: string | null;
}

/** A choice offered under a message. */
export interface Choice {
  title: string;
  /** Stands for a payload only the gateway knows. The desk, which cannot press it, has none. */
  token?: string;
}

/** Where a value is masked in a text, in code points. */
export interface Mask {
  /** What kind of value it is, by its slot's name. */
  kind: string;
  start: number;
  end: number;
}

export interface Message {
  /** Place in the conversation, from 1; the only order there is. */
  seq: number;
  /** A client's own message keeps the id its page gave it. */
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  from: Speaker;
  text: string;
  /** What is masked in the text. Only the desk has masks; the client reads everything. */
  masks?: Mask[];
  buttons: Choice[];
  /** The value this message asks for, by its slot's name. */
  expects: string | null;
}

/** Who answers the client now. */
export type Owner = "bot" | "waiting" | "agent" | "closed";

export interface Ownership {
  owner: Owner;
  agent: string | null;
  /** What the client of an open case can quote on the phone. */
  reference: string | null;
  /** Whom the question that may now be asked is about. */
  survey: Survey | null;
  /** The newest message that the agent has read. */
  agent_read_seq: number;
}

export type Survey = "assistant" | "agent";

/** A client's place in the queue. */
export interface Waiting {
  position: number;
  minutes: number;
}

/** The client's answer about how it went; not both may be left out. */
export interface Rating {
  about: Survey;
  solved: boolean | null;
  /** 1 to 5. */
  score: number | null;
}

export interface Typing {
  from: Speaker;
  active: boolean;
}

export interface History {
  messages: Message[];
  state: Ownership;
}

/** The end of the answer to one client message. */
export interface Turn {
  id: string;
  status: "answered" | "failed";
}

/** The gateway's answer to anything a page sends. `error` is a sentence to show as it is. */
export type Acknowledgement = { ok: true } | { ok: false; error: string };

export const MAX_TEXT_LENGTH = 2000;
