/** What the desk asks for over HTTP: the canned replies, and the list of call-backs. */
import type {
  CallBack,
  CallBackResult,
  CannedReply,
  Refusal,
  Transcript,
} from "./desk-protocol.js";
import { words } from "./words.js";

const TIMEOUT_MS = 8_000;

export function fetchReplies(): Promise<{ ok: true; replies: CannedReply[] } | Refusal> {
  return request("reponses");
}

/** Those that are due, then the later ones, then what was settled today. */
export function fetchCallBacks(): Promise<{ ok: true; call_backs: CallBack[] } | Refusal> {
  return request("rappels");
}

/** Says how a call went. */
export function settleCallBack(
  id: number,
  result: CallBackResult,
): Promise<{ ok: true } | Refusal> {
  return request(`rappels/${id}`, result);
}

/** What was said before the call was asked for. */
export function fetchTranscript(id: number): Promise<({ ok: true } & Transcript) | Refusal> {
  return request(`rappels/${id}/conversation`);
}

/** The number to call, in E.164; that it was read is written down. */
export function openPhone(id: number): Promise<{ ok: true; phone: string } | Refusal> {
  return request(`rappels/${id}/telephone`, {});
}

async function request<Content>(
  path: string,
  body?: unknown,
): Promise<({ ok: true } & Content) | Refusal> {
  try {
    const response = await fetch(`/bureau/api/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined
        ? {}
        : {
            method: "POST",
            body: JSON.stringify(body),
            headers: { "Content-Type": "application/json" },
          }),
    });
    const content = await response.json();
    return response.ok
      ? { ok: true, ...content }
      : { ok: false, error: content.error ?? words.unreachable };
  } catch {
    return { ok: false, error: words.unreachable };
  }
}
