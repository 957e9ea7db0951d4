/** What the manager's page says, in French of Québec; the tables' own words come from the gateway. */
import type { Unit } from "./figures.js";

const PERCENT = 100;
const DECIMALS: Readonly<Record<Unit, number>> = {
  nombre: 0,
  part: 1,
  minutes: 1,
  heures: 0,
  note: 1,
};

function number(value: number, decimals: number): string {
  return value.toLocaleString("fr-CA", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** How each table is counted. */
const notes: Readonly<Record<string, (callMinutes: number) => string>> = {
  issues: () =>
    "Chaque conversation où le client a écrit compte une fois, le jour de son premier message. «\u00a0Confirmée\u00a0»\u00a0: le client l’a dit à l’assistant.",
  appels: (minutes) =>
    `Une conversation réglée sans agent compte pour un appel de ${number(minutes, 0)}\u00a0minutes. «\u00a0Supposée\u00a0»\u00a0: le client est parti après une piste et n’est pas revenu dans les 24\u00a0heures; rien ne prouve que c’est réglé.`,
  semaines: () =>
    "Du lundi au dimanche, à l’heure du Québec. La première et la dernière semaine peuvent être incomplètes.",
  sujets: () => "Selon le dernier problème dont il a été question dans la conversation.",
  attentes: () =>
    "De la demande jusqu’à la première prise en charge. Les autres sont partis ou revenus à l’assistant avant.",
  satisfaction: () =>
    "Ce que les clients ont répondu à la fin, à part pour l’assistant et pour les agents. Tous ne répondent pas.",
  incompris: () => "Parmi les messages que l’assistant a lus, ceux qu’il n’a pas compris.",
  etapes: () =>
    "La dernière étape proposée pour chaque problème, quelle que soit l’issue. La part est celle du problème.",
};

export const words = {
  title: "Chiffres",
  period: "Période",
  presets: [
    { days: 7, label: "7 derniers jours" },
    { days: 30, label: "30 derniers jours" },
    { days: 91, label: "13 dernières semaines" },
  ],
  from: "Du",
  to: "Au",
  show: "Afficher",
  notAPeriod:
    "Choisissez une date de début, puis une date de fin qui n’est ni avant elle ni à venir.",
  loading: "Calcul des chiffres…",
  loaded: (from: string, to: string) => `Chiffres du ${from} au ${to}.`,
  failed: "Les chiffres n’ont pas pu être lus. Réessayez dans un moment.",
  retry: "Réessayer",
  exportAll: "Tout télécharger (CSV)",
  exportOne: "Télécharger ce tableau (CSV)",
  exportOneOf: (title: string) => `\u00a0: ${title}`,
  empty: "Rien à montrer pour cette période, ou trop peu de conversations (moins de\u00a05).",
  hidden: "Masqué",
  hiddenMark: "—",
  privacy:
    "—\u00a0: chiffre masqué, pour que personne ne soit reconnu dans un groupe de moins de\u00a05. Les petits groupes sont réunis sous «\u00a0Autres\u00a0».",
  recent: "Les conversations des 24\u00a0dernières heures n’y sont pas encore.",
  note: (table: string, callMinutes: number) => notes[table]?.(callMinutes) ?? "",
  value: (value: number, unit: Unit) =>
    unit === "part"
      ? `${number(value * PERCENT, DECIMALS.part)}\u00a0%`
      : number(value, DECIMALS[unit]),
};
