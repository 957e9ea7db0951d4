import type { Role } from "./desk-protocol.js";
import { words } from "./words.js";

interface Page {
  path: string;
  name: string;
  roles: readonly Role[];
}

/** The pages behind the sign-in; everybody signs in at the first. */
const PAGES: readonly Page[] = [
  { path: "/bureau", name: words.pages.desk, roles: ["agent", "supervisor"] },
  { path: "/bureau/equipe", name: words.pages.team, roles: ["supervisor"] },
  { path: "/bureau/gestion", name: words.pages.figures, roles: ["supervisor", "manager"] },
  { path: "/bureau/incompris", name: words.pages.inbox, roles: ["supervisor", "manager"] },
];

export function pageAt(pathname: string): Page | undefined {
  return PAGES.find(({ path }) => path === pathname);
}

export function pagesOf(role: Role): Page[] {
  return PAGES.filter(({ roles }) => roles.includes(role));
}

/** Where somebody goes who signed in at the desk and has none; null for who may stay. */
export function elsewhere(pathname: string, role: Role): string | null {
  const own = pagesOf(role);
  const [desk] = PAGES;
  if (pathname !== desk?.path || own.includes(desk)) return null;
  return own[0]?.path ?? null;
}
