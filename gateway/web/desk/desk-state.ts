/**
 * What one desk knows of the queue and of the conversations it has open: one state, and every event
 * that changes it. Pure; must not know the connection or the page.
 */
import type { News } from "../shared/announcer.js";
import { mergeMessages } from "../shared/messages.js";
import type { Message } from "../shared/protocol.js";
import type { Case, CaseConversation, CaseMessage } from "./desk-protocol.js";
import { words } from "./words.js";

export interface DeskState {
  /** In the gateway's order: first ones, then the oldest. Null until the gateway has said. */
  readonly cases: readonly Case[] | null;
  /** The case on screen. It stays when it leaves the queue, so that nothing vanishes unread. */
  readonly shown: Case | null;
  /** The transcripts of the cases this desk follows, by case. */
  readonly transcripts: Readonly<Record<number, readonly Message[]>>;
  /** How many lines came in each case while another one was on screen. */
  readonly unread: Readonly<Record<number, number>>;
  readonly connected: boolean;
}

export type DeskEvent =
  | { type: "queue"; cases: readonly Case[] }
  | { type: "conversation"; conversation: CaseConversation }
  | { type: "message"; message: CaseMessage }
  | { type: "shown"; case: Case | null }
  | { type: "disconnected" };

export const EMPTY_DESK: DeskState = {
  cases: null,
  shown: null,
  transcripts: {},
  unread: {},
  connected: false,
};

export function reduce(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "queue": {
      const shown = event.cases.find(({ id }) => id === desk.shown?.id) ?? desk.shown;
      return { ...desk, cases: event.cases, shown, connected: true };
    }
    case "conversation": {
      const { case: opened, messages } = event.conversation;
      return { ...desk, transcripts: { ...desk.transcripts, [opened.id]: messages } };
    }
    case "message":
      return withMessage(desk, event.message);
    case "shown": {
      const unread = event.case ? { ...desk.unread, [event.case.id]: 0 } : desk.unread;
      return { ...desk, shown: event.case, unread };
    }
    case "disconnected":
      return { ...desk, connected: false };
  }
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

/** What the agent has not seen nor written, to be told aloud. */
export function news(before: DeskState, after: DeskState): News[] {
  return [...newCases(before, after), ...newMessages(before, after)];
}

function withMessage(desk: DeskState, { case_id, message }: CaseMessage): DeskState {
  const known = desk.transcripts[case_id] ?? [];
  const messages = mergeMessages(known, [message]);
  if (messages === known) return desk;
  const seen = case_id === desk.shown?.id || message.from.kind !== "client";
  return {
    ...desk,
    transcripts: { ...desk.transcripts, [case_id]: messages },
    unread: seen ? desk.unread : { ...desk.unread, [case_id]: (desk.unread[case_id] ?? 0) + 1 },
  };
}

function newCases(before: DeskState, after: DeskState): News[] {
  if (!before.cases || !after.cases) return [];
  const known = new Set(before.cases.map(({ id }) => id));
  return after.cases
    .filter(({ id, owner }) => owner === "waiting" && !known.has(id))
    .map((added) => words.newCase(added.reason_label));
}

function newMessages(before: DeskState, after: DeskState): News[] {
  return Object.keys(after.transcripts)
    .map(Number)
    .flatMap((id): News[] => {
      const known = before.transcripts[id];
      // A transcript read for the first time is no news.
      if (!known || known === after.transcripts[id]) return [];
      const seqs = new Set(known.map(({ seq }) => seq));
      const added = (after.transcripts[id] ?? []).filter(
        ({ seq, from }) => !seqs.has(seq) && from.kind !== "agent",
      );
      if (id === after.shown?.id) return added;
      return added.some(({ from }) => from.kind === "client") ? [words.messageElsewhere] : [];
    });
}
