/** What an agent has switched on or off in this browser; on until they say otherwise. */

export type Preference = "son" | "raccourcis";

const PREFIX = "bureau-";
const OFF = "non";

export function isOn(name: Preference): boolean {
  try {
    return localStorage.getItem(PREFIX + name) !== OFF;
  } catch {
    return true;
  }
}

export function switchTo(name: Preference, on: boolean): void {
  try {
    if (on) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, OFF);
  } catch {
    // A browser that keeps nothing: it lasts as long as the page.
  }
}
