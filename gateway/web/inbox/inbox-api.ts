/** The inbox's requests. The session is a cookie that scripts cannot read. */
import { words } from "./words.js";

const PATH = "/bureau/api/gestion/incompris";
const TIMEOUT_MS = 8_000;
const SIGNED_OUT = 401;

export type Cause = "fallback" | "unsure" | "rejected" | "escalated";

export interface Line {
  id: number;
  text: string;
  at: string;
  cause: Cause;
  guess: string | null;
  confidence: number | null;
}

export interface Intent {
  name: string;
  title: string;
  help: string;
}

export interface Inbox {
  groups: Line[][];
  intents: Intent[];
}

/** What is decided of some lines; their words count only where they are accepted. */
export interface Decision {
  decision: "accept" | "dismiss" | "undo";
  intent?: string;
  lines: { id: number; text?: string }[];
}

/** The session has ended. */
export class SignedOut extends Error {}

/** A decision that was not taken; its message is a sentence to show as it is. */
export class Refused extends Error {}

export async function readInbox(): Promise<Inbox> {
  return (await request({ method: "GET" })) as Inbox;
}

/** How many lines were added to what is trained on. */
export async function decide(decision: Decision): Promise<number> {
  const { written } = (await request({
    method: "POST",
    body: JSON.stringify(decision),
    headers: { "Content-Type": "application/json" },
  })) as { written: number };
  return written;
}

async function request(options: RequestInit): Promise<unknown> {
  const response = await fetch(PATH, {
    ...options,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new Refused(words.unreachable);
  });
  if (response.status === SIGNED_OUT) throw new SignedOut();
  const body = (await response.json().catch(() => ({}))) as { error?: string };
  if (!response.ok) throw new Refused(body.error ?? words.unreachable);
  return body;
}
