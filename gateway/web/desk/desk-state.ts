/**
 * What one desk knows of the queue and of the conversations it has open: one state, and every event
 * that changes it. Pure; must not know the connection or the page.
 */
import type { News } from "../shared/announcer.js";
import { mergeMessages } from "../shared/messages.js";
import type { Message } from "../shared/protocol.js";
import type {
  Case,
  CaseConversation,
  CaseMessage,
  CaseNote,
  CaseRead,
  CaseTyping,
  Colleague,
  EarlierCase,
  Me,
  Note,
  Queue,
} from "./desk-protocol.js";
import { words } from "./words.js";

/** What a desk knows of a case beside its line in the queue. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly earlier: readonly EarlierCase[];
  /** The newest message that the client has read. */
  readonly clientReadSeq: number;
  readonly clientTyping: boolean;
}

export interface DeskState {
  /** In the gateway's order. Null until the gateway has said. */
  readonly cases: readonly Case[] | null;
  readonly agents: readonly Colleague[];
  /** Whether the opening hours, if there are any, are open. */
  readonly open: boolean;
  readonly callBacksDue: number;
  readonly me: Me | null;
  /** The case on screen. It stays when it leaves the queue, so that nothing vanishes unread. */
  readonly shown: Case | null;
  /** The conversations this desk follows, by case. */
  readonly conversations: Readonly<Record<number, Conversation>>;
  /** How many lines came in each case while another one was on screen. */
  readonly unread: Readonly<Record<number, number>>;
  readonly connected: boolean;
}

export type DeskEvent =
  | { type: "me"; me: Me }
  | { type: "queue"; queue: Queue }
  | { type: "conversation"; conversation: CaseConversation }
  | { type: "message"; message: CaseMessage }
  | { type: "note"; note: CaseNote }
  | { type: "typing"; typing: CaseTyping }
  | { type: "read"; read: CaseRead }
  | { type: "shown"; case: Case | null }
  | { type: "disconnected" };

export const EMPTY_DESK: DeskState = {
  cases: null,
  agents: [],
  open: true,
  callBacksDue: 0,
  me: null,
  shown: null,
  conversations: {},
  unread: {},
  connected: false,
};

export const EMPTY_CONVERSATION: Conversation = {
  messages: [],
  notes: [],
  earlier: [],
  clientReadSeq: 0,
  clientTyping: false,
};

export function reduce(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "me":
      return { ...desk, me: event.me };
    case "queue": {
      const { cases, agents, open, call_backs_due } = event.queue;
      const shown = cases.find(({ id }) => id === desk.shown?.id) ?? desk.shown;
      return { ...desk, cases, agents, open, callBacksDue: call_backs_due, shown, connected: true };
    }
    case "conversation": {
      const { case: opened, messages, notes, earlier, client_read_seq } = event.conversation;
      return withConversation(desk, opened.id, {
        messages,
        notes,
        earlier,
        clientReadSeq: client_read_seq,
      });
    }
    case "message":
      return withMessage(desk, event.message);
    case "note": {
      const { case_id, note } = event.note;
      const { notes } = conversationOf(desk, case_id);
      if (notes.some(({ id }) => id === note.id)) return desk;
      return withConversation(desk, case_id, { notes: [...notes, note] });
    }
    case "typing": {
      const { case_id, active } = event.typing;
      return withConversation(desk, case_id, { clientTyping: active });
    }
    case "read": {
      const { case_id, seq } = event.read;
      return withConversation(desk, case_id, { clientReadSeq: seq });
    }
    case "shown": {
      const unread = event.case ? { ...desk.unread, [event.case.id]: 0 } : desk.unread;
      return { ...desk, shown: event.case, unread };
    }
    case "disconnected":
      return { ...desk, connected: false };
  }
}

/** What the desk knows of a case; nothing of one that it does not follow. */
export function conversationOf(desk: DeskState, caseId: number): Conversation {
  return desk.conversations[caseId] ?? EMPTY_CONVERSATION;
}

/** Whether the case on screen still waits for, or has, an agent. */
export function isOpen(desk: DeskState): boolean {
  return desk.cases?.some(({ id }) => id === desk.shown?.id) ?? false;
}

/** The queue as an agent reads it: who waits, whom they answer, whom others answer. */
export function grouped(cases: readonly Case[]): Record<"waiting" | "mine" | "others", Case[]> {
  const groups: Record<"waiting" | "mine" | "others", Case[]> = {
    waiting: [],
    mine: [],
    others: [],
  };
  for (const each of cases) {
    groups[each.mine ? "mine" : each.owner === "waiting" ? "waiting" : "others"].push(each);
  }
  return groups;
}

/** The case that comes before or after the one on screen, in the order that agents read. */
export function neighbour(desk: DeskState, step: 1 | -1): Case | null {
  const { waiting, mine, others } = grouped(desk.cases ?? []);
  const all = [...waiting, ...mine, ...others];
  const place = all.findIndex(({ id }) => id === desk.shown?.id);
  if (place === -1) return (step === 1 ? all[0] : all.at(-1)) ?? null;
  return all[place + step] ?? null;
}

