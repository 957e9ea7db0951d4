/** The conversation as a text file, for the client to keep. Made here; nothing leaves the page. */
import { fullTime } from "../shared/clock-time.js";
import type { Message } from "../shared/protocol.js";
import { speakerName, words as sharedWords } from "../shared/words.js";
import { words } from "./words.js";

/** Windows' own line end, which every reader knows. */
const LINE_END = "\r\n";
/** Tells old readers that the file is in UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** Who said what, and when. */
export function transcriptText(messages: readonly Message[], now = new Date()): string {
  const lines = [words.title, words.savedAt(fullTime(now.toISOString()))];
  for (const { at, from, text, buttons } of messages) {
    lines.push("", `${speakerName(from, "client")}, ${fullTime(at)}`);
    if (text) lines.push(...text.split("\n"));
    if (buttons.length > 0) lines.push(sharedWords.choices(buttons.map(({ title }) => title)));
  }
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}

/** Has the browser save the conversation. */
export function saveTranscript(messages: readonly Message[]): void {
  const file = new Blob([transcriptText(messages)], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = words.fileName(new Date().toISOString().slice(0, 10));
  link.click();
  // The download has its own hold on the file by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
