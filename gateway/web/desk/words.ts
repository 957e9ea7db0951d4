/** What the desk says to agents, in French of Québec. */
import type { Case } from "./desk-protocol.js";

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** A masked value of each kind, by the gateway's word for it. */
const VALUE_NAMES: Readonly<Record<string, string>> = {
  code_utilisateur: "le code d’utilisateur",
  prenom: "le prénom",
  nom: "le nom",
  courriel: "l’adresse courriel",
  telephone: "le numéro de téléphone",
  carte: "le numéro de carte",
  nas: "le numéro d’assurance sociale",
  mot_de_passe: "le mot de passe",
  lien: "le lien",
};

function valueName(kind: string): string {
  return VALUE_NAMES[kind] ?? "le renseignement";
}

/** A kind of masked value, as the name of a row. */
export function kindName(kind: string): string {
  const name = valueName(kind).replace(/^(le |la |l’)/, "");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const words = {
  product: "Bureau",
  subtitle: "Service à la clientèle",
  title: (waiting: number) => (waiting > 0 ? `(${waiting}) Bureau` : "Bureau"),

  pages: {
    label: "Pages",
    desk: "Bureau",
    team: "Équipe",
    figures: "Chiffres",
    inbox: "Incompris",
    newTab: "(nouvel onglet)",
  },

  signInTitle: "Connexion au bureau",
  login: "Identifiant",
  password: "Mot de passe",
  signIn: "Se connecter",
  signingIn: "Connexion…",
  signOut: "Se déconnecter",
  changePassword: {
    open: "Mot de passe",
    title: "Changer de mot de passe",
    effect: "Vos autres sessions se terminent; celle-ci continue.",
    current: "Mot de passe actuel",
    new: "Nouveau mot de passe",
    hint: "Au moins 12 caractères. Une phrase que vous retenez convient très bien.",
    show: "Afficher les mots de passe",
    save: "Enregistrer",
    incomplete: "Entrez les deux mots de passe.",
    done: "Votre mot de passe est changé.",
    close: "Fermer",
  },
  signInIncomplete: "Entrez votre identifiant et votre mot de passe.",
  sessionEnded: "Votre session est terminée. Connectez-vous de nouveau.",
  unreachable: "Le serveur ne répond pas. Réessayez dans un moment.",

  connecting: "Connexion au serveur…",
  disconnected:
    "La connexion est interrompue; nous essayons de la rétablir. Ce que vous écrivez partira à son retour.",
  reconnected: "La connexion est rétablie.",

  queue: "File",
  groups: {
    waiting: "En attente",
    mine: "Mes conversations",
    others: "Avec d’autres agents",
  },
  noneWaiting: "Personne n’attend. Les nouvelles demandes apparaîtront ici.",
  priority: "Prioritaire",
  reference: (reference: string) => `Réf.\u00a0${reference}`,
  online: "Client en ligne",
  offline: "Client parti",
  unread: (count: number) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
  with: (agent: string) => `Avec ${agent}`,
  newCase: (reason: string) => `Nouvelle demande\u00a0: ${reason}.`,
  messageElsewhere: "Nouveau message dans une autre de vos conversations.",

  /** How long a client has waited, to the minute. */
  wait: (since: string, now: number): string => {
    const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE_MS));
    if (minutes === 0) return "à l’instant";
    if (minutes < MINUTES_PER_HOUR) return `${minutes}\u00a0min`;
    const rest = String(minutes % MINUTES_PER_HOUR).padStart(2, "0");
    return `${Math.floor(minutes / MINUTES_PER_HOUR)}\u00a0h\u00a0${rest}`;
  },

  open: "Afficher",
  hide: "Masquer",
  openValue: (kind: string) => `Afficher ${valueName(kind)}`,
  hideValue: (kind: string) => `Masquer ${valueName(kind)}`,

  nothingShown: "Choisissez une conversation dans la file.",
  back: "Retour à la file",
  take: "Prendre",
  handBack: "Rendre à l’assistant",
  close: "Fermer",
  closeQuestion: "Fermer cette conversation?",
  closeEffect: "Le client verra que la conversation est terminée, et son dossier quittera la file.",
  closeNow: "Fermer la conversation",
  cancel: "Annuler",
  actions: "Conversation en cours",
  placeholder: "Écrivez au client",
  takeFirst: "Prenez la conversation pour répondre au client.",
  answeredBy: ({ agent }: Case) => `${agent ?? "Un autre agent"} répond à ce client.`,
  left: "Ce dossier n’est plus dans la file.",
};
