/**
 * The desk's way to the gateway. Turns what it hears into events and what the agent does into
 * answers; must not know what either changes.
 */
import { io, type Socket } from "socket.io-client";

import type { Acknowledgement } from "../shared/protocol.js";
import type {
  CaseConversation,
  CaseMessage,
  CaseNote,
  CaseRead,
  CaseTyping,
  EarlierTranscript,
  KnownValues,
  Me,
  OpenedValue,
  Presence,
  Queue,
  Refusal,
  Resent,
  Verb,
} from "./desk-protocol.js";
import type { DeskEvent } from "./desk-state.js";
import { currentAgent } from "./session.js";
import { words } from "./words.js";

const ACKNOWLEDGEMENT_TIMEOUT_MS = 10_000;
const LONGEST_RETRY_MS = 10_000;

/** A refused socket whose session is still good is tried again after this. */
const REFUSED_RETRY_MS = 5_000;

interface ServerEvents {
  me: (me: Me) => void;
  queue: (queue: Queue) => void;
  conversation: (conversation: CaseConversation) => void;
  message: (message: CaseMessage) => void;
  note: (note: CaseNote) => void;
  typing: (typing: CaseTyping) => void;
  read: (read: CaseRead) => void;
}

interface OnCase {
  case_id: number;
}

/** What an agent does, by event: what is sent, and the answer. */
export interface DeskActions {
  open: [OnCase, Acknowledgement];
  take: [OnCase, Acknowledgement];
  hand_back: [OnCase, Acknowledgement];
  close: [OnCase & { reason: string; note: string | null }, Acknowledgement];
  transfer: [OnCase & { agent_id: number | null }, Acknowledgement];
  note: [OnCase & { id: string; text: string }, Acknowledgement];
  open_value: [OnCase & { seq: number; mask: number }, OpenedValue];
  open_earlier: [OnCase & { earlier_id: number }, EarlierTranscript];
  known_values: [OnCase, KnownValues];
  resend: [OnCase & { id: string; verb: Verb; values: Readonly<Record<string, string>> }, Resent];
  presence: [{ presence: Presence; capacity: number }, Acknowledgement];
  typing: [OnCase & { active: boolean }, Acknowledgement];
  read: [OnCase & { seq: number }, Acknowledgement];
  /** A repeated id is said once. */
  write: [OnCase & { id: string; text: string }, Acknowledgement];
}

type ClientEvents = {
  [Name in keyof DeskActions]: (
    content: DeskActions[Name][0],
    acknowledge: (answer: DeskActions[Name][1]) => void,
  ) => void;
};

export interface DeskConnectionOptions {
  onEvent: (event: DeskEvent) => void;
  /** The session has ended: nothing more comes until the next sign-in. */
  onSignedOut: () => void;
}

export class DeskConnection {
  private readonly options: DeskConnectionOptions;
  private readonly socket: Socket<ServerEvents, ClientEvents> = io("/bureau", {
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelayMax: LONGEST_RETRY_MS,
  });
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(options: DeskConnectionOptions) {
    this.options = options;
    const { onEvent } = options;
    this.socket.on("me", (me) => onEvent({ type: "me", me }));
    this.socket.on("queue", (queue) => onEvent({ type: "queue", queue }));
    this.socket.on("conversation", (conversation) =>
      onEvent({ type: "conversation", conversation }),
    );
    this.socket.on("message", (message) => onEvent({ type: "message", message }));
    this.socket.on("note", (note) => onEvent({ type: "note", note }));
    this.socket.on("typing", (typing) => onEvent({ type: "typing", typing }));
    this.socket.on("read", (read) => onEvent({ type: "read", read }));
    this.socket.on("disconnect", () => {
      onEvent({ type: "disconnected" });
      void this.checkSession();
    });
    this.socket.on("connect_error", () => {
      onEvent({ type: "disconnected" });
      void this.checkSession();
    });
  }

  open(): void {
    this.socket.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retryTimer);
    this.socket.off();
    this.socket.disconnect();
  }

  /** Does something; no answer in time reads like a refusal. */
  async ask<Name extends keyof DeskActions>(
    name: Name,
    content: DeskActions[Name][0],
  ): Promise<DeskActions[Name][1] | Refusal> {
    try {
      return await this.send(name, content);
    } catch {
      return { ok: false, error: words.unreachable };
    }
  }

  /** Does something; rejects when no answer came. */
  async send<Name extends keyof DeskActions>(
    name: Name,
    content: DeskActions[Name][0],
  ): Promise<DeskActions[Name][1]> {
    // The socket's own types cannot follow a name that is not known yet.
    const socket = this.socket as unknown as Socket;
    return socket.timeout(ACKNOWLEDGEMENT_TIMEOUT_MS).emitWithAck(name, content);
  }

  /** Tells what is of no use later: nothing waits for a connection, nor for an answer. */
  tell<Name extends "typing" | "read">(name: Name, content: DeskActions[Name][0]): void {
    if (this.socket.connected) void this.ask(name, content);
  }

  /** A socket that the gateway ended or refused does not come back by itself. */
  private async checkSession(): Promise<void> {
    if (this.socket.active) return;
    const agent = await currentAgent().catch(() => undefined);
    if (this.closed) return;
    if (agent === null) this.options.onSignedOut();
    else this.retryTimer = setTimeout(() => this.socket.connect(), REFUSED_RETRY_MS);
  }
}
