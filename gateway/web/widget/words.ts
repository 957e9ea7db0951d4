/** What the widget says, in French of Québec. A1 and A2 are approved statements: keep their meaning. */
import type { Owner, Ownership, Waiting } from "../shared/protocol.js";
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
  thisTabOnly: "Sur ce site, vous retrouvez la conversation dans cet onglet seulement.",
  connecting: "Connexion à l’assistant…",
  unreachable: (refusal: string | null) =>
    `${refusal ?? "La connexion est interrompue; nous essayons de la rétablir."} Vous pouvez aussi nous joindre au ${PHONES}.`,
  reachable: "La connexion est rétablie.",
  offer: "À propos de cette page\u00a0:",
  options: "Options",
  textSize: "Taille du texte",
  // What is read begins with what is seen.
  smaller: "A−, réduire le texte",
  larger: "A+, agrandir le texte",
  textScale: (scale: number) => `${Math.round(scale * 100)}\u00a0%`,
  save: "Enregistrer la conversation",
  saved: "La conversation est enregistrée dans un fichier.",
  savedAt: (time: string) => `Conversation enregistrée le ${time}`,
  fileName: (day: string) => `conversation-${day}.txt`,
  restart: "Terminer et recommencer",
  restartQuestion: "Terminer la conversation?",
  restartMeaning: (owner: Owner) =>
    `${leaving(owner)}Une nouvelle conversation commence et celle-ci n’est plus affichée. Pour la supprimer, choisissez plutôt «\u00a0Effacer la conversation\u00a0».`,
  restartYes: "Terminer",
  erase: "Effacer la conversation",
  eraseQuestion: "Effacer la conversation?",
  eraseMeaning: (owner: Owner) =>
    `${leaving(owner)}Tout ce qui a été écrit ici est supprimé et la fenêtre se ferme. C’est un bon choix sur un ordinateur public.`,
  eraseYes: "Effacer",
  cancel: "Annuler",
  underWay: "Un instant…",
  notDone: `La demande n’a pas abouti. Réessayez dans un moment, ou appelez au ${PHONE}.`,
  erased: "La conversation est effacée.",
  again: "Nouvelle conversation",
  owner: ({ owner, agent }: Ownership, waiting: Waiting | null): string => {
    switch (owner) {
      case "bot":
        return "Assistant automatisé";
      case "waiting":
        // Without a place nobody can come for now.
        return waiting ? "En attente d’une personne" : "Demande transmise";
      case "agent":
        return agent ? `Vous parlez avec ${agent}` : "Vous parlez avec une personne";
      case "closed":
        return "Conversation terminée";
    }
  },
  reference: "Référence\u00a0:",
  place: ({ position }: Waiting) => `Vous êtes en ${position}${position === 1 ? "re" : "e"} place`,
  wait: ({ minutes }: Waiting) => {
    if (minutes < 1) return "moins d’une minute";
    return minutes < 60 ? `environ\u00a0${minutes}\u00a0min` : "plus d’une heure";
  },
  survey: {
    assistant: {
      title: "Votre avis sur l’assistant",
      help: "Est-ce que l’assistant vous a été utile?",
      worst: "pas du tout",
      best: "beaucoup",
    },
    agent: {
      title: "Votre avis sur le service",
      help: "Comment était le service reçu?",
      worst: "mauvais",
      best: "excellent",
    },
  },
  surveySolved: "Est-ce réglé?",
  yes: "Oui",
  no: "Non",
  surveySend: "Envoyer mon avis",
  surveySkip: "Passer",
  surveyEmpty: "Choisissez au moins une réponse, ou passez.",
  surveyThanks: "Merci, votre avis est noté.",
  surveyAsked: (title: string) =>
    `${title}, si vous le voulez\u00a0: deux questions sont à la fin de la conversation.`,
  notRated: "Votre avis n’a pas pu être envoyé. Réessayez dans un moment.",
  placeholder: (expects: string | null, { owner }: Ownership): string => {
    if (owner === "closed") return "Écrivez pour reprendre";
    return VALUES[expects ?? ""] ?? "Écrivez votre message";
  },
};

/** What else ends with the conversation. */
function leaving(owner: Owner): string {
  return owner === "agent" || owner === "waiting"
    ? "Votre demande au service à la clientèle est retirée. "
    : "";
}

/** The values an answer may hold, by the name of their slot. */
const VALUES: Readonly<Record<string, string>> = {
  code_utilisateur: "Votre code d’utilisateur",
  prenom: "Votre prénom",
  nom: "Votre nom de famille",
  courriel: "Votre adresse courriel",
  telephone_rappel: "Votre numéro de téléphone",
  moment_rappel: "Le moment qui vous convient",
};
