/**
 * Tells an element's styles which part of the page the soft keyboard leaves visible, as
 * `--visible-top` and `--visible-height`. Where that is unknown they are not set.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class VisibleArea implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    visualViewport?.addEventListener("resize", this.measure);
    visualViewport?.addEventListener("scroll", this.measure);
  }

  hostDisconnected(): void {
    visualViewport?.removeEventListener("resize", this.measure);
    visualViewport?.removeEventListener("scroll", this.measure);
  }

  private readonly measure = (): void => {
    // Zoomed in with two fingers, one looks at a part of the panel: it must not shrink to that.
    if (!visualViewport || visualViewport.scale > 1) return;
    this.host.style.setProperty("--visible-top", `${visualViewport.offsetTop}px`);
    this.host.style.setProperty("--visible-height", `${visualViewport.height}px`);
  };
}
