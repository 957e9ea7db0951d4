/** Signing in and out of the desk. The session itself is a cookie that scripts cannot read. */
import type { SignedInAgent } from "./desk-protocol.js";
import { words } from "./words.js";

const SESSION_URL = "/bureau/api/session";
const PASSWORD_URL = "/bureau/api/mot-de-passe";
const TIMEOUT_MS = 8_000;

/** A sign-in or a new password that failed; its message is a sentence to show as it is. */
export class SignInRefused extends Error {}

/** Who is signed in, or null. */
export async function currentAgent(): Promise<SignedInAgent | null> {
  const response = await request("GET");
  return response.ok ? agentOf(response) : null;
}

export async function signIn(login: string, password: string): Promise<SignedInAgent> {
  return agentOf(await accepted(request("POST", { login, password })));
}

/** Gives the signed-in person another password; their other sessions end. */
export async function changePassword(current: string, next: string): Promise<void> {
  await accepted(request("POST", { current, new: next }, PASSWORD_URL));
}

export async function signOut(): Promise<void> {
  await request("DELETE");
}

/** The response to what was accepted; else SignInRefused. */
async function accepted(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(() => {
    throw new SignInRefused(words.unreachable);
  });
  if (response.ok) return response;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new SignInRefused(error ?? words.unreachable);
}

async function request(method: string, body?: unknown, url = SESSION_URL): Promise<Response> {
  return fetch(url, {
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
