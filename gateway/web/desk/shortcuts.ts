/**
 * Single keys that do what the buttons do, while nobody writes. They can be switched off, as
 * WCAG 2.1.4 asks: whoever dictates would press them by speaking.
 */

export type Shortcut = keyof typeof KEYS;

/** What each key does, in the order in which they are explained. */
export const KEYS = {
  first: "n",
  next: "j",
  previous: "k",
  list: "l",
  call_backs: "a",
  take: "p",
  write: "e",
  note: "i",
  resend: "v",
  transfer: "t",
  hand_back: "r",
  close: "f",
  help: "?",
} as const;

const SHORTCUTS = new Map(Object.entries(KEYS).map(([name, key]) => [key, name as Shortcut]));

type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "repeat" | "defaultPrevented"
>;

/**
 * The shortcut of a key that was pressed, or null.
 *
 * @param path the elements it was pressed in, innermost first
 */
export function shortcutOf(event: Pressed, path: readonly object[]): Shortcut | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.isComposing || event.repeat || event.defaultPrevented) return null;
  if (path.some(takesKeys)) return null;
  return SHORTCUTS.get(event.key.toLowerCase() as (typeof KEYS)[Shortcut]) ?? null;
}

const TAKES_KEYS = new Set(["INPUT", "TEXTAREA", "SELECT", "DIALOG"]);

function takesKeys(element: object): boolean {
  return TAKES_KEYS.has((element as Partial<HTMLElement>).tagName ?? "");
}
