/** Says to people who listen where they are in the queue: when their place changes, and not often. */
import type { Waiting } from "../shared/protocol.js";

/** A queue that moves fast must not talk all the time. */
const PAUSE_MS = 30_000;

export class WaitingNews {
  private readonly say: (waiting: Waiting) => void;
  private waiting: Waiting | null = null;
  private saidPosition: number | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (waiting: Waiting) => void) {
    this.say = say;
  }

  /** Where the client who waits is now; null while it isn't known. */
  show(waiting: Waiting | null): void {
    this.waiting = waiting;
    if (waiting === null || this.pause !== undefined) return;
    if (waiting.position === this.saidPosition) return;
    this.say(waiting);
    this.saidPosition = waiting.position;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.show(this.waiting);
    }, PAUSE_MS);
  }

  /** The client no longer waits, or has left the page. */
  stop(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.saidPosition = null;
  }
}
