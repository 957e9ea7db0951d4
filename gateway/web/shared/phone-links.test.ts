import assert from "node:assert/strict";
import { test } from "node:test";

import { splitPhoneNumbers } from "./phone-links.js";

function linked(text: string): [string, string][] {
  return splitPhoneNumbers(text).flatMap(({ text, href }) => (href ? [[text, href]] : []));
}

const numbers: [string, string][] = [
  ["418 838-1107", "tel:+14188381107"],
  ["1 888 776-1668", "tel:+18887761668"],
  ["1\u00a0888\u00a0776-1668", "tel:+18887761668"],
  ["418\u00a0838\u20111107", "tel:+14188381107"],
  ["(418) 838-1107", "tel:+14188381107"],
  ["418-838-1107", "tel:+14188381107"],
  ["1-888-776-1668", "tel:+18887761668"],
  ["+1 418 838 1107", "tel:+14188381107"],
  ["418.838.1107", "tel:+14188381107"],
];

for (const [number, href] of numbers) {
  test(`« ${number} » can be called`, () => {
    assert.deepEqual(linked(`Appelez-nous au ${number}.`), [[number, href]]);
  });
}

const others = [
  "4188381107",
  "code 12345678",
  "14 h 20, le 2026-01-15",
  "4500 0000 0000 0000",
  "4111-1111-1111-1111",
  "123 456 789",
  "1 000 000-0000",
];

for (const text of others) {
  test(`« ${text} » is no phone number`, () => {
    assert.deepEqual(linked(text), []);
  });
}

test("two numbers in a sentence, and every character of it kept", () => {
  const text = "Composez le 418 838-1107 ou, sans frais, le 1 888 776-1668.";
  assert.deepEqual(
    linked(text).map(([number]) => number),
    ["418 838-1107", "1 888 776-1668"],
  );
  assert.equal(
    splitPhoneNumbers(text)
      .map((part) => part.text)
      .join(""),
    text,
  );
});

test("an empty text has no part", () => {
  assert.deepEqual(splitPhoneNumbers(""), []);
});
