/**
 * The conversation as the client's page knows it: one state, and every event that changes it.
 * Pure; the gateway is the truth and this its copy. Must not know the connection or the page.
 */
import { lastSeqWithoutGap, mergeMessages } from "../shared/messages.js";
import type {
  Choice,
  History,
  Message,
  Ownership,
  Speaker,
  Typing,
  Waiting,
} from "../shared/protocol.js";

/** What the person sends: words, or one of the choices they were offered. */
export type Content = { text: string } | { choice: Required<Choice> };

export type Offer = Required<Choice>;

export interface Conversation {
  readonly messages: readonly Message[];
  readonly ownership: Ownership;
  /** The client's place in the queue; null while nobody can come, or they don't wait. */
  readonly waiting: Waiting | null;
  readonly typing: Speaker | null;
  /** Whether what the gateway stored before is there; until then it is not news. */
  readonly restored: boolean;
  /** Whether the gateway was tried and did not answer. */
  readonly unreachable: boolean;
  /** Why it refused, in words to show; null when it said nothing. */
  readonly refusal: string | null;
  /** What the page is about, while the client is in something else. */
  readonly offer: Offer | null;
  /** Whether only this tab can go on with it. */
  readonly ofThisTab: boolean;
}

export type ConversationEvent =
  | { type: "session"; resumed: boolean; offer: Offer | null; ofThisTab: boolean }
  | { type: "history"; history: History }
  | { type: "message"; message: Message }
  | { type: "ownership"; ownership: Ownership }
  | { type: "waiting"; waiting: Waiting | null }
  | { type: "typing"; typing: Typing }
  | { type: "offer-taken" }
  | { type: "disconnected" }
  | { type: "unreachable"; refusal: string | null }
  | { type: "ended" };

export const NO_CONVERSATION: Conversation = {
  messages: [],
  ownership: { owner: "bot", agent: null, reference: null, survey: null, agent_read_seq: 0 },
  waiting: null,
  typing: null,
  restored: false,
  unreachable: false,
  refusal: null,
  offer: null,
  ofThisTab: false,
};

export function reduce(conversation: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case "session": {
      const { resumed, offer, ofThisTab } = event;
      // A conversation that could not be resumed is a new one: its greeting is news.
      const known = resumed ? conversation : { ...NO_CONVERSATION, restored: true };
      return { ...known, offer, ofThisTab };
    }
    case "history":
      return {
        ...conversation,
        messages: withHistory(conversation, event.history.messages),
        ownership: event.history.state,
        // A place from before the connection was lost is no longer known.
        waiting: null,
        restored: true,
        unreachable: false,
        refusal: null,
      };
    case "message":
      return {
        ...conversation,
        messages: mergeMessages(conversation.messages, [event.message]),
        typing: event.message.from.kind === conversation.typing?.kind ? null : conversation.typing,
      };
    case "ownership":
      return event.ownership.owner === conversation.ownership.owner
        ? { ...conversation, ownership: event.ownership }
        : { ...conversation, ownership: event.ownership, waiting: null, typing: null };
    case "waiting":
      return { ...conversation, waiting: event.waiting };
    case "typing":
      return { ...conversation, typing: event.typing.active ? event.typing.from : null };
    case "disconnected":
      return { ...conversation, typing: null };
    case "offer-taken":
      return { ...conversation, offer: null };
    case "unreachable":
      return { ...conversation, unreachable: true, refusal: event.refusal };
    case "ended":
      return NO_CONVERSATION;
  }
}

/** Told with each connection, so that the gateway sends what came after. */
export function lastKnown({ messages }: Conversation): Message | null {
  const seq = lastSeqWithoutGap(messages);
  return messages.find((message) => message.seq === seq) ?? null;
}

/** What `after` has that the client has neither written nor seen before: to be told, or counted. */
export function news(before: Conversation, after: Conversation): Message[] {
  if (!before.restored || before.messages === after.messages) return [];
  // Not by seq: a conversation that was erased counts from 1 again.
  const known = new Set(before.messages.map((message) => message.id));
  return after.messages.filter(({ from, id }) => from.kind !== "client" && !known.has(id));
}

/** The message whose buttons can still be pressed: only the assistant has spoken since it asked. */
export function openChoices({ messages, ownership }: Conversation): Message | null {
  const { owner } = ownership;
  // Whatever was offered before, an agent now answers in person, or has ended the conversation.
  if (owner === "agent" || owner === "closed") return null;
  const asked = messages.findLastIndex((message) => message.buttons.length > 0);
  const message = messages[asked];
  if (!message) return null;
  // The way back to the assistant stays open for as long as nobody has come.
  if (owner === "waiting" && message.from.kind === "system") return message;
  const passed = messages.slice(asked + 1).some(({ from }) => from.kind !== "bot");
  return passed ? null : message;
}

/** The value the client is being asked for, by its slot's name: by no person. */
export function expectedValue({ messages, ownership: { owner } }: Conversation): string | null {
  return owner === "bot" || owner === "waiting" ? (messages.at(-1)?.expects ?? null) : null;
}

/** Whether a person reads, or will read, what the client writes. */
export function readByPeople({ ownership: { owner } }: Conversation): boolean {
  return owner === "waiting" || owner === "agent";
}

/** A history that starts over what is already there is the whole of another conversation. */
function withHistory(conversation: Conversation, history: readonly Message[]): readonly Message[] {
  const startsOver = (history[0]?.seq ?? Infinity) <= (lastKnown(conversation)?.seq ?? 0);
  return startsOver ? history : mergeMessages(conversation.messages, history);
}
