/**
 * What the person wrote, until the gateway is done with it. Sends it in order, one at a time, keeps
 * it through a lost connection and sends it again under the same id, which the gateway runs only
 * once. Must not know what a message holds nor how it travels.
 */
import type { Acknowledgement } from "./protocol.js";
import { randomId } from "./random-id.js";

/** `accepted`: stored by the gateway, and kept until the page sees it settled. */
export type DeliveryStatus = "queued" | "sending" | "accepted" | "refused";

export interface Outgoing<Content> {
  readonly id: string;
  readonly content: Content;
  readonly status: DeliveryStatus;
  /** Why the gateway refused it: a sentence to show as it is. */
  readonly error?: string;
}

export interface OutboxOptions<Content> {
  /** Sends one message; rejects when no answer came, as it may or may not have been accepted. */
  deliver: (id: string, content: Content) => Promise<Acknowledgement>;
  /** Called after every change of `entries`. */
  onChange: () => void;
  /** Called when the gateway has refused a message, with its reason. */
  onRefused: (error: string) => void;
}

export class Outbox<Content> {
  entries: readonly Outgoing<Content>[] = [];

  private readonly options: OutboxOptions<Content>;
  private online = false;
  /** Counts the connections: an answer that fails to come says nothing of a newer one. */
  private connection = 0;
  private delivering = false;

  constructor(options: OutboxOptions<Content>) {
    this.options = options;
  }

  add(content: Content): void {
    this.change([...this.entries, { id: randomId(), content, status: "queued" }]);
    void this.deliverQueued();
  }

  /** Sends a refused message again, under the same id: a refusal stored nothing. */
  retry(id: string): void {
    this.update(id, queuedAgain);
    void this.deliverQueued();
  }

  /** The message needs nothing more: it is settled, or was taken back. */
  remove(id: string): void {
    if (this.entries.some((entry) => entry.id === id)) {
      this.change(this.entries.filter((entry) => entry.id !== id));
    }
  }

  /** Gives up all of it: the conversation it was written for is over. */
  clear(): void {
    this.change([]);
  }

  /** The connection is back: sends what waits, and what was accepted but never settled. */
  resume(): void {
    if (this.online) return;
    this.online = true;
    this.connection += 1;
    for (const { id, status } of this.entries) {
      if (status === "accepted") this.update(id, queuedAgain);
    }
    void this.deliverQueued();
  }

  /** The connection is lost: what has no answer yet waits for the next one. */
  pause(): void {
    this.online = false;
  }

  private async deliverQueued(): Promise<void> {
    if (this.delivering) return;
    this.delivering = true;
    for (let entry = this.nextQueued(); entry; entry = this.nextQueued()) {
      await this.deliver(entry);
    }
    this.delivering = false;
  }

  private nextQueued(): Outgoing<Content> | undefined {
    return this.online ? this.entries.find((entry) => entry.status === "queued") : undefined;
  }

  private async deliver({ id, content }: Outgoing<Content>): Promise<void> {
    this.update(id, (entry) => ({ ...entry, status: "sending" }));
    const connection = this.connection;
    try {
      const answer = await this.options.deliver(id, content);
      if (answer.ok) {
        this.update(id, (entry) => ({ ...entry, status: "accepted" }));
      } else {
        this.update(id, (entry) => ({ ...entry, status: "refused", error: answer.error }));
        this.options.onRefused(answer.error);
      }
    } catch {
      // Accepted or not, nobody knows: the next connection finds out by sending it again.
      if (connection === this.connection) this.online = false;
      this.update(id, queuedAgain);
    }
  }

  private update(id: string, revise: (entry: Outgoing<Content>) => Outgoing<Content>): void {
    this.change(this.entries.map((entry) => (entry.id === id ? revise(entry) : entry)));
  }

  private change(entries: readonly Outgoing<Content>[]): void {
    this.entries = entries;
    this.options.onChange();
  }
}

function queuedAgain<Content>({ id, content }: Outgoing<Content>): Outgoing<Content> {
  return { id, content, status: "queued" };
}
