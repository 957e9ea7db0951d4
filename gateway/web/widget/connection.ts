/**
 * The client's way to the gateway: the conversation's cookie or token, then a socket that comes
 * back by itself. Turns what it hears into events; must not know what they change.
 */
import { io, type Socket } from "socket.io-client";

import type {
  Acknowledgement,
  History,
  Message,
  Ownership,
  Rating,
  Turn,
  Typing,
  Waiting,
} from "../shared/protocol.js";
import type { Content, ConversationEvent, Offer } from "./conversation.js";
import { knownToken, rememberToken } from "./memory.js";
import { words } from "./words.js";

/** The gateway stores a message before it answers; no answer by then means a dead connection. */
const ACKNOWLEDGEMENT_TIMEOUT_MS = 10_000;

/** Longer than any healthy answer, short enough to show the phone numbers soon. */
const CONNECTION_TIMEOUT_MS = 8_000;

/** A turn under way ends before its conversation is erased. */
const LEAVE_TIMEOUT_MS = 20_000;

/** An agent who goes on writing says so more often than this. */
const TYPING_LIFETIME_MS = 6_000;

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 20_000;

/** What the gateway says to a socket whose conversation it doesn't know. */
const NO_CONVERSATION = "conversation_absente";

/** With these the gateway gives a sentence to show. */
const STATUSES_IN_WORDS = [429, 503];

const CONVERSATION = "/api/conversation";

interface Opened {
  resumed: boolean;
  offer?: Offer;
  /** Only where the gateway's cookie isn't kept. */
  token?: string;
}

interface ServerEvents {
  history: (history: History) => void;
  message: (message: Message) => void;
  state: (ownership: Ownership) => void;
  waiting: (waiting: Waiting | null) => void;
  typing: (typing: Typing) => void;
  turn: (turn: Turn) => void;
  ended: (end: { erased: boolean }) => void;
}

interface ClientEvents {
  message: (
    message: { id: string; text: string } | { id: string; button: string },
    acknowledge: (answer: Acknowledgement) => void,
  ) => void;
  typing: (typing: { active: boolean }) => void;
  read: (read: { seq: number }) => void;
  rate: (rating: Rating, acknowledge: (answer: Acknowledgement) => void) => void;
}

export interface ConnectionOptions {
  gateway: string;
  /** What the page is about, if it says so. */
  context: string | null;
  /** The last message this page has, asked at each connection. */
  last: () => { seq: number; id: string } | null;
  onEvent: (event: ConversationEvent) => void;
  /** The gateway is done with a message of this page, whatever came of it. */
  onTurn: (turn: Turn) => void;
  /** The conversation is over for good, by this page's doing or another's. */
  onEnded: (erased: boolean) => void;
}

/** The gateway answered, and not with what was asked for. */
class Refusal extends Error {
  readonly sentence: string | null;

  constructor(sentence: string | null) {
    super("the gateway refused");
    this.sentence = sentence;
  }
}

export class Connection {
  private readonly options: ConnectionOptions;
  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay = FIRST_RETRY_MS;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  /** The gateway gave a conversation, and the socket was not let in yet. */
  private entering = false;
  /** Whether the cookie given did not come back. */
  private cookieLost = false;
  private closed = false;

  constructor(options: ConnectionOptions) {
    this.options = options;
    this.socket = io(options.gateway, {
      autoConnect: false,
      withCredentials: true,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      timeout: CONNECTION_TIMEOUT_MS,
      reconnectionDelay: FIRST_RETRY_MS,
      reconnectionDelayMax: LONGEST_RETRY_MS,
      auth: (send) => {
        const last = options.last();
        send({ last_seq: last?.seq ?? 0, last_id: last?.id, token: knownToken() });
      },
    });
    this.listen();
  }

  /** Creates or resumes the conversation, then connects; tries until it succeeds. */
  async open(): Promise<void> {
    this.cancelRetry();
    const query = new URLSearchParams();
    if (this.options.context) query.set("contexte", this.options.context);
    if (this.cookieLost) query.set("sans-temoin", "");
    try {
      const response = await this.request("POST", `${CONVERSATION}?${query}`);
      const { resumed, offer, token } = (await response.json()) as Opened;
      if (this.closed) return;
      if (token !== undefined) rememberToken(token);
      this.entering = true;
      this.options.onEvent({
        type: "session",
        resumed,
        offer: offer ?? null,
        ofThisTab: token !== undefined,
      });
      this.socket.connect();
    } catch (error) {
      this.loseReach(error instanceof Refusal ? error.sentence : null);
      this.openLater();
    }
  }

  /** Ends the conversation for good; why that was not possible, if it wasn't. */
  end(): Promise<string | null> {
    return this.leave("POST", `${CONVERSATION}/fin`, false);
  }

  /** Has the conversation erased; why that was not possible, if it wasn't. */
  erase(): Promise<string | null> {
    return this.leave("DELETE", CONVERSATION, true);
  }

