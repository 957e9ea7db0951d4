/** What an agent has switched on or off in this browser; on until they say otherwise. */

export type Preference = "son" | "raccourcis";

const PREFIX = "bureau-";
const OFF = "non";

/** What was said in this page, for a browser that keeps nothing. */
const said = new Map<Preference, boolean>();

export function isOn(name: Preference): boolean {
  return said.get(name) ?? isKeptOn(name);
}

export function switchTo(name: Preference, on: boolean): void {
  said.set(name, on);
  try {
    if (on) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, OFF);
  } catch {
    // Storage is blocked.
  }
}

function isKeptOn(name: Preference): boolean {
  try {
    return localStorage.getItem(PREFIX + name) !== OFF;
  } catch {
    return true;
  }
}
