/** What is drawn of a table, apart from how: bars, their parts and their colours' names. Pure. */
import { TOTAL, type FigureTable, type Row, type Unit } from "./figures.js";

export interface Part {
  label: string;
  /** The name of its colour: an outcome, `autre`, `masque` or `accent`. */
  color: string;
  /** One for each bar. */
  values: number[];
}

export interface Plan {
  bars: string[];
  parts: Part[];
  unit: Unit;
  /** Bars lie down, so that long names fit beside them. */
  lying: boolean;
}

/** By table: the one column that is drawn; those that are not here are drawn by outcome, stacked. */
const DRAWN: Readonly<Record<string, { column: string; lying: boolean }>> = {
  issues: { column: "conversations", lying: true },
  appels: { column: "heures", lying: true },
  satisfaction: { column: "regle", lying: true },
  incompris: { column: "part", lying: false },
  etapes: { column: "conversations", lying: true },
};

/** The chart of a table; null where there is nothing to draw. */
export function planOf(table: FigureTable, hiddenLabel: string): Plan | null {
  const rows = table.rows.filter((row) => row.key !== TOTAL);
  if (rows.length === 0) return null;
  if (table.name === "attentes") return waits(table, rows);
  const drawn = DRAWN[table.name];
  return drawn ? single(table, rows, drawn) : stacked(table, rows, hiddenLabel);
}

function single(
  table: FigureTable,
  rows: readonly Row[],
  { column, lying }: { column: string; lying: boolean },
): Plan | null {
  const index = table.columns.findIndex(({ key }) => key === column);
  const shown = rows.filter((row) => row.values[index] != null);
  const { label, unit } = table.columns[index]!;
  if (shown.length === 0) return null;
  const values = shown.map((row) => row.values[index]!);
  return {
    bars: shown.map((row) => row.label),
    parts: [{ label, color: "accent", values }],
    unit,
    lying,
  };
}

/** A part for each outcome, and one for what is hidden, so that a bar is as long as its total. */
function stacked(table: FigureTable, rows: readonly Row[], hiddenLabel: string): Plan {
  const total = table.columns.findIndex(({ key }) => key === TOTAL);
  const parts = table.columns.flatMap(({ key, label }, index) =>
    index === total
      ? []
      : [{ label, color: key, values: rows.map((row) => row.values[index] ?? 0) }],
  );
  const hidden = rows.map((row, bar) =>
    parts.reduce((rest, part) => rest - part.values[bar]!, row.values[total] ?? 0),
  );
  if (hidden.some((count) => count > 0)) {
    parts.push({ label: hiddenLabel, color: "masque", values: hidden });
  }
  return {
    bars: rows.map((row) => row.label),
    parts,
    unit: "nombre",
    lying: table.name === "sujets",
  };
}

/** A bar for each column in minutes. */
function waits(table: FigureTable, rows: readonly Row[]): Plan | null {
  const bars = table.columns.flatMap(({ label, unit }, index) => {
    const value = rows[0]?.values[index];
    return unit === "minutes" && value != null ? [{ label, value }] : [];
  });
  if (bars.length === 0) return null;
  return {
    bars: bars.map(({ label }) => label),
    parts: [{ label: table.title, color: "accent", values: bars.map(({ value }) => value) }],
    unit: "minutes",
    lying: true,
  };
}
