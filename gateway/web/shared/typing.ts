/**
 * Telling the other side that somebody is writing. It ends by itself: whoever is told forgets it
 * unless it is told again, so that a lost connection leaves nobody writing for ever.
 */

/** Who is told that somebody writes forgets it after this long without news. */
export const TYPING_LIFETIME_MS = 6_000;

/** Whoever goes on writing says so again after this long. */
export const TYPING_REPEAT_MS = 3_000;

export class TypingSender {
  private readonly send: (active: boolean) => void;
  /** When it was last said that somebody writes; null once it was taken back. */
  private saidAt: number | null = null;

  constructor(send: (active: boolean) => void) {
    this.send = send;
  }

  /** To be called whenever what is written has changed; what was sent leaves nothing written. */
  changed(text: string): void {
    const now = Date.now();
    if (text === "") {
      if (this.saidAt !== null && now - this.saidAt < TYPING_LIFETIME_MS) this.send(false);
      this.saidAt = null;
    } else if (this.saidAt === null || now - this.saidAt >= TYPING_REPEAT_MS) {
      this.send(true);
      this.saidAt = now;
    }
  }
}