  /** Sends one message; rejects when no answer came. */
  async send(id: string, content: Content): Promise<Acknowledgement> {
    const message =
      "text" in content ? { id, text: content.text } : { id, button: content.choice.token };
    try {
      return await this.socket.timeout(ACKNOWLEDGEMENT_TIMEOUT_MS).emitWithAck("message", message);
    } catch (error) {
      // The socket believes itself connected, but nobody answers.
      if (this.socket.connected) this.restart();
      throw error;
    }
  }

  /** Tells the agents whether the client is writing; lost, where there is no connection. */
  tellTyping(active: boolean): void {
    if (this.socket.connected) this.socket.emit("typing", { active });
  }

  /** Tells how far the client has read; whether there was a connection for it. */
  tellRead(seq: number): boolean {
    if (this.socket.connected) this.socket.emit("read", { seq });
    return this.socket.connected;
  }

  /** Answers the question about how it went; why that was not possible, if it wasn't. */
  async rate(rating: Rating): Promise<string | null> {
    try {
      const answer = await this.socket
        .timeout(ACKNOWLEDGEMENT_TIMEOUT_MS)
        .emitWithAck("rate", rating);
      return answer.ok ? null : answer.error;
    } catch {
      return words.notRated;
    }
  }

  /** The device is back on a network, or its user on the page: no need to wait for the next try. */
  hurry(): void {
    if (this.retryTimer !== undefined) void this.open();
    else if (this.socket.active && !this.socket.connected) this.restart();
  }

  close(): void {
    this.closed = true;
    this.cancelRetry();
    clearTimeout(this.typingTimer);
    this.socket.disconnect();
  }

  private listen(): void {
    const { onEvent } = this.options;
    this.socket.on("connect", () => (this.entering = false));
    this.socket.on("history", (history) => {
      this.retryDelay = FIRST_RETRY_MS;
      onEvent({ type: "history", history });
    });
    this.socket.on("message", (message) => onEvent({ type: "message", message }));
    this.socket.on("state", (ownership) => onEvent({ type: "ownership", ownership }));
    this.socket.on("waiting", (waiting) => onEvent({ type: "waiting", waiting }));
    this.socket.on("typing", (typing) => {
      onEvent({ type: "typing", typing });
      clearTimeout(this.typingTimer);
      // The assistant always says that it is done; a person may have left.
      if (!typing.active || typing.from.kind !== "agent") return;
      this.typingTimer = setTimeout(
        () => onEvent({ type: "typing", typing: { ...typing, active: false } }),
        TYPING_LIFETIME_MS,
      );
    });
    this.socket.on("turn", this.options.onTurn);
    this.socket.on("ended", ({ erased }) => this.finish(erased));
    this.socket.on("disconnect", (reason) => {
      onEvent({ type: "disconnected" });
      if (reason === "io server disconnect") this.openLater();
    });
    this.socket.on("connect_error", ({ message }) => {
      if (message === NO_CONVERSATION && this.entering && !this.cookieLost) {
        // Given a moment ago: this browser doesn't keep it.
        this.cookieLost = true;
        void this.open();
        return;
      }
      this.loseReach(null);
      if (!this.socket.active) this.openLater();
    });
  }

  private loseReach(refusal: string | null): void {
    if (!this.closed) this.options.onEvent({ type: "unreachable", refusal });
  }

  private async request(
    method: "POST" | "DELETE",
    path: string,
    timeout = CONNECTION_TIMEOUT_MS,
  ): Promise<Response> {
    const token = knownToken();
    const response = await fetch(new URL(path, this.options.gateway), {
      method,
      credentials: "include",
      headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) return response;
    if (!STATUSES_IN_WORDS.includes(response.status)) throw new Refusal(null);
    const { error } = (await response.json()) as { error?: string };
    throw new Refusal(error ?? null);
  }

  private async leave(
    method: "POST" | "DELETE",
    path: string,
    erased: boolean,
  ): Promise<string | null> {
    try {
      await this.request(method, path, LEAVE_TIMEOUT_MS);
    } catch (error) {
      return (error instanceof Refusal ? error.sentence : null) ?? words.notDone;
    }
    this.finish(erased);
    return null;
  }

  /** Told over the socket, and by the answer to who asked: whichever comes first. */
  private finish(erased: boolean): void {
    if (this.closed) return;
    this.close();
    if (erased) rememberToken(null);
    this.options.onEnded(erased);
  }

  private restart(): void {
    this.socket.disconnect().connect();
  }

  /**
   * A socket that the gateway refused or ended does not come back by itself: its cookie may have
   * expired, so the conversation is asked for again.
   */
  private openLater(): void {
    if (this.closed) return;
    this.cancelRetry();
    this.retryTimer = setTimeout(() => void this.open(), this.retryDelay);
    this.retryDelay = Math.min(this.retryDelay * 2, LONGEST_RETRY_MS);
  }

  private cancelRetry(): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
  }
}
