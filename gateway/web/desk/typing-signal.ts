/**
 * Says that somebody is writing: again every few seconds while they type, and when they stop. Must
 * not know to whom.
 */

const REPEAT_MS = 3_000;
/** Whoever types nothing for this long has stopped. */
const PAUSE_MS = 5_000;

export class TypingSignal {
  private readonly send: (active: boolean) => void;
  private sentAt: number | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (active: boolean) => void) {
    this.send = send;
  }

  /** Something was typed. */
  typed(): void {
    const now = Date.now();
    if (this.sentAt === null || now - this.sentAt >= REPEAT_MS) {
      this.sentAt = now;
      this.send(true);
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.stop(), PAUSE_MS);
  }

  /** It was sent or taken back; nothing is said of whoever did not type. */
  stop(): void {
    clearTimeout(this.pause);
    if (this.sentAt === null) return;
    this.sentAt = null;
    this.send(false);
  }
}
