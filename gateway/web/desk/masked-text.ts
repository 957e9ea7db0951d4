/** A message's text as an agent reads it: its words, and its masks where they stand. */
import type { Mask, Message } from "../shared/protocol.js";

/** Words as they are, or what stands for a value. */
export type TextPiece = { text: string } | { text: string; mask: Mask; index: number };

/** The text cut into pieces that, put end to end, give it back. */
export function splitMasks({ text, masks = [] }: Pick<Message, "text" | "masks">): TextPiece[] {
  // The gateway counts code points.
  const characters = Array.from(text);
  const pieces: TextPiece[] = [];
  let end = 0;
  masks.forEach((mask, index) => {
    if (mask.start > end) pieces.push({ text: characters.slice(end, mask.start).join("") });
    pieces.push({ text: characters.slice(mask.start, mask.end).join(""), mask, index });
    end = mask.end;
  });
  if (end < characters.length) pieces.push({ text: characters.slice(end).join("") });
  return pieces;
}
