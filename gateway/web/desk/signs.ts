/** What agent and client let each other know in passing: who is writing, and how far each has read. */
import { TypingSignal } from "../shared/typing-signal.js";
import type { DeskConnection } from "./desk-connection.js";

/** A client of whom nothing more is heard has stopped writing. */
const TYPING_LIFETIME_MS = 6_000;

export class Signs {
  private readonly connection: DeskConnection;
  private readonly onClientStopped: (caseId: number) => void;
  private readonly typing = new TypingSignal((active) => {
    if (this.writtenIn !== null) {
      this.connection.tell("typing", { case_id: this.writtenIn, active });
    }
  });
  /** The case that the agent writes in. */
  private writtenIn: number | null = null;
  /** The newest message that the client of each case was told is read. */
  private readonly read = new Map<number, number>();
  private readonly clients = new Map<number, ReturnType<typeof setTimeout>>();

  /** @param onClientStopped called when the client of a case is no longer heard writing */
  constructor(connection: DeskConnection, onClientStopped: (caseId: number) => void) {
    this.connection = connection;
    this.onClientStopped = onClientStopped;
  }

  /** The agent has changed what they write in a case; an empty text is sent or taken back. */
  wrote(caseId: number, text: string): void {
    if (this.writtenIn !== caseId) this.stopWriting();
    this.writtenIn = caseId;
    if (text) this.typing.typed();
    else this.typing.stop();
  }

  /** The agent looks elsewhere. */
  stopWriting(): void {
    this.typing.stop();
  }

  /** The agent has read a case up to a message; its client is told once. */
  hasRead(caseId: number, seq: number): void {
    if (seq <= (this.read.get(caseId) ?? 0)) return;
    this.read.set(caseId, seq);
    this.connection.tell("read", { case_id: caseId, seq });
  }

  /** The client of a case was heard writing, or stopping. */
  heardClient(caseId: number): void {
    clearTimeout(this.clients.get(caseId));
    this.clients.set(
      caseId,
      setTimeout(() => this.onClientStopped(caseId), TYPING_LIFETIME_MS),
    );
  }

  /** The desk is closed. */
  stop(): void {
    this.typing.stop();
    for (const timer of this.clients.values()) clearTimeout(timer);
  }
}
