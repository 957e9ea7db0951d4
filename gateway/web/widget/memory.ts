/**
 * What the browser keeps for the widget. Nothing is written before the panel was opened once. Where
 * storage is blocked, it is kept until the page is left.
 */

const OPEN_KEY = "portail-clavardage";
const OPEN = "ouvert";
const TOKEN_KEY = "portail-clavardage-jeton";
const TEXT_SCALE_KEY = "portail-clavardage-texte";

class Memory {
  private readonly storage: () => Storage;
  private readonly key: string;
  private unstored: string | null = null;

  constructor(storage: () => Storage, key: string) {
    this.storage = storage;
    this.key = key;
  }

  read(): string | null {
    try {
      return this.storage().getItem(this.key) ?? this.unstored;
    } catch {
      return this.unstored;
    }
  }

  write(value: string | null): void {
    this.unstored = value;
    try {
      if (value === null) this.storage().removeItem(this.key);
      else this.storage().setItem(this.key, value);
    } catch {
      // Blocked, or full.
    }
  }
}

const tab = () => sessionStorage;
const openPanel = new Memory(tab, OPEN_KEY);
const token = new Memory(tab, TOKEN_KEY);
const scale = new Memory(() => localStorage, TEXT_SCALE_KEY);

/** That the panel is open, so that the next page in this tab opens it again. */
export function rememberOpen(open: boolean): void {
  openPanel.write(open ? OPEN : null);
}

export function wasOpen(): boolean {
  return openPanel.read() === OPEN;
}

/** What gives this tab its conversation where the gateway's cookie isn't kept. */
export function rememberToken(value: string | null): void {
  token.write(value);
}

export function knownToken(): string | null {
  return token.read();
}

/** How much larger than usual the text is. */
export function rememberTextScale(value: number): void {
  scale.write(String(value));
}

export function knownTextScale(): number {
  return Number(scale.read()) || 1;
}
