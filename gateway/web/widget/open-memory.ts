/**
 * Remembers, in this tab only, that the panel is open, so that the next page of the portal opens it
 * again. Writes nothing before the panel was opened once.
 */
const KEY = "portail-clavardage";
const OPEN = "ouvert";

export function rememberOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(KEY, OPEN);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: the panel stays closed on the next page.
  }
}

export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(KEY) === OPEN;
  } catch {
    return false;
  }
}
