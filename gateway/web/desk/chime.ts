/** Two soft notes, made here: nothing is fetched. */

const NOTES_HZ = [660, 880];
const NOTE_S = 0.16;
/** Discreet: well under what a voice on the phone has. */
const LOUDNESS = 0.06;

/** Several things at once are one sound. */
const PAUSE_MS = 1_500;

export class Chime {
  private context: AudioContext | undefined;
  private lastAt = -PAUSE_MS;

  /** Sounds, once somebody has used the page: browsers are silent before that. */
  play(): void {
    const now = performance.now();
    if (!navigator.userActivation?.hasBeenActive || now - this.lastAt < PAUSE_MS) return;
    this.lastAt = now;
    this.context ??= new AudioContext();
    // A page that was put to sleep wakes its sound here.
    void this.context.resume();
    for (const [index, pitch] of NOTES_HZ.entries()) this.playNote(this.context, pitch, index);
  }

  private playNote(context: AudioContext, pitch: number, index: number): void {
    const start = context.currentTime + index * NOTE_S;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + NOTE_S / 8);
    gain.gain.linearRampToValueAtTime(0, start + NOTE_S);
    const note = new OscillatorNode(context, { frequency: pitch });
    note.connect(gain).connect(context.destination);
    note.start(start);
    note.stop(start + NOTE_S);
  }
}
