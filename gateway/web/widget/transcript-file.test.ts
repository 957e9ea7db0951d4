import assert from "node:assert/strict";
import { test } from "node:test";

import { aMessage } from "../shared/testing.js";
import { transcriptText } from "./transcript-file.js";

test("the file says who said what, and when", () => {
  const at = new Date(2026, 0, 15, 14, 20);
  const text = transcriptText(
    [
      aMessage(1, {
        at: at.toISOString(),
        text: "Bonjour.\nQu’est-ce qui bloque?",
        buttons: [{ title: "Lien expiré" }, { title: "Parler à un agent" }],
      }),
      aMessage(2, {
        at: at.toISOString(),
        text: "Lien expiré",
        from: { kind: "client", name: null },
      }),
      aMessage(3, {
        at: at.toISOString(),
        text: "Bonjour",
        from: { kind: "agent", name: "Julie" },
      }),
    ],
    new Date(2026, 0, 15, 15, 0),
  );
  assert.equal(
    text.replaceAll(/[\u00a0\u202f]/g, " "),
    [
      "\ufeffAide à la connexion",
      "Conversation enregistrée le 15 janvier 2026 à 15 h 00",
      "",
      "Assistant, 15 janvier 2026 à 14 h 20",
      "Bonjour.",
      "Qu’est-ce qui bloque?",
      "Choix : Lien expiré, Parler à un agent.",
      "",
      "Vous, 15 janvier 2026 à 14 h 20",
      "Lien expiré",
      "",
      "Julie, 15 janvier 2026 à 14 h 20",
      "Bonjour",
      "",
    ].join("\r\n"),
  );
});
