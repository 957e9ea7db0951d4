import assert from "node:assert/strict";
import { test } from "node:test";

import { aMessage } from "../shared/testing.js";
import type { Speaker } from "../shared/protocol.js";
import type { Case, Me } from "./desk-protocol.js";
import {
  callsForAttention,
  type DeskEvent,
  type DeskState,
  EMPTY_DESK,
  grouped,
  isOpen,
  neighbour,
  news,
  reduce,
  wanted,
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
const OTHERS: Partial<Case> = { owner: "agent", agent: "Paul" };

const ME: Me = { id: 1, name: "Marie", role: "agent", presence: "here", capacity: 4 };

function queue(...cases: Case[]): DeskEvent {
  return { type: "queue", queue: { cases, agents: [], open: true, call_backs_due: 0 } };
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
    desk.conversations[1]?.messages.map(({ seq }) => seq),
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
});

test("taking the case on screen is no news, one that somebody gave is", () => {
  const before = after(queue(aCase(1), aCase(2)), { type: "shown", case: aCase(1) });
  const taken = queue(aCase(1, MINE), aCase(2));
  assert.deepEqual(newsOf(before, taken), []);
  const given = queue(aCase(1, MINE), aCase(2, MINE));
  assert.deepEqual(newsOf(reduce(before, taken), given), [words.given("REF-002")]);
});

test("a case that another agent gives is news, even on screen", () => {
  const others = after(queue(aCase(1, OTHERS)), { type: "shown", case: aCase(1, OTHERS) });
  assert.deepEqual(newsOf(others, queue(aCase(1, MINE))), [words.given("REF-001")]);
});

test("an agent is told when a case of theirs goes back to the queue", () => {
  const before = after(queue(aCase(1, MINE)));
  const released = queue(aCase(1, { returned: true }));
  assert.deepEqual(newsOf(before, released), [words.takenBack("REF-001")]);
});

test("others are told of a case that comes back to the queue", () => {
  const before = after(queue(aCase(1, OTHERS)));
  const released = queue(aCase(1, { returned: true }));
  assert.deepEqual(newsOf(before, released), [
    words.returnedCase("Demande à parler à une personne"),
  ]);
  assert.equal(callsForAttention(before, reduce(before, released), true), true);
});

test("an agent is told when the client on screen leaves", () => {
  const before = after(queue(aCase(1, MINE)), { type: "shown", case: aCase(1, MINE) });
  const left = queue(aCase(1, { ...MINE, client_online: false }));
  assert.deepEqual(newsOf(before, left), [words.clientLeft]);
});

test("notes of colleagues are told, one's own are not", () => {
  const opened = after(
    { type: "me", me: ME },
    { type: "shown", case: aCase(1) },
    conversation(aCase(1), 1),
  );
  const byPaul = { id: "a", at: "2026-01-15T19:20:00Z", agent: "Paul", text: "Rappelé." };
  const heard: DeskEvent = { type: "note", note: { case_id: 1, note: byPaul } };
  assert.deepEqual(newsOf(opened, heard), [words.newNote("Paul", "Rappelé.")]);
  assert.deepEqual(newsOf(reduce(opened, heard), heard), []);
  const own: DeskEvent = {
    type: "note",
    note: { case_id: 1, note: { ...byPaul, id: "b", agent: ME.name } },
  };
  assert.deepEqual(newsOf(opened, own), []);
});

test("a note that comes twice is kept once", () => {
  const note = { id: "a", at: "2026-01-15T19:20:00Z", agent: "Paul", text: "Rappelé." };
  const heard: DeskEvent = { type: "note", note: { case_id: 1, note } };
  assert.deepEqual(after(heard, heard).conversations[1]?.notes, [note]);
});

test("a client who writes a line has stopped typing", () => {
  const typing = after(conversation(aCase(1), 1), {
    type: "typing",
    typing: { case_id: 1, active: true },
  });
  assert.equal(typing.conversations[1]?.clientTyping, true);
  const line = aMessage(2, { from: CLIENT });
  const heard = reduce(typing, { type: "message", message: { case_id: 1, message: line } });
  assert.equal(heard.conversations[1]?.clientTyping, false);
});

test("what wants the agent: who waits, and their own with something unread", () => {
  const written: DeskEvent = {
    type: "message",
    message: { case_id: 2, message: aMessage(1, { from: CLIENT }) },
  };
  const desk = after(queue(aCase(1), aCase(2, MINE), aCase(3, MINE), aCase(4, OTHERS)));
  assert.equal(wanted(desk), 1);
  assert.equal(wanted(reduce(desk, written)), 2);
});

test("one goes through the cases in the order they are read", () => {
  const cases = queue(aCase(1, OTHERS), aCase(2, MINE), aCase(3));
  const order: (number | undefined)[] = [];
  let desk = after(cases);
  for (let step = 0; step < 4; step += 1) {
    const next = neighbour(desk, 1);
    order.push(next?.id);
    desk = reduce(desk, { type: "shown", case: next ?? desk.shown });
  }
  assert.deepEqual(order, [3, 2, 1, undefined]);
  assert.equal(neighbour(desk, -1)?.id, 2);
});

test("a sound for who starts to wait, and for a client of one's own out of sight", () => {
  const before = after(
    queue(aCase(1, MINE), aCase(2, MINE), aCase(3, OTHERS)),
    { type: "shown", case: aCase(1, MINE) },
    conversation(aCase(1), 1),
    conversation(aCase(2), 1),
    conversation(aCase(3), 1),
  );
  const sounds = (event: DeskEvent, looking = true): boolean =>
    callsForAttention(before, reduce(before, event), looking);
  const line = (caseId: number, from: Speaker = CLIENT): DeskEvent => ({
    type: "message",
    message: { case_id: caseId, message: aMessage(2, { from }) },
  });
  const mine = [aCase(1, MINE), aCase(2, MINE), aCase(3, OTHERS)];
  assert.equal(sounds(queue(...mine, aCase(4))), true);
  assert.equal(sounds(queue(...mine)), false);
  assert.equal(sounds(line(1)), false);
  assert.equal(sounds(line(1), false), true);
  assert.equal(sounds(line(2)), true);
  assert.equal(sounds(line(2, AGENT)), false);
  assert.equal(sounds(line(3)), false);
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
