/**
 * The desk's way to the gateway. Turns what it hears into events and what the agent does into
 * answers; must not know what either changes.
 */
import { io, type Socket } from "socket.io-client";

import type { Acknowledgement } from "../shared/protocol.js";
import type { CaseConversation, CaseMessage, OpenedValue, Queue } from "./desk-protocol.js";
import type { DeskEvent } from "./desk-state.js";
import { currentAgent } from "./session.js";

const ACKNOWLEDGEMENT_TIMEOUT_MS = 10_000;
const LONGEST_RETRY_MS = 10_000;

/** A refused socket whose session is still good is tried again after this. */
const REFUSED_RETRY_MS = 5_000;

type Acknowledge = (answer: Acknowledgement) => void;
type CaseCommand = (command: { case_id: number }, acknowledge: Acknowledge) => void;

interface ServerEvents {
  queue: (queue: Queue) => void;
  conversation: (conversation: CaseConversation) => void;
  message: (message: CaseMessage) => void;
}

interface ClientEvents {
  open: CaseCommand;
  take: CaseCommand;
  hand_back: CaseCommand;
  close: CaseCommand;
  open_value: (
    value: { case_id: number; seq: number; mask: number },
    acknowledge: (answer: OpenedValue) => void,
  ) => void;
  write: (line: { case_id: number; id: string; text: string }, acknowledge: Acknowledge) => void;
}

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
    this.socket.on("queue", ({ cases }) => onEvent({ type: "queue", cases }));
    this.socket.on("conversation", (conversation) =>
      onEvent({ type: "conversation", conversation }),
    );
    this.socket.on("message", (message) => onEvent({ type: "message", message }));
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

  /** Does something to a case; rejects when no answer came. */
  async command(
    name: "open" | "take" | "hand_back" | "close",
    caseId: number,
  ): Promise<Acknowledgement> {
    return this.socket.timeout(ACKNOWLEDGEMENT_TIMEOUT_MS).emitWithAck(name, { case_id: caseId });
  }

  /** Opens what a mask of a message stands for; rejects when no answer came. */
  async openValue(caseId: number, seq: number, mask: number): Promise<OpenedValue> {
    return this.socket
      .timeout(ACKNOWLEDGEMENT_TIMEOUT_MS)
      .emitWithAck("open_value", { case_id: caseId, seq, mask });
  }

  /** Writes to the client of a case; rejects when no answer came. */
  async write(id: string, caseId: number, text: string): Promise<Acknowledgement> {
    return this.socket
      .timeout(ACKNOWLEDGEMENT_TIMEOUT_MS)
      .emitWithAck("write", { case_id: caseId, id, text });
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
