import assert from "node:assert/strict";
import { test } from "node:test";

import { planOf } from "./chart-plan.js";
import type { FigureTable } from "./figures.js";

const weeks: FigureTable = {
  name: "semaines",
  title: "Issues par semaine",
  rows_title: "Semaine du",
  columns: [
    { key: "total", label: "Total", unit: "nombre" },
    { key: "escalated", label: "Confiée", unit: "nombre" },
    { key: "abandoned", label: "Abandonnée", unit: "nombre" },
    { key: "call_back", label: "Rappel", unit: "nombre" },
  ],
  rows: [
    { key: "2026-01-05", label: "2026-01-05", values: [20, 20, 0, 0] },
    { key: "2026-01-12", label: "2026-01-12", values: [31, 20, null, null] },
    { key: "total", label: "Total", values: [51, 40, 6, 5] },
  ],
};

test("a bar is as long as its total, whatever is hidden in it", () => {
  assert.deepEqual(planOf(weeks, "Masqué"), {
    bars: ["2026-01-05", "2026-01-12"],
    parts: [
      { label: "Confiée", color: "escalated", values: [20, 20] },
      { label: "Abandonnée", color: "abandoned", values: [0, 0] },
      { label: "Rappel", color: "call_back", values: [0, 0] },
      { label: "Masqué", color: "masque", values: [0, 11] },
    ],
    unit: "nombre",
    lying: false,
  });
});

test("a row whose figure is hidden has no bar", () => {
  const table: FigureTable = {
    ...weeks,
    name: "satisfaction",
    columns: [{ key: "regle", label: "Réglé", unit: "part" }],
    rows: [
      { key: "assistant", label: "L’assistant", values: [0.8] },
      { key: "agent", label: "Les agents", values: [null] },
    ],
  };
  assert.deepEqual(planOf(table, "Masqué")?.bars, ["L’assistant"]);
  assert.equal(planOf({ ...table, rows: table.rows.slice(1) }, "Masqué"), null);
});

test("waits are drawn in minutes only", () => {
  const table: FigureTable = {
    ...weeks,
    name: "attentes",
    columns: [
      { key: "pris", label: "Pris en charge", unit: "nombre" },
      { key: "mediane", label: "Médiane", unit: "minutes" },
    ],
    rows: [{ key: "clients", label: "Clients", values: [12, 1.5] }],
  };
  const plan = planOf(table, "Masqué");
  assert.deepEqual([plan?.bars, plan?.parts[0]?.values], [["Médiane"], [1.5]]);
});

test("an empty table has no chart", () => {
  assert.equal(planOf({ ...weeks, rows: [] }, "Masqué"), null);
});
