/** What the widget says, in French of Québec. A1 and A2 are approved statements: keep their meaning. */
import type { Ownership } from "../shared/protocol.js";
import { PHONE, TOLL_FREE_PHONE } from "../shared/words.js";

const PHONES = `${PHONE} ou, sans frais, ${TOLL_FREE_PHONE}`;

export const words = {
  launcher: "Besoin d’aide?",
  unread: (count: number) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
  title: "Aide à la connexion",
  close: "Fermer la fenêtre d’aide",
  // A1, A2
  notice:
    "L’assistant qui vous répond est automatisé, ce n’est pas une personne. Une personne du service à la clientèle peut prendre la relève.",
  neverAsked:
    "N’écrivez ici ni mot de passe, ni numéro d’assurance sociale, ni numéro de carte\u00a0: l’assistant ne les demande jamais.",
  connecting: "Connexion à l’assistant…",
  unreachable: `La connexion est interrompue; nous essayons de la rétablir. Vous pouvez aussi nous joindre au ${PHONES}.`,
  reachable: "La connexion est rétablie.",
  owner: ({ owner, agent }: Ownership): string => {
    switch (owner) {
      case "bot":
        return "Assistant automatisé";
      case "waiting":
        return "Demande transmise";
      case "agent":
        return agent ? `Vous parlez avec ${agent}` : "Vous parlez avec une personne";
      case "closed":
        return "Conversation terminée";
    }
  },
  placeholder: (expects: string | null, { owner }: Ownership): string => {
    if (owner === "closed") return "Écrivez pour reprendre";
    return VALUES[expects ?? ""] ?? "Écrivez votre message";
  },
};

/** The values an answer may hold, by the name of their slot. */
const VALUES: Readonly<Record<string, string>> = {
  code_utilisateur: "Votre code d’utilisateur",
  prenom: "Votre prénom",
  nom: "Votre nom de famille",
  courriel: "Votre adresse courriel",
};
