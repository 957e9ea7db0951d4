import assert from "node:assert/strict";
import { test } from "node:test";

import type { Message, Owner } from "../shared/protocol.js";
import { aMessage } from "../shared/testing.js";
import {
  type Conversation,
  type ConversationEvent,
  expectedValue,
  lastKnown,
  news,
  NO_CONVERSATION,
  openChoices,
  reduce,
} from "./conversation.js";

const BUTTONS = [{ title: "Oui", token: "jeton" }];
const CLIENT = { kind: "client", name: null } as const;
const SYSTEM = { kind: "system", name: null } as const;

function history(messages: Message[], owner: Owner = "bot"): ConversationEvent {
  return { type: "history", history: { messages, state: { ...NO_CONVERSATION.ownership, owner } } };
}

function session(resumed: boolean): ConversationEvent {
  return { type: "session", resumed, offer: null, ofThisTab: false };
}

function after(...events: ConversationEvent[]): Conversation {
  return events.reduce(reduce, NO_CONVERSATION);
}

function seqs(conversation: Conversation): number[] {
  return conversation.messages.map((message) => message.seq);
}

test("what was stored before is restored in silence", () => {
  const before = after(session(true));
  assert.deepEqual(news(before, reduce(before, history([aMessage(1), aMessage(2)]))), []);
});

test("a new conversation's greeting is news", () => {
  const before = after(session(false));
  const greeting = aMessage(1);
  assert.deepEqual(news(before, reduce(before, history([greeting]))), [greeting]);
});

test("what was missed while away is news, the client's own lines from another tab are not", () => {
  const before = after(session(true), history([aMessage(1)]));
  const missed = [aMessage(2, { from: CLIENT }), aMessage(3)];
  assert.deepEqual(news(before, reduce(before, history(missed))), [missed[1]]);
});

test("a message that comes twice is news once", () => {
  const before = after(history([aMessage(1)]), { type: "message", message: aMessage(2) });
  assert.deepEqual(news(before, reduce(before, { type: "message", message: aMessage(2) })), []);
});

test("a reconnection brings what was missed, in order", () => {
  const conversation = after(history([aMessage(1), aMessage(2)]), { type: "disconnected" });
  assert.equal(lastKnown(conversation)?.seq, 2);
  assert.deepEqual(seqs(reduce(conversation, history([aMessage(3)]))), [1, 2, 3]);
});

test("a history that starts over replaces what is shown", () => {
  const conversation = after(history([aMessage(1), aMessage(2), aMessage(3)]));
  const another = [aMessage(1, { text: "Bonjour encore" })];
  assert.deepEqual(reduce(conversation, history(another)).messages, another);
});

test("what starts over is news, though its seq was known", () => {
  const before = after(history([aMessage(1), aMessage(2)]));
  const erased = aMessage(1, { id: "another", text: "C’est effacé." });
  assert.deepEqual(news(before, reduce(before, history([erased]))), [erased]);
});

test("a conversation that cannot be resumed starts empty", () => {
  const conversation = after(history([aMessage(1)], "agent"), session(false));
  assert.deepEqual(seqs(conversation), []);
  assert.equal(conversation.ownership.owner, "bot");
  assert.equal(lastKnown(conversation), null);
});

test("an unreachable gateway is known as such until the next history", () => {
  const lost = after(history([]), { type: "disconnected" }, { type: "unreachable", refusal: null });
  assert.equal(lost.unreachable, true);
  assert.equal(reduce(lost, history([])).unreachable, false);
});

test("typing stops with the message, and with the connection", () => {
  const from = { kind: "bot", name: "Assistant" } as const;
  const writing = after({ type: "typing", typing: { from, active: true } });
  assert.equal(writing.typing, from);
  assert.equal(reduce(writing, { type: "message", message: aMessage(1) }).typing, null);
  assert.equal(reduce(writing, { type: "typing", typing: { from, active: false } }).typing, null);
  assert.equal(reduce(writing, { type: "disconnected" }).typing, null);
});