/** How many conversations want this agent: those that wait, and theirs with something unread. */
export function wanted(desk: DeskState): number {
  const { waiting, mine } = grouped(desk.cases ?? []);
  return waiting.length + mine.filter(({ id }) => desk.unread[id]).length;
}

/** What the agent has not seen nor written, to be told aloud. */
export function news(before: DeskState, after: DeskState): News[] {
  return [...caseNews(before, after), ...newMessages(before, after), ...newNotes(before, after)];
}

/**
 * Whether what happened is worth a sound: a client who starts to wait, a conversation that was given
 * to this agent, or a client of theirs who writes where the agent is not looking.
 *
 * @param looking whether the page is in front of the agent
 */
export function callsForAttention(before: DeskState, after: DeskState, looking: boolean): boolean {
  if (newlyWaiting(before, after).length > 0 || newlyGiven(before, after).length > 0) return true;
  return grouped(after.cases ?? []).mine.some(
    ({ id }) =>
      (id !== after.shown?.id || !looking) &&
      addedMessages(before, after, id).some(({ from }) => from.kind === "client"),
  );
}

function withConversation(
  desk: DeskState,
  caseId: number,
  changes: Partial<Conversation>,
): DeskState {
  const changed = { ...conversationOf(desk, caseId), ...changes };
  return { ...desk, conversations: { ...desk.conversations, [caseId]: changed } };
}

function withMessage(desk: DeskState, { case_id, message }: CaseMessage): DeskState {
  const { messages: known, clientTyping } = conversationOf(desk, case_id);
  const messages = mergeMessages(known, [message]);
  if (messages === known) return desk;
  const fromClient = message.from.kind === "client";
  const heard = withConversation(desk, case_id, {
    messages,
    clientTyping: clientTyping && !fromClient,
  });
  if (!fromClient || case_id === desk.shown?.id) return heard;
  return { ...heard, unread: { ...desk.unread, [case_id]: (desk.unread[case_id] ?? 0) + 1 } };
}

function caseNews(before: DeskState, after: DeskState): News[] {
  const left = before.shown?.client_online && after.shown?.client_online === false;
  return [
    ...newlyWaiting(before, after).map(({ returned, reason_label }) =>
      returned ? words.returnedCase(reason_label) : words.newCase(reason_label),
    ),
    ...newlyGiven(before, after).map(({ reference }) => words.given(reference)),
    ...takenBack(before, after).map(({ reference }) => words.takenBack(reference)),
    ...(left && before.shown?.id === after.shown?.id ? [words.clientLeft] : []),
  ];
}

/** Who has come into the queue, or back into it from another agent. */
function newlyWaiting(before: DeskState, after: DeskState): Case[] {
  if (!before.cases) return [];
  const known = new Set(
    before.cases.filter(({ owner, mine }) => owner === "waiting" || mine).map(({ id }) => id),
  );
  return (after.cases ?? []).filter(({ id, owner }) => owner === "waiting" && !known.has(id));
}

/** Taking is done on screen: a case that becomes the agent's otherwise was given by somebody. */
function newlyGiven(before: DeskState, after: DeskState): Case[] {
  if (!before.cases) return [];
  const known = new Map(before.cases.map((each) => [each.id, each]));
  return (after.cases ?? []).filter(({ id, mine }) => {
    const was = known.get(id);
    return mine && was && !was.mine && (was.owner === "agent" || id !== after.shown?.id);
  });
}

/** The agent's own that went back to the queue, because they were silent or gone. */
function takenBack(before: DeskState, after: DeskState): Case[] {
  const mine = new Set(before.cases?.filter((each) => each.mine).map(({ id }) => id));
  return (after.cases ?? []).filter(({ id, owner }) => owner === "waiting" && mine.has(id));
}

/** What came in a conversation since; one that is read for the first time has nothing new. */
function addedMessages(before: DeskState, after: DeskState, caseId: number): Message[] {
  const known = before.conversations[caseId]?.messages;
  const messages = after.conversations[caseId]?.messages;
  if (!known || !messages || known === messages) return [];
  const seqs = new Set(known.map(({ seq }) => seq));
  return messages.filter(({ seq }) => !seqs.has(seq));
}

function newMessages(before: DeskState, after: DeskState): News[] {
  return Object.keys(after.conversations)
    .map(Number)
    .flatMap((id): News[] => {
      const added = addedMessages(before, after, id).filter(({ from }) => from.kind !== "agent");
      if (id === after.shown?.id) return added;
      return added.some(({ from }) => from.kind === "client") ? [words.messageElsewhere] : [];
    });
}

function newNotes(before: DeskState, after: DeskState): News[] {
  const { shown, me } = after;
  const known = shown && before.conversations[shown.id]?.notes;
  if (!known) return [];
  const ids = new Set(known.map(({ id }) => id));
  return conversationOf(after, shown.id)
    .notes.filter(({ id, agent }) => !ids.has(id) && agent !== me?.name)
    .map(({ agent, text }) => words.newNote(agent, text));
}
