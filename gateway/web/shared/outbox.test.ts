import assert from "node:assert/strict";
import { test } from "node:test";

import { Outbox } from "./outbox.js";
import type { Acknowledgement } from "./protocol.js";

interface Delivery {
  id: string;
  text: string;
  answer: (ack: Acknowledgement) => Promise<void>;
  lose: () => Promise<void>;
}

/** An outbox whose deliveries the test answers by hand. */
function anOutbox() {
  const sent: Delivery[] = [];
  const refusals: string[] = [];
  const outbox = new Outbox<string>({
    deliver: (id, text) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          act();
          return new Promise<void>((done) => setImmediate(done));
        };
        sent.push({
          id,
          text,
          answer: (ack) => settle(() => resolve(ack)),
          lose: () => settle(() => reject(new Error("no answer"))),
        });
      }),
    onChange: () => undefined,
    onRefused: (error) => refusals.push(error),
  });
  return { outbox, sent, refusals };
}

test("what is written before the connection waits for it", async () => {
  const { outbox, sent } = anOutbox();
  outbox.add("allo");
  assert.equal(sent.length, 0);
  assert.equal(outbox.entries[0]?.status, "queued");
  outbox.resume();
  assert.equal(outbox.entries[0]?.status, "sending");
  await sent[0]?.answer({ ok: true });
  assert.equal(outbox.entries[0]?.status, "accepted");
  outbox.remove(sent[0]!.id);
  assert.deepEqual(outbox.entries, []);
});

test("messages leave one at a time, in the order they were written", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("un");
  outbox.add("deux");
  assert.deepEqual(
    sent.map((message) => message.text),
    ["un"],
  );
  await sent[0]?.answer({ ok: true });
  assert.deepEqual(
    sent.map((message) => message.text),
    ["un", "deux"],
  );
});

test("a lost answer sends the same id again on the next connection, and no sooner", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("allo");
  await sent[0]?.lose();
  assert.equal(sent.length, 1);
  outbox.resume();
  assert.equal(sent.length, 2);
  assert.equal(sent[1]?.id, sent[0]?.id);
});

test("an answer lost with an old connection does not hold up the new one", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("allo");
  outbox.pause();
  outbox.resume();
  await sent[0]?.lose();
  assert.equal(sent.length, 2);
  assert.equal(sent[1]?.id, sent[0]?.id);
});

test("a refusal keeps the text and its reason, and lets the next message go", async () => {
  const { outbox, sent, refusals } = anOutbox();
  outbox.resume();
  outbox.add("trop vite");
  outbox.add("ensuite");
  await sent[0]?.answer({ ok: false, error: "Attendez un instant." });
  assert.deepEqual(
    outbox.entries.map(({ content, status, error }) => [content, status, error]),
    [
      ["trop vite", "refused", "Attendez un instant."],
      ["ensuite", "sending", undefined],
    ],
  );
  assert.deepEqual(refusals, ["Attendez un instant."]);
});

test("a refused message is sent again under its id, or taken back", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("un");
  await sent[0]?.answer({ ok: false, error: "Attendez un instant." });
  outbox.retry(sent[0]!.id);
  assert.equal(sent[1]?.id, sent[0]?.id);
  assert.equal(outbox.entries[0]?.error, undefined);
  await sent[1]?.answer({ ok: false, error: "Attendez un instant." });
  outbox.remove(sent[0]!.id);
  assert.deepEqual(outbox.entries, []);
});

test("what was accepted but never settled is sent again under its id, before what follows", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("un");
  await sent[0]?.answer({ ok: true });
  outbox.pause();
  outbox.add("deux");
  outbox.resume();
  assert.deepEqual(
    sent.map((message) => message.text),
    ["un", "un"],
  );
  assert.equal(sent[1]?.id, sent[0]?.id);
  await sent[1]?.answer({ ok: true });
  assert.deepEqual(
    sent.map((message) => message.text),
    ["un", "un", "deux"],
  );
});

test("a history on the same connection sends nothing again", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("effacez tout");
  await sent[0]?.answer({ ok: true });
  outbox.resume();
  assert.equal(sent.length, 1);
});

test("a message settled before its answer stays settled", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("allo");
  outbox.remove(sent[0]!.id);
  await sent[0]?.answer({ ok: true });
  assert.deepEqual(outbox.entries, []);
});

test("what is given up is neither kept nor sent again", async () => {
  const { outbox, sent } = anOutbox();
  outbox.resume();
  outbox.add("allo");
  outbox.add("encore");
  outbox.clear();
  await sent[0]!.answer({ ok: true });
  outbox.pause();
  outbox.resume();
  assert.deepEqual(outbox.entries, []);
  assert.equal(sent.length, 1);
});
