import assert from "node:assert/strict";
import { test } from "node:test";

import { findReplies } from "./canned-replies.js";

const REPLIES = [
  { shortcut: "pourriels", title: "Courriels indésirables", text: "Regardez dans ce dossier." },
  { shortcut: "verifier", title: "Je vérifie", text: "Un instant, je regarde le dossier." },
  { shortcut: "delai", title: "Délai du courriel", text: "Jusqu’à 30 minutes." },
  { shortcut: "courriel", title: "Bonne adresse", text: "Celle donnée à votre conseiller." },
];

function found(typed: string): string[] {
  return findReplies(REPLIES, typed).map(({ shortcut }) => shortcut);
}

test("nothing typed yet finds all of them, as they come", () => {
  assert.deepEqual(found(""), ["pourriels", "verifier", "delai", "courriel"]);
});

test("a shortcut that begins so goes first, then a title, then a word of one", () => {
  assert.deepEqual(found("cour"), ["courriel", "pourriels", "delai"]);
});

test("accents, capitals and apostrophes do not count", () => {
  assert.deepEqual(found("VÉRI"), ["verifier"]);
  assert.deepEqual(found("indesirables"), ["pourriels"]);
  assert.deepEqual(found("jusqu'a"), ["delai"]);
});

test("several words are all to be found, wherever they are", () => {
  assert.deepEqual(found("dossier regarde"), ["pourriels", "verifier"]);
  assert.deepEqual(found("dossier conseiller"), []);
});
