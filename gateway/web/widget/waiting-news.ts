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

  /** Where the client is now; null once they no longer wait. */
  show(waiting: Waiting | null): void {
    this.waiting = waiting;
    if (waiting === null) {
      this.saidPosition = null;
      clearTimeout(this.pause);
      this.pause = undefined;
    } else if (this.pause === undefined && waiting.position !== this.saidPosition) {
      this.say(waiting);
      this.saidPosition = waiting.position;
      this.pause = setTimeout(() => {
        this.pause = undefined;
        this.show(this.waiting);
      }, PAUSE_MS);
    }
  }
}
