/**
 * Tells people who listen to the page what just arrived, without moving their focus. The regions
 * it writes to are apart from the transcript, which is for reading at one's own pace.
 *
 * It must be told only what is new: what is restored or written by the reader stays silent.
 */
import type { Message } from "./protocol.js";
import { speakerName, type Viewer, words } from "./words.js";

/** Messages this close together are said in one go; a screen reader would cut the first short. */
const BURST_MS = 500;

/** Afterwards the words go, so that nobody meets them a second time while reading the page. */
const LIFETIME_MS = 8000;

type Region = Pick<HTMLElement, "textContent">;

/** A message, or a sentence of the page itself ("Connexion rétablie."). */
export type News = Message | string;

export class Announcer {
  private readonly viewer: Viewer;
  private current: Region;
  private next: Region;
  private pending: News[] = [];
  private burstTimer: ReturnType<typeof setTimeout> | undefined;
  private clearTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param regions two polite live regions, written in turn: a region given the words it already
   *   has would stay silent
   * @param viewer whose page this is, for the speakers' names
   */
  constructor(regions: readonly [Region, Region], viewer: Viewer) {
    [this.next, this.current] = regions;
    this.viewer = viewer;
  }

  /** Says the news, in order, once the burst is over. */
  announce(...news: readonly News[]): void {
    if (news.length === 0) return;
    this.pending.push(...news);
    this.burstTimer ??= setTimeout(this.speak, BURST_MS);
  }

  /** Drops what was not said yet. */
  stop(): void {
    clearTimeout(this.burstTimer);
    clearTimeout(this.clearTimer);
    this.burstTimer = undefined;
    this.pending = [];
  }

  private readonly speak = (): void => {
    [this.current, this.next] = [this.next, this.current];
    this.current.textContent = describe(this.pending, this.viewer);
    this.next.textContent = "";
    this.pending = [];
    this.burstTimer = undefined;
    clearTimeout(this.clearTimer);
    this.clearTimer = setTimeout(() => (this.current.textContent = ""), LIFETIME_MS);
  };
}

/**
 * The news as one would say them: each speaker named once for what they say in a row, and the
 * choices that still wait for an answer at the end.
 */
function describe(news: readonly News[], viewer: Viewer): string {
  const said: string[] = [];
  let speaker: string | undefined;
  for (const item of news) {
    if (typeof item === "string") {
      said.push(item);
      speaker = undefined;
      continue;
    }
    const name = speakerName(item.from, viewer);
    if (name !== speaker) said.push(words.said(name));
    speaker = name;
    said.push(item.text);
  }
  const titles = choiceTitles(news.at(-1));
  if (titles.length > 0) said.push(words.choices(titles));
  return said.join(" ");
}

function choiceTitles(item: News | undefined): string[] {
  return typeof item === "object" ? item.buttons.map((choice) => choice.title) : [];
}
