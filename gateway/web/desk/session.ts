/** Signing in and out of the desk. The session itself is a cookie that scripts cannot read. */
import type { SignedInAgent } from "./desk-protocol.js";
import { words } from "./words.js";

const SESSION_URL = "/bureau/api/session";
const TIMEOUT_MS = 8_000;

/** A sign-in that failed; its message is a sentence to show as it is. */
export class SignInRefused extends Error {}

/** Who is signed in, or null. */
export async function currentAgent(): Promise<SignedInAgent | null> {
  const response = await request("GET");
  return response.ok ? agentOf(response) : null;
}

export async function signIn(login: string, password: string): Promise<SignedInAgent> {
  const response = await request("POST", { login, password }).catch(() => {
    throw new SignInRefused(words.unreachable);
  });
  if (response.ok) return agentOf(response);
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new SignInRefused(error ?? words.unreachable);
}

export async function signOut(): Promise<void> {
  await request("DELETE");
}

async function request(method: string, body?: unknown): Promise<Response> {
  return fetch(SESSION_URL, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
}

async function agentOf(response: Response): Promise<SignedInAgent> {
  const { agent } = (await response.json()) as { agent: SignedInAgent };
  return agent;
}
