import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { WaitingNews } from "./waiting-news.js";

const PAUSE_MS = 30_000;

function said(wait: (news: WaitingNews) => void): [number, number][] {
  mock.timers.enable({ apis: ["setTimeout"] });
  const told: [number, number][] = [];
  wait(new WaitingNews(({ position, minutes }) => told.push([position, minutes])));
  mock.timers.reset();
  return told;
}

test("a place is said when it changes, not the minutes", () => {
  const told = said((news) => {
    news.show({ position: 2, minutes: 10 });
    mock.timers.tick(PAUSE_MS);
    news.show({ position: 2, minutes: 9 });
    news.show({ position: 1, minutes: 5 });
  });
  assert.deepEqual(told, [
    [2, 10],
    [1, 5],
  ]);
});

test("what changes too soon is said later, as it is then", () => {
  const told = said((news) => {
    for (const position of [5, 4, 3]) news.show({ position, minutes: position });
    mock.timers.tick(PAUSE_MS - 1);
    news.show({ position: 2, minutes: 2 });
    mock.timers.tick(1);
  });
  assert.deepEqual(told, [
    [5, 5],
    [2, 2],
  ]);
});

test("nothing is said once somebody has come", () => {
  const told = said((news) => {
    news.show({ position: 2, minutes: 10 });
    news.show({ position: 1, minutes: 5 });
    news.stop();
    mock.timers.tick(PAUSE_MS);
  });
  assert.deepEqual(told, [[2, 10]]);
});

test("a place that is found again after a lost connection is not said again", () => {
  const told = said((news) => {
    news.show({ position: 2, minutes: 10 });
    news.show(null);
    mock.timers.tick(PAUSE_MS);
    news.show({ position: 2, minutes: 9 });
  });
  assert.deepEqual(told, [[2, 10]]);
});
