/** What the supervisors' page and the invitation's say, in French of Québec. */
import { kindName } from "../desk/words.js";
import type { Role } from "../desk/desk-protocol.js";
import type {
  CaseEvent,
  CaseEventKind,
  CaseState,
  ListedCase,
  TeamMember,
} from "./team-protocol.js";

const FULL = new Intl.DateTimeFormat("fr-CA", { dateStyle: "medium", timeStyle: "short" });

/** A day and an hour, short enough for a table. */
export function shortTime(at: string): string {
  return FULL.format(new Date(at));
}

export const roles: Readonly<Record<Role, string>> = {
  agent: "Agent",
  supervisor: "Superviseur",
  manager: "Gestionnaire",
};

/** How an ended case ended, where nobody gave a reason. */
const ENDINGS: Readonly<Partial<Record<CaseEventKind, string>>> = {
  handed_back: "Rendu à l’assistant",
  returned: "Revenu à l’assistant",
  client_left: "Client parti",
  call_back: "Rappel demandé",
};

export const words = {
  title: "Équipe",
  sections: {
    label: "Sections",
    agents: "Comptes",
    cases: "Conversations",
    assisted: "Avec l’assistant",
    values: "Registre",
  },
  loading: "Chargement…",
  refresh: "Actualiser",
  more: "Afficher la suite",
  cancel: "Annuler",
  close: "Fermer",
  none: "—",

  accounts: {
    caption: "Comptes de l’équipe",
    invite: "Inviter une personne",
    name: "Nom",
    login: "Identifiant",
    role: "Rôle",
    state: "État",
    cases: "Dossiers",
    actions: "Actions",
    roleOf: (name: string) => `Rôle de ${name}`,
    newLink: "Nouveau lien",
    newLinkFor: (name: string) => `Nouveau lien pour ${name}`,
    lock: "Verrouiller",
    lockOf: (name: string) => `Verrouiller le compte de ${name}`,
    unlock: "Déverrouiller",
    unlockOf: (name: string) => `Déverrouiller le compte de ${name}`,
    yours: "(vous)",
    stateOf: (member: TeamMember): string => {
      if (member.locked) return "Verrouillé";
      if (member.new) {
        return member.invited_until && Date.parse(member.invited_until) > Date.now()
          ? `Invitation valable jusqu’au ${shortTime(member.invited_until)}`
          : "Invitation expirée";
      }
      if (!member.connected) return "Absent";
      return member.presence === "here" ? "Au bureau" : "En pause";
    },
    locked: (name: string) => `Le compte de ${name} est verrouillé.`,
    unlocked: (name: string) => `Le compte de ${name} est déverrouillé.`,
    roleChanged: (name: string, role: Role) =>
      `${name} a maintenant le rôle «\u00a0${roles[role]}\u00a0».`,
    lockQuestion: (name: string) => `Verrouiller le compte de ${name}?`,
    lockEffect: (cases: number) =>
      cases === 0
        ? "Ses sessions se terminent tout de suite. Vous pourrez déverrouiller le compte."
        : `Ses sessions se terminent tout de suite et ${cases === 1 ? "son dossier retourne" : `ses ${cases} dossiers retournent`} en tête de la file. Vous pourrez déverrouiller le compte.`,
  },

  invitation: {
    title: "Inviter une personne",
    nameHint: "Ce que les clients et les collègues liront.",
    loginHint: "Lettres sans accent, chiffres, point, tiret.",
    incomplete: "Entrez un nom et un identifiant.",
    create: "Créer le lien",
    linkTitle: (name: string) => `Lien pour ${name}`,
    link: "Lien d’invitation",
    linkEffect: (until: string) =>
      `Remettez ce lien à cette personne seulement. Il sert une seule fois, jusqu’au ${shortTime(until)}. Il ne sera plus affiché.`,
    copy: "Copier le lien",
    copied: "Le lien est copié.",
    notCopied: "Le lien n’a pas pu être copié. Sélectionnez-le et copiez-le.",
  },

  cases: {
    caption: "Dossiers, du plus récent au plus ancien",
    search: "Numéro de référence",
    find: "Chercher",
    state: "Dossiers",
    states: { all: "Tous", open: "Ouverts", closed: "Terminés" } satisfies Record<
      CaseState,
      string
    >,
    nothing: "Aucun dossier ne correspond.",
    reference: "Référence",
    reason: "Motif",
    problem: "Problème",
    opened: "Ouvert",
    who: "Agent",
    status: "État",
    stateOf: (listed: ListedCase): string => {
      if (listed.owner === "waiting") return "En attente";
      if (listed.owner === "agent") return "En cours";
      return listed.close_label ?? ENDINGS[listed.last_event ?? "closed"] ?? "Terminé";
    },
  },

  case: {
    back: "Retour à la liste",
    heading: (reference: string) => `Dossier ${reference}`,
    steps: "Étapes essayées",
    details: "Précisions",
    device: (device: string) => `Appareil\u00a0: ${device}`,
    notes: "Notes",
    noNotes: "Aucune note.",
    closeNote: "Note de fermeture",
    events: "Déroulement",
    erased: "Rien n’est conservé de ce qui a été dit.",
    assign: "Confier à",
    queue: "La file d’attente",
    choose: "Choisissez…",
    assignNow: "Confier",
    assigned: "Le dossier est confié.",
    eventOf: ({ kind, agent, to_agent }: CaseEvent): string => {
      const by = agent ? ` par ${agent}` : "";
      switch (kind) {
        case "opened":
          return "Ouvert";
        case "taken":
          return `Pris en charge${by}`;
        case "released":
          return agent
            ? `Retourné dans la file; ${agent} ne répondait plus`
            : "Retourné dans la file";
        case "transferred":
          return to_agent ? `Confié à ${to_agent}${by}` : `Retourné dans la file${by}`;
        case "handed_back":
          return `Rendu à l’assistant${by}`;
        case "returned":
          return "Le client est revenu à l’assistant";
        case "client_left":
          return "Le client est parti";
        case "call_back":
          return "Rappel demandé";
        case "closed":
          return `Fermé${by}`;
        case "reopened":
          return "Rouvert par le client";
      }
    },
  },

  assisted: {
    caption: "Conversations sans agent, de la plus récente à la plus ancienne",
    nothing: "Aucune conversation.",
    started: "Commencée",
    last: "Dernier message",
    lines: "Messages",
    problem: "Sujet",
    device: "Appareil",
    heading: (at: string) => `Conversation du ${at}`,
  },

  values: {
    caption: "Renseignements affichés et conversations lues",
    explanation:
      "Chaque fois qu’un agent affiche un renseignement masqué, ou qu’un superviseur lit une conversation dans cette page, c’est noté ici. Le renseignement lui-même n’est pas conservé.",
    nothing: "Rien n’a encore été noté.",
    at: "Quand",
    agent: "Qui",
    reference: "Dossier",
    kind: "Quoi",
    what: (kind: string): string =>
      kind === "conversation" ? "A lu la conversation" : `A affiché\u00a0: ${kindName(kind)}`,
  },

  choosePassword: {
    title: "Choisir un mot de passe",
    subtitle: "Pour votre compte du bureau",
    hint: "Au moins 12 caractères. Une phrase que vous retenez convient très bien.",
    password: "Nouveau mot de passe",
    show: "Afficher le mot de passe",
    save: "Enregistrer",
    saving: "Enregistrement…",
    empty: "Entrez un mot de passe.",
    noToken: "Ce lien est incomplet. Copiez-le en entier, ou demandez-en un nouveau.",
    done: "Votre mot de passe est enregistré.",
    login: (login: string) => `Votre identifiant est «\u00a0${login}\u00a0».`,
    signIn: "Se connecter",
  },
};
