/** What the supervisors' page and the invited person ask of the gateway, over HTTP. */
import type { Role } from "../desk/desk-protocol.js";
import { words as deskWords } from "../desk/words.js";
import type { Message } from "../shared/protocol.js";
import type {
  AssistedConversation,
  CaseState,
  Invited,
  ListedCase,
  OpenedValueRow,
  SupervisedCase,
  TeamMember,
} from "./team-protocol.js";

const TIMEOUT_MS = 10_000;

/** Something that was not done; its message is a sentence to show as it is. */
export class NotDone extends Error {
  constructor(
    message: string,
    /** Whether it is because the session has ended. */
    readonly signedOut: boolean,
  ) {
    super(message);
  }
}

export async function readTeam(): Promise<TeamMember[]> {
  return (await ask<{ agents: TeamMember[] }>("GET", "agents")).agents;
}

export async function invite(login: string, name: string, role: Role): Promise<Invited> {
  return ask("POST", "agents", { login, name, role });
}

export async function inviteAgain(agentId: number): Promise<Invited> {
  return ask("POST", `agents/${agentId}/invitation`);
}

export async function changeMember(
  agentId: number,
  change: { locked?: boolean; role?: Role },
): Promise<void> {
  await ask("PATCH", `agents/${agentId}`, change);
}

/** Gives the holder of an invitation's secret a password; who they are. */
export async function acceptInvitation(
  token: string,
  password: string,
): Promise<{ login: string; role: Role }> {
  return ask("POST", "invitation", { token, password });
}

export async function findCases(
  q: string,
  state: CaseState,
  before?: number,
): Promise<{ cases: ListedCase[]; more: boolean }> {
  return ask("GET", `conversations?${query({ q, state, before })}`);
}

export async function readCase(caseId: number): Promise<SupervisedCase> {
  return ask("GET", `conversations/${caseId}`);
}

/** Puts an agent in charge of a case, or with null gives it back to the queue. */
export async function reassign(caseId: number, agentId: number | null): Promise<void> {
  await ask("POST", `conversations/${caseId}/agent`, { agent_id: agentId });
}

export async function readAssisted(): Promise<AssistedConversation[]> {
  const { conversations } = await ask<{ conversations: AssistedConversation[] }>(
    "GET",
    "conversations-assistant",
  );
  return conversations;
}

export async function readAssistedTranscript(key: string): Promise<Message[]> {
  return (await ask<{ messages: Message[] }>("GET", `conversations-assistant/${key}`)).messages;
}

export async function readOpenedValues(
  before?: number,
): Promise<{ values: OpenedValueRow[]; more: boolean }> {
  return ask("GET", `valeurs-ouvertes?${query({ before })}`);
}

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/bureau/api/${path}`, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  }).catch(() => {
    throw new NotDone(deskWords.unreachable, false);
  });
  const answer = (await response.json().catch(() => ({}))) as { error?: string };
  if (response.ok) return answer as Answer;
  throw new NotDone(answer.error ?? deskWords.unreachable, response.status === 401);
}
