import assert from "node:assert/strict";
import { test } from "node:test";

import { aMessage } from "../shared/testing.js";
import type { Case } from "./desk-protocol.js";
import {
  type DeskEvent,
  type DeskState,
  EMPTY_DESK,
  grouped,
  isOpen,
  news,
  reduce,
} from "./desk-state.js";
import { words } from "./words.js";

const CLIENT = { kind: "client", name: null } as const;
const AGENT = { kind: "agent", name: "Marie" } as const;

function aCase(id: number, overrides: Partial<Case> = {}): Case {
  return {
    id,
    reference: `REF-00${id}`,
    reason: "demande",
    reason_label: "Demande à parler à une personne",
    priority: "normal",
    returned: false,
    problem: "courriel_non_recu",
    summary: "Courriel non reçu.",
    steps: [],
    details: [],
    device: null,
    earlier_cases: 0,
    opened_at: "2026-01-15T19:20:00Z",
    queued_at: "2026-01-15T19:20:00Z",
    owner: "waiting",
    agent: null,
    agent_id: null,
    mine: false,
    client_online: true,
    warned: false,
    ...overrides,
  };
}

const MINE: Partial<Case> = { owner: "agent", agent: "Marie", mine: true };

function queue(...cases: Case[]): DeskEvent {
  return { type: "queue", cases };
}

function conversation(opened: Case, ...seqs: number[]): DeskEvent {
  const messages = seqs.map((seq) => aMessage(seq));
  return {
    type: "conversation",
    conversation: { case: opened, messages, notes: [], earlier: [], client_read_seq: 0 },
  };
}

function after(...events: DeskEvent[]): DeskState {
  return events.reduce(reduce, EMPTY_DESK);
}

function newsOf(before: DeskState, event: DeskEvent) {
  return news(before, reduce(before, event));
}

test("the queue is read as who waits, whom I answer, whom others answer, in the gateway's order", () => {
  const others = aCase(3, { owner: "agent", agent: "Luc" });
  const groups = grouped([aCase(2), aCase(1), aCase(4, MINE), others]);
  assert.deepEqual(
    Object.values(groups).map((cases) => cases.map(({ id }) => id)),
    [[2, 1], [4], [3]],
  );
});

test("a case that is taken shows as taken", () => {
  const desk = after(queue(aCase(1)), { type: "shown", case: aCase(1) }, queue(aCase(1, MINE)));
  assert.equal(desk.shown?.mine, true);
});

test("a case that leaves the queue stays on screen, no longer open", () => {
  const shown = after(queue(aCase(1)), { type: "shown", case: aCase(1) });
  assert.equal(isOpen(shown), true);
  const left = reduce(shown, queue());
  assert.equal(left.shown?.id, 1);
  assert.equal(isOpen(left), false);
});

test("messages join their case's transcript once", () => {
  const desk = after(
    conversation(aCase(1), 1, 2),
    { type: "message", message: { case_id: 1, message: aMessage(3) } },
    { type: "message", message: { case_id: 1, message: aMessage(3) } },
  );
  assert.deepEqual(
    desk.transcripts[1]?.map(({ seq }) => seq),
    [1, 2, 3],
  );
});

test("what a client writes elsewhere is counted until it is shown", () => {
  const written: DeskEvent = {
    type: "message",
    message: { case_id: 2, message: aMessage(1, { from: CLIENT }) },
  };
  const desk = after({ type: "shown", case: aCase(1) }, written, written);
  assert.equal(desk.unread[2], 1);
  assert.equal(reduce(desk, { type: "shown", case: aCase(2) }).unread[2], 0);
});

test("the first queue is no news, a client who starts to wait is", () => {
  assert.deepEqual(newsOf(EMPTY_DESK, queue(aCase(1))), []);
  const before = after(queue(aCase(1)));
  assert.deepEqual(newsOf(before, queue(aCase(1), aCase(2))), [
    words.newCase("Demande à parler à une personne"),
  ]);
  assert.deepEqual(newsOf(before, queue(aCase(1, MINE))), []);
});

test("a transcript read for the first time is no news, what is added to it is", () => {
  const shown = after(queue(aCase(1, MINE)), { type: "shown", case: aCase(1, MINE) });
  assert.deepEqual(newsOf(shown, conversation(aCase(1), 1, 2)), []);
  const opened = reduce(shown, conversation(aCase(1), 1, 2));
  const added = aMessage(3, { from: CLIENT });
  assert.deepEqual(newsOf(opened, { type: "message", message: { case_id: 1, message: added } }), [
    added,
  ]);
});

test("agents are not told what agents write", () => {
  const opened = after({ type: "shown", case: aCase(1) }, conversation(aCase(1), 1));
  const own = aMessage(2, { from: AGENT });
  assert.deepEqual(newsOf(opened, { type: "message", message: { case_id: 1, message: own } }), []);
});

test("a message in a conversation that is not on screen is told without its words", () => {
  const opened = after(conversation(aCase(1), 1));
  const written = aMessage(2, { from: CLIENT });
  assert.deepEqual(newsOf(opened, { type: "message", message: { case_id: 1, message: written } }), [
    words.messageElsewhere,
  ]);
});
