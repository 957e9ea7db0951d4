/** What both pages say, in French of Québec. */
import type { Speaker } from "./protocol.js";

/** Which side of the conversation is looking at it. */
export type Viewer = "client" | "agent";

export const PHONE = "418\u00a0838-1107";
export const TOLL_FREE_PHONE = "1\u00a0888\u00a0776-1668";

/** Who wrote, as the viewer calls them. */
export function speakerName(speaker: Speaker, viewer: Viewer): string {
  switch (speaker.kind) {
    case "bot":
      return speaker.name ?? "Assistant";
    case "agent":
      return speaker.name ?? "Agent";
    case "system":
      return "Information";
    case "client":
      return viewer === "client" ? "Vous" : "Client";
  }
}

export const words = {
  transcript: "Conversation",
  typing: (name: string) => `${name} écrit…`,
  said: (name: string) => `${name}\u00a0:`,
  choices: (titles: readonly string[]) => `Choix\u00a0: ${titles.join(", ")}.`,
  newMessages: "Nouveaux messages",
  read: "Lu",
  waiting: "Sera envoyé au retour de la connexion",
  notSent: (reason: string) => `Non envoyé. ${reason}`,
  retry: "Réessayer",
  edit: "Modifier",
  remove: "Retirer",
  composer: "Votre message",
  send: "Envoyer",
  tooLong: (length: number, limit: number) =>
    `Votre message compte ${number(length)} caractères; la limite est de ${number(limit)}. Raccourcissez-le avant de l’envoyer.`,
  length: (length: number, limit: number) => `${number(length)} sur ${number(limit)} caractères`,
};

function number(value: number): string {
  return value.toLocaleString("fr-CA");
}
