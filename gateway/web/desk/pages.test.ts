import assert from "node:assert/strict";
import { test } from "node:test";

import { elsewhere } from "./pages.js";

test("a manager who signs in at the desk goes to the figures", () => {
  assert.equal(elsewhere("/bureau", "manager"), "/bureau/gestion");
});

test("who has a desk stays there", () => {
  for (const role of ["agent", "supervisor"] as const) {
    assert.equal(elsewhere("/bureau", role), null);
  }
});

test("a page that isn't theirs tells them so itself", () => {
  assert.equal(elsewhere("/bureau/gestion", "agent"), null);
  assert.equal(elsewhere("/bureau/equipe", "manager"), null);
});
