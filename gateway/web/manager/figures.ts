/** The figures of a period, as the gateway has them. */

const FIGURES_URL = "/bureau/api/gestion/chiffres";
const TIMEOUT_MS = 15_000;

/** A share is between 0 and 1. */
export type Unit = "nombre" | "part" | "minutes" | "heures" | "note";

export interface Column {
  key: string;
  label: string;
  unit: Unit;
}

export interface Row {
  key: string;
  label: string;
  /** One for each column; null for what is hidden, or can't be counted. */
  values: readonly (number | null)[];
}

export interface FigureTable {
  name: string;
  title: string;
  rows_title: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

export interface Figures {
  from: string;
  to: string;
  /** What a call would have taken. */
  call_minutes: number;
  tables: readonly FigureTable[];
}

/** Days in Québec, both included: YYYY-MM-DD. */
export interface Period {
  from: string;
  to: string;
}

/** The key of the row or column of totals. */
export const TOTAL = "total";

/** The session has ended. */
export class SignedOut extends Error {}

/** Figures that could not be had; its message, if any, is a sentence to show as it is. */
export class FiguresRefused extends Error {}

export async function readFigures(period: Period): Promise<Figures> {
  const response = await fetch(address(FIGURES_URL, period), {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.ok) return (await response.json()) as Figures;
  if (response.status === 401) throw new SignedOut();
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new FiguresRefused(error);
}

/** Where the CSV of a period is, of one table or of all. */
export function csvAddress(period: Period, table?: string): string {
  return address(`${FIGURES_URL}.csv`, period, table);
}

function address(url: string, { from, to }: Period, table?: string): string {
  const query = new URLSearchParams({ du: from, au: to, ...(table ? { tableau: table } : {}) });
  return `${url}?${query}`;
}
