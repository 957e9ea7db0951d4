/** What the inbox says to managers, in French of Québec. */
import type { Cause } from "./inbox-api.js";

const CAUSES: Readonly<Record<Cause, string>> = {
  fallback: "Pas comprise",
  unsure: "Comprise de justesse",
  rejected: "Propositions refusées",
  escalated: "Agent demandé aussitôt après",
};

const DAY = new Intl.DateTimeFormat("fr-CA", { day: "numeric", month: "long" });

export const words = {
  title: (groups: number) => (groups > 0 ? `(${groups}) Incompris` : "Incompris"),
  intro:
    "Choisissez ce que le client voulait dire. Les phrases ajoutées serviront au prochain entraînement de l’assistant. Retirez-en tout renseignement personnel.",
  loading: "Chargement…",
  empty: "Rien à classer. Les phrases mal comprises apparaîtront ici.",
  reload: "Actualiser",

  group: (text: string) => `«\u00a0${text}\u00a0»`,
  count: (lines: number) => (lines > 1 ? `${lines} phrases semblables` : "1 phrase"),
  keep: (text: string) => `Retenir «\u00a0${text}\u00a0»`,
  text: (position: number) => `Phrase ${position}`,
  cause: (cause: Cause) => CAUSES[cause],
  on: (at: string) => DAY.format(new Date(at)),
  masked: "Remplacez ce qui est entre crochets, ou décochez la phrase.",

  intent: "Ce que le client voulait dire",
  search: "Tapez pour chercher",
  guess: (title: string) => `Proposition\u00a0: ${title}`,
  accept: "Ajouter à l’entraînement",
  dismiss: "Écarter",
  noIntent: "Choisissez d’abord ce que le client voulait dire, dans la liste.",
  noLine: "Cochez au moins une phrase.",

  accepted: (written: number, lines: number) => {
    if (written === 0) return "L’assistant connaissait déjà cette phrase; elle est classée.";
    if (written < lines)
      return `${written} sur ${lines} ajoutées; les autres étaient déjà connues.`;
    return written > 1 ? `${written} phrases ajoutées.` : "Phrase ajoutée.";
  },
  dismissed: (lines: number) => (lines > 1 ? `${lines} phrases écartées.` : "Phrase écartée."),
  undo: "Annuler",
  undone: "C’est annulé.",
  unreachable: "Le serveur ne répond pas. Réessayez dans un moment.",
};
