/** Finding a canned reply by a few letters. */
import type { CannedReply } from "./desk-protocol.js";

/**
 * The replies that fit what is typed, likeliest first: its shortcut begins so, then its title, then
 * a word of its title; last, those that have all the words anywhere. Accents and case do not count.
 */
export function findReplies(replies: readonly CannedReply[], typed: string): CannedReply[] {
  const asked = folded(typed).trim();
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, asked) }))
    .filter(({ rank }) => rank < UNFIT)
    .sort((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply);
}

const UNFIT = 4;

function rankOf({ shortcut, title, text }: CannedReply, asked: string): number {
  const name = folded(title);
  if (folded(shortcut).startsWith(asked)) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.split(NOT_LETTERS).some((word) => word.startsWith(asked))) return 2;
  const all = [folded(shortcut), name, folded(text)].join(" ");
  return asked.split(/\s+/).every((word) => all.includes(word)) ? 3 : UNFIT;
}

const NOT_LETTERS = /[^\p{L}\p{N}]+/u;

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();
}
