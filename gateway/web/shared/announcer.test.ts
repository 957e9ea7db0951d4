import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Announcer } from "./announcer.js";
import { aMessage } from "./testing.js";

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

function anAnnouncer(viewer: "client" | "agent" = "client") {
  const regions = [{ textContent: "" }, { textContent: "" }] as const;
  const announcer = new Announcer([regions[0], regions[1]], viewer);
  return { announcer, regions, said: () => regions.map((region) => region.textContent) };
}

test("says who spoke", () => {
  const { announcer, said } = anAnnouncer();
  announcer.announce(aMessage(1, { text: "Le lien est bon pendant une heure." }));
  mock.timers.tick(500);
  assert.deepEqual(said(), ["Assistant\u00a0: Le lien est bon pendant une heure.", ""]);
});

test("says an agent's name, and « Client » at the desk", () => {
  const { announcer, said } = anAnnouncer("agent");
  announcer.announce(
    aMessage(1, { text: "Allo", from: { kind: "client", name: null } }),
    aMessage(2, { text: "Bonjour", from: { kind: "agent", name: "Marie" } }),
  );
  mock.timers.tick(500);
  assert.equal(said()[0], "Client\u00a0: Allo Marie\u00a0: Bonjour");
});

test("a burst is said in one go, its speaker named once", () => {
  const { announcer, said } = anAnnouncer();
  announcer.announce(aMessage(1, { text: "Un." }));
  mock.timers.tick(300);
  announcer.announce(aMessage(2, { text: "Deux." }));
  assert.deepEqual(said(), ["", ""]);
  mock.timers.tick(200);
  assert.deepEqual(said(), ["Assistant\u00a0: Un. Deux.", ""]);
});

test("the last message's choices are said, those already passed are not", () => {
  const { announcer, said } = anAnnouncer();
  const button = (title: string) => ({ title, token: "jeton" });
  announcer.announce(
    aMessage(1, { text: "Un.", buttons: [button("Trop tard")] }),
    aMessage(2, { text: "Deux?", buttons: [button("Oui"), button("Non")] }),
  );
  mock.timers.tick(500);
  assert.equal(said()[0], "Assistant\u00a0: Un. Deux? Choix\u00a0: Oui, Non.");
});

test("regions take turns, so that the same words are said again", () => {
  const { announcer, said } = anAnnouncer();
  announcer.announce("Connexion rétablie.");
  mock.timers.tick(500);
  assert.deepEqual(said(), ["Connexion rétablie.", ""]);
  announcer.announce("Connexion rétablie.");
  mock.timers.tick(500);
  assert.deepEqual(said(), ["", "Connexion rétablie."]);
});

test("the words go after a while", () => {
  const { announcer, said } = anAnnouncer();
  announcer.announce("Connexion rétablie.");
  mock.timers.tick(500);
  mock.timers.tick(8000);
  assert.deepEqual(said(), ["", ""]);
});

test("nothing new stays silent, and so does what was stopped", () => {
  const { announcer, said } = anAnnouncer();
  announcer.announce();
  announcer.announce("Trop tard.");
  announcer.stop();
  mock.timers.tick(500);
  assert.deepEqual(said(), ["", ""]);
});
