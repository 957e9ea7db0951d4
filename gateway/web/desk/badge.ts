import { words } from "./words.js";

/** Shows a number in the tab's title and, where there is one, on the application's icon. */
export function showBadge(count: number): void {
  document.title = words.title(count);
  const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  // Only a nicety: a page that is not installed may be refused it.
  shown?.catch(() => undefined);
}
