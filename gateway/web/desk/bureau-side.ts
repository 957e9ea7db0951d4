import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import "./bureau-call-backs.js";
import type { BureauQueue } from "./bureau-queue.js";
import "./bureau-queue.js";
import { sideStyles } from "./bureau-side.styles.js";
import type { Case } from "./desk-protocol.js";
import { words } from "./words.js";

const VIEWS = ["queue", "callBacks"] as const;

type View = (typeof VIEWS)[number];

/**
 * The two lists an agent works from, in tabs: the queue, and the call-backs. A case on screen stays
 * beside either.
 *
 * @event {CustomEvent<Case>} bureau-show - A case was chosen.
 */
@customElement("bureau-side")
export class BureauSide extends LitElement {
  static override styles = [controls, sideStyles];

  @query("bureau-queue") private queue!: BureauQueue;

  @state() private view: View = "queue";

  @property({ attribute: false }) cases: readonly Case[] = [];
  @property({ attribute: false }) shown: Case | null = null;
  @property({ attribute: false }) unread: Readonly<Record<number, number>> = {};
  @property({ attribute: false }) open = true;
  @property({ attribute: false }) callBacksDue = 0;
  @property({ attribute: false }) now = Date.now();

  /** Shows the queue, with the keyboard's focus on a case, or on the head of it. */
  async focusCase(id?: number): Promise<void> {
    this.view = "queue";
    await this.updateComplete;
    this.queue.focusCase(id);
  }

  /** Shows a list, with the keyboard's focus on its tab. */
  async choose(view: View): Promise<void> {
    this.view = view;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    void this.choose(this.view === "queue" ? "callBacks" : "queue");
  }

  protected override render(): TemplateResult {
    return html`
      <div role="tablist" aria-label=${words.views.label} @keydown=${this.handleKeydown}>
        ${VIEWS.map((view) => this.renderTab(view))}
      </div>
      <div id="queue" role="tabpanel" aria-labelledby="tab-queue" ?hidden=${this.view !== "queue"}>
        <nav aria-label=${words.queue}>
          <bureau-queue
            .cases=${this.cases}
            .shown=${this.shown}
            .unread=${this.unread}
            .open=${this.open}
            .now=${this.now}
          ></bureau-queue>
        </nav>
      </div>
      <div
        id="callBacks"
        role="tabpanel"
        aria-labelledby="tab-callBacks"
        ?hidden=${this.view !== "callBacks"}
      >
        ${
          this.view === "callBacks"
            ? html`<bureau-call-backs .due=${this.callBacksDue}></bureau-call-backs>`
            : ""
        }
      </div>
    `;
  }

  private renderTab(view: View): TemplateResult {
    const selected = view === this.view;
    return html`<button
      id="tab-${view}"
      type="button"
      role="tab"
      aria-controls=${view}
      aria-selected=${selected ? "true" : "false"}
      tabindex=${selected ? 0 : -1}
      @click=${() => this.choose(view)}
    >
      ${view === "queue" ? words.views.queue : words.views.callBacks(this.callBacksDue)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-side": BureauSide;
  }
}
