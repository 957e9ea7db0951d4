import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { controls } from "../shared/controls.styles.js";
import { queueStyles } from "./bureau-queue.styles.js";
import { caseTags, tagStyles } from "./case-tags.js";
import type { Case } from "./desk-protocol.js";
import { grouped } from "./desk-state.js";
import { words } from "./words.js";

/**
 * The clients who wait for a person or have one.
 *
 * @event {CustomEvent<Case>} bureau-show - A case was chosen.
 */
@customElement("bureau-queue")
export class BureauQueue extends LitElement {
  static override styles = [controls, tagStyles, queueStyles];

  /** The case whose button has the focus, while the list is drawn again. */
  private focused: string | undefined;

  @query("h2") private heading!: HTMLHeadingElement;

  @property({ attribute: false }) cases: readonly Case[] = [];
  @property({ attribute: false }) shown: Case | null = null;
  @property({ attribute: false }) unread: Readonly<Record<number, number>> = {};
  /** Whether the opening hours, if there are any, are open. */
  @property({ attribute: false }) open = true;
  /** The present, in milliseconds, for the waits. */
  @property({ attribute: false }) now = Date.now();

  protected override willUpdate(): void {
    const focused = this.shadowRoot?.activeElement as HTMLElement | null;
    this.focused = focused?.dataset["case"];
  }

  protected override updated(): void {
    // A case that goes to another list, or away, would take the focus with it to nowhere.
    if (this.focused && !this.shadowRoot?.activeElement) this.focusCase(this.focused);
  }

  /** Puts the keyboard's focus on a case; on the head of the queue if it is no longer there. */
  focusCase(id: number | string | undefined): void {
    const button = this.renderRoot.querySelector<HTMLElement>(`[data-case="${id}"]`);
    (button ?? this.heading).focus();
  }

  protected override render(): TemplateResult {
    const { waiting, mine, others } = grouped(this.cases);
    return html`
      ${this.open ? nothing : html`<p class="closed">${words.closedHours}</p>`}
      <section aria-labelledby="waiting">
        <h2 id="waiting" tabindex="-1">
          ${words.groups.waiting} <span class="count">${waiting.length}</span>
        </h2>
        ${
          waiting.length > 0
            ? this.renderCases(waiting)
            : html`<p class="empty">${words.noneWaiting}</p>`
        }
      </section>
      ${mine.length > 0 ? this.renderGroup("mine", mine) : nothing}
      ${others.length > 0 ? this.renderGroup("others", others) : nothing}
    `;
  }

  private renderGroup(group: "mine" | "others", cases: readonly Case[]): TemplateResult {
    return html`
      <section aria-labelledby=${group}>
        <h2 id=${group}>${words.groups[group]} <span class="count">${cases.length}</span></h2>
        ${this.renderCases(cases)}
      </section>
    `;
  }

  private renderCases(cases: readonly Case[]): TemplateResult {
    return html`
      <ul role="list">
        ${repeat(
          cases,
          ({ id }) => id,
          (each) => html`<li>${this.renderCase(each)}</li>`,
        )}
      </ul>
    `;
  }

  private renderCase(each: Case): TemplateResult {
    const unread = this.unread[each.id] ?? 0;
    return html`
      <button
        type="button"
        data-case=${each.id}
        aria-current=${each.id === this.shown?.id ? "true" : "false"}
        @click=${() => this.dispatchEvent(new CustomEvent("bureau-show", { detail: each, bubbles: true, composed: true }))}
      >
        <span class="line">
          <span class="reason">${each.reason_label}</span>
          <time datetime=${each.queued_at}>${words.wait(each.queued_at, this.now)}</time>
        </span>
        ${each.summary ? html`<span class="summary">${each.summary}</span>` : nothing}
        <span class="line facts">
          ${unread > 0 ? html`<span class="tag unread">${words.unread(unread)}</span>` : nothing}
          ${caseTags(each)}
          <span>${words.reference(each.reference)}</span>
          ${each.agent && !each.mine ? html`<span>${words.with(each.agent)}</span>` : nothing}
        </span>
      </button>
    `;
  }
}