test("an agent goes on writing whatever is read meanwhile, until the conversation moves", () => {
  const from = { kind: "agent", name: "Camille" } as const;
  const ownership = { ...NO_CONVERSATION.ownership, owner: "agent" } as const;
  const writing = after(history([], "agent"), { type: "typing", typing: { from, active: true } });
  const read = { ...ownership, agent_read_seq: 1 };
  assert.equal(reduce(writing, { type: "ownership", ownership: read }).typing, from);
  const closed = { ...ownership, owner: "closed" } as const;
  assert.equal(reduce(writing, { type: "ownership", ownership: closed }).typing, null);
});

test("a place in the queue is known until somebody comes or the connection was lost", () => {
  const waiting = { position: 2, minutes: 10 };
  const ownership = { ...NO_CONVERSATION.ownership, owner: "waiting" } as const;
  const waits = after(history([], "waiting"), { type: "waiting", waiting });
  assert.equal(waits.waiting, waiting);
  const read = { ...ownership, agent_read_seq: 1 };
  assert.equal(reduce(waits, { type: "ownership", ownership: read }).waiting, waiting);
  assert.equal(reduce(waits, history([], "waiting")).waiting, null);
  const taken = { ...ownership, owner: "agent" } as const;
  assert.equal(reduce(waits, { type: "ownership", ownership: taken }).waiting, null);
});

test("the last buttons can be pressed until the client answers", () => {
  const asked = aMessage(1, { buttons: BUTTONS });
  assert.equal(openChoices(after(history([asked, aMessage(2)]))), asked);
  assert.equal(openChoices(after(history([asked, aMessage(2, { from: CLIENT })]))), null);
  assert.equal(openChoices(after(history([aMessage(1)]))), null);
});

test("what was offered before an agent came is not offered again when they leave", () => {
  const messages = [
    aMessage(1, { from: SYSTEM, buttons: BUTTONS }),
    aMessage(2, { from: SYSTEM, text: "Julie se joint à la conversation." }),
    aMessage(3, { from: SYSTEM, text: "Julie vous laisse avec l’assistant." }),
  ];
  assert.equal(openChoices(after(history(messages, "bot"))), null);
  assert.equal(openChoices(after(history(messages.slice(0, 2), "closed"))), null);
});

test("the way back to the assistant stays open while nobody has come", () => {
  const wayBack = aMessage(1, { from: SYSTEM, buttons: BUTTONS });
  const messages = [wayBack, aMessage(2, { from: CLIENT }), aMessage(3, { from: SYSTEM })];
  assert.equal(openChoices(after(history(messages, "waiting"))), wayBack);
  assert.equal(openChoices(after(history(messages, "agent"))), null);
  assert.equal(openChoices(after(history(messages, "bot"))), null);
});

test("a value is expected by the last message only, and by no person", () => {
  const asking = aMessage(1, { expects: "code_utilisateur" });
  assert.equal(expectedValue(after(history([asking]))), "code_utilisateur");
  assert.equal(expectedValue(after(history([asking, aMessage(2)]))), null);
  assert.equal(expectedValue(after(history([asking], "agent"))), null);
  const forACall = aMessage(1, { from: SYSTEM, expects: "telephone_rappel" });
  assert.equal(expectedValue(after(history([forACall], "waiting"))), "telephone_rappel");
});

test("what an ended conversation was leaves nothing behind", () => {
  const offer = { title: "Lien expiré", token: "jeton" };
  const before = after(
    { type: "session", resumed: true, offer, ofThisTab: true },
    history([aMessage(1)], "agent"),
  );
  assert.deepEqual(reduce(before, { type: "ended" }), NO_CONVERSATION);
});

test("what the page is about is offered until it is taken", () => {
  const offer = { title: "Lien expiré", token: "jeton" };
  const offered = after({ type: "session", resumed: true, offer, ofThisTab: false });
  assert.equal(reduce(offered, history([aMessage(1)])).offer, offer);
  assert.equal(reduce(offered, { type: "offer-taken" }).offer, null);
});

test("a gateway that refuses says why, until the next history", () => {
  const refused = after({ type: "unreachable", refusal: "Il y a foule." });
  assert.equal(refused.refusal, "Il y a foule.");
  assert.equal(reduce(refused, history([])).refusal, null);
});
