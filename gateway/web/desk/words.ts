/** What the desk says to agents, in French of Québec. */
import { clockTime, dayName } from "../shared/clock-time.js";
import type { CallBack, Case, Colleague, EarlierCase } from "./desk-protocol.js";

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
  closedHours: "Hors des heures d’ouverture\u00a0: les clients se font offrir un rappel.",
  fraud: "Fraude",
  priority: "Prioritaire",
  returned: "Revenu",
  warned: "Avisé de la fermeture",
  reference: (reference: string) => `Réf.\u00a0${reference}`,
  online: "Client en ligne",
  offline: "Client parti",
  unread: (count: number) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
  with: (agent: string) => `Avec ${agent}`,
  newCase: (reason: string) => `Nouvelle demande\u00a0: ${reason}.`,
  returnedCase: (reason: string) => `Demande revenue dans la file\u00a0: ${reason}.`,
  given: (reference: string) => `Une conversation vous est confiée\u00a0: ${reference}.`,
  takenBack: (reference: string) => `La conversation ${reference} est retournée dans la file.`,
  clientLeft: "Le client est parti.",
  newNote: (agent: string, text: string) => `Note de ${agent}\u00a0: ${text}`,
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

  presence: {
    label: "Votre présence",
    here: "Disponible",
    capacity: "Conversations à la fois",
    colleagues: (count: number) =>
      count === 0 ? "Aucun collègue" : count === 1 ? "1 collègue" : `${count} collègues`,
    noColleague: "Personne d’autre n’a ouvert le bureau.",
    load: ({ cases, capacity }: Colleague) => `${cases} sur ${capacity}`,
    away: "en pause",
    full: "occupé",
    sound: "Son",
    shortcuts: "Raccourcis",
  },

  views: {
    label: "Vues",
    queue: "File",
    callBacks: (due: number) => (due > 0 ? `Rappels (${due})` : "Rappels"),
  },

  callBacks: {
    none: "Aucun rappel à faire.",
    groups: { due: "À faire maintenant", later: "Plus tard", settled: "Réglés aujourd’hui" },
    at: (at: string) => `${dayName(at)}, ${clockTime(at)}`,
    preference: (preference: string) => `Souhait\u00a0: ${preference}`,
    tries: (tries: number) => (tries === 1 ? "1 essai" : `${tries} essais`),
    last: ({ agent, note }: CallBack) => [agent, note].filter(Boolean).join("\u00a0: ") || null,
    transcript: "Lire la conversation",
    transcriptTitle: (reference: string) => `Conversation ${reference}`,
    back: "Retour au rappel",
    show: "Afficher le numéro",
    call: (phone: string) => `Appeler le ${phone}`,
    extension: (digits: string) => `, poste ${digits}`,
    note: "Note sur l’appel",
    retryAt: "Réessayer à",
    done: "Client joint",
    again: "Réessayer plus tard",
    failed: "Abandonner",
    givingUp: {
      title: "Abandonner ce rappel?",
      effect: "Personne ne rappellera ce client. C’est définitif.",
      submit: "Abandonner le rappel",
    },
    retryFirst: "Choisissez l’heure du prochain essai.",
    changed: "Le client vient de changer ce rappel. La liste montre ce qu’il veut maintenant.",
    settledBy: ({ agent }: CallBack) =>
      `Ce rappel a déjà été noté par ${agent}. La liste montre où il en est.`,
    calledOff: (reference: string) => `Rappel ${reference}\u00a0: le client l’a annulé.`,
    statuses: { due: "À faire", done: "Client joint", failed: "Abandonné" },
    settled: (reference: string) => `Le rappel ${reference} est noté.`,
  },

  shortcuts: {
    title: "Raccourcis clavier",
    intro: "Ils agissent quand vous n’écrivez pas. Échap quitte le champ où vous écrivez.",
    on: "Raccourcis d’une touche",
    keys: "Touche",
    effects: "Effet",
    names: {
      first: "Ouvrir la première conversation en attente",
      next: "Conversation suivante",
      previous: "Conversation précédente",
      list: "Aller à la file",
      call_backs: "Aller aux rappels",
      take: "Prendre la conversation",
      write: "Écrire au client",
      note: "Écrire une note",
      resend: "Renvoyer un courriel",
      transfer: "Transférer",
      hand_back: "Rendre à l’assistant",
      close: "Fermer la conversation",
      help: "Afficher les raccourcis",
    },
    replies: "Au début d’une réponse\u00a0: les réponses toutes faites",
    done: "Terminé",
  },

  replies: {
    button: "Réponses toutes faites",
    search: "Chercher une réponse toute faite",
    list: "Réponses toutes faites",
    found: (count: number) =>
      count === 0 ? "Aucune réponse" : count === 1 ? "1 réponse" : `${count} réponses`,
  },

  nothingShown: "Choisissez une conversation dans la file.",
  back: "Retour à la file",
  take: "Prendre",
  handBack: "Rendre à l’assistant",
  close: "Fermer",
  closing: {
    title: "Fermer cette conversation?",
    effect: "Le client verra que la conversation est terminée, et son dossier quittera la file.",
    reason: "Raison",
    /** By the gateway's word for each. */
    reasons: {
      regle: "Réglé",
      sans_suite: "Le client ne répond plus",
      conseiller: "Dirigé vers le conseiller",
      telephone: "Dirigé vers le service téléphonique",
      hors_sujet: "Hors sujet",
      abus: "Propos abusifs",
      autre: "Autre raison",
    },
    note: "Note (facultative)",
    noReason: "Choisissez une raison.",
    submit: "Fermer la conversation",
  },
  transfer: "Transférer",
  transferring: {
    title: "Transférer cette conversation",
    effect: "Le client lira qui lui répond. Vos notes suivent le dossier.",
    to: "À qui?",
    queue: "Remettre dans la file",
    noChoice: "Choisissez à qui la transférer.",
    submit: "Transférer la conversation",
  },
  resend: "Renvoyer un courriel",
  resending: {
    title: "Renvoyer un courriel",
    effect:
      "Si les renseignements correspondent à un compte, le courriel part à l’adresse au dossier. Personne ne peut le vérifier d’ici.",
    which: "Quel courriel?",
    verbs: {
      password_reset: "Réinitialisation du mot de passe",
      user_code_reminder: "Rappel du code d’utilisateur",
    },
    slots: {
      code_utilisateur: "Code d’utilisateur",
      prenom: "Prénom",
      nom: "Nom de famille",
      courriel: "Adresse courriel",
      type_compte: "Type de compte",
    } as Readonly<Record<string, string>>,
    known: "Déjà donné par le client. Laissez vide pour l’utiliser.",
    accountTypes: { individuel: "Individuel", conjoint: "Conjoint" },
    missing: "Remplissez ce qui manque.",
    submit: "Envoyer la demande",
  },
  cancel: "Annuler",
  actions: "Conversation en cours",
  placeholder: "Écrivez au client, ou «\u00a0/\u00a0» pour une réponse toute faite",
  clientWarned: "Le client est parti et a été avisé que la conversation va se fermer.",
  unverified: "Identité non vérifiée",
  waited: (wait: string) => `Attente\u00a0: ${wait}`,

  record: {
    label: "Dossier",
    open: (notes: number) => (notes > 0 ? `Dossier et notes (${notes})` : "Dossier et notes"),
    steps: "Déjà essayé",
    noSteps: "Rien n’a encore été essayé.",
    details: "Précisions",
    earlier: "Conversations précédentes",
    noEarlier: "C’est sa première demande.",
    openEarlier: ({ reference }: EarlierCase) => `Relire la conversation ${reference}`,
    earlierTitle: ({ reference, opened_at }: EarlierCase) =>
      `${reference}, ${dayName(opened_at).toLowerCase()}`,
    closeEarlier: "Retour au dossier",
    notes: "Notes privées",
    noted: (agent: string, text: string) => `${agent}\u00a0: ${text}`,
    closedWith: (note: string) => `À la fermeture\u00a0: ${note}`,
    notesAudience: "Les agents les lisent, jamais le client.",
    newNote: "Nouvelle note",
    addNote: "Ajouter la note",
  },
  takeFirst: "Prenez la conversation pour répondre au client.",
  answeredBy: ({ agent }: Case) => `${agent ?? "Un autre agent"} répond à ce client.`,
  left: "Ce dossier n’est plus dans la file.",
};
