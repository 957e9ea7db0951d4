/**
 * Keeps a scrolling box at its end while things are added to it, unless the reader has scrolled up:
 * then nothing moves under their eyes. Must not know what is in the box.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A finger rarely stops on the very last pixel. */
const END_TOLERANCE_PX = 48;

export class FollowEnd implements ReactiveController {
  /** Whether the end is in view, and stays so. */
  following = true;

  /** Where the box stood: further up than that, only the reader has scrolled. */
  private top = 0;
  private readonly host: ReactiveControllerHost;
  private readonly scroller: () => HTMLElement;
  private readonly begun: () => boolean;
  private readonly resizes = new ResizeObserver(() => this.hostUpdated());

  /**
   * @param scroller the box, once the host has drawn it
   * @param begun whether there is more to follow than what is read from the top
   */
  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement, begun: () => boolean) {
    this.host = host;
    this.scroller = scroller;
    this.begun = begun;
    host.addController(this);
  }

  hostConnected(): void {
    // A soft keyboard or a panel that opens changes the box's size, not its content.
    void this.host.updateComplete.then(() => this.resizes.observe(this.scroller()));
  }

  hostUpdated(): void {
    if (!this.following || !this.begun()) return;
    const box = this.scroller();
    box.scrollTop = box.scrollHeight;
    this.top = box.scrollTop;
  }

  hostDisconnected(): void {
    this.resizes.disconnect();
  }

  /** To be called when the box has scrolled, by whatever cause. */
  readonly scrolled = (): void => {
    const box = this.scroller();
    const up = box.scrollTop < this.top;
    this.top = box.scrollTop;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= END_TOLERANCE_PX;
    // What has grown meanwhile leaves a reader at the end who was there.
    const following = atEnd || (this.following && !up);
    if (following === this.following) return;
    this.following = following;
    this.host.requestUpdate();
  };

  /** Has what is in the box keep its end in view, however it changes its size by itself. */
  watch(element: Element): void {
    this.resizes.observe(element);
  }

  /** Goes to the end at the next update, wherever the reader was. */
  follow(): void {
    this.following = true;
    this.host.requestUpdate();
  }
}
