/**
 * The client's way to the gateway: the conversation's cookie, then a socket that comes back by
 * itself. Turns what it hears into events; must not know what they change.
 */
import { io, type Socket } from "socket.io-client";

import type {
  Acknowledgement,
  History,
  Message,
  Ownership,
  Turn,
  Typing,
} from "../shared/protocol.js";
import type { Content, ConversationEvent } from "./conversation.js";

/** The gateway stores a message before it answers; no answer by then means a dead connection. */
const ACKNOWLEDGEMENT_TIMEOUT_MS = 10_000;

/** Longer than any healthy answer, short enough to show the phone numbers soon. */
const CONNECTION_TIMEOUT_MS = 8_000;

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 20_000;

interface ServerEvents {
  history: (history: History) => void;
  message: (message: Message) => void;
  state: (ownership: Ownership) => void;
  typing: (typing: Typing) => void;
  turn: (turn: Turn) => void;
}

interface ClientEvents {
  message: (
    message: { id: string; text: string } | { id: string; button: string },
    acknowledge: (answer: Acknowledgement) => void,
  ) => void;
}

export interface ConnectionOptions {
  gateway: string;
  /** The last message this page has, asked at each connection. */
  lastSeq: () => number;
  onEvent: (event: ConversationEvent) => void;
  /** The gateway is done with a message of this page, whatever came of it. */
  onTurn: (turn: Turn) => void;
}

export class Connection {
  private readonly options: ConnectionOptions;
  private readonly socket: Socket<ServerEvents, ClientEvents>;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryDelay = FIRST_RETRY_MS;
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
      auth: (send) => send({ last_seq: options.lastSeq() }),
    });
    this.listen();
  }

  /** Creates or resumes the conversation, then connects; tries until it succeeds. */
  async open(): Promise<void> {
    this.cancelRetry();
    try {
      const response = await fetch(new URL("/api/conversation", this.options.gateway), {
        method: "POST",
        credentials: "include",
        signal: AbortSignal.timeout(CONNECTION_TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
      const { resumed } = (await response.json()) as { resumed: boolean };
      if (this.closed) return;
      this.options.onEvent({ type: "session", resumed });
      this.socket.connect();
    } catch {
      this.options.onEvent({ type: "unreachable" });
      this.openLater();
    }
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

  /** The device is back on a network, or its user on the page: no need to wait for the next try. */
  hurry(): void {
    if (this.retryTimer !== undefined) void this.open();
    else if (this.socket.active && !this.socket.connected) this.restart();
  }

  close(): void {
    this.closed = true;
    this.cancelRetry();
    this.socket.disconnect();
  }

  private listen(): void {
    const { onEvent } = this.options;
    this.socket.on("history", (history) => {
      this.retryDelay = FIRST_RETRY_MS;
      onEvent({ type: "history", history });
    });
    this.socket.on("message", (message) => onEvent({ type: "message", message }));
    this.socket.on("state", (ownership) => onEvent({ type: "ownership", ownership }));
    this.socket.on("typing", (typing) => onEvent({ type: "typing", typing }));
    this.socket.on("turn", this.options.onTurn);
    this.socket.on("disconnect", (reason) => {
      onEvent({ type: "disconnected" });
      if (reason === "io server disconnect") this.openLater();
    });
    this.socket.on("connect_error", () => {
      onEvent({ type: "unreachable" });
      if (!this.socket.active) this.openLater();
    });
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
