import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { controls } from "../shared/controls.styles.js";
import "./bureau-call-back.js";
import { callBacksStyles } from "./bureau-call-backs.styles.js";
import { fetchCallBacks } from "./desk-lists.js";
import type { CallBack } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** Read again this often while it is on screen: colleagues settle call-backs too. */
const REFRESH_MS = 30_000;

/** The clients who want to be phoned: those that are due, the later ones, what is settled today. */
@customElement("bureau-call-backs")
export class BureauCallBacks extends LitElement {
  static override styles = [controls, fields, callBacksStyles];

  private refreshing: ReturnType<typeof setInterval> | undefined;

  @query("h2, .empty") private heading!: HTMLElement | null;

  /** Unknown until the gateway has said. */
  @state() private callBacks: readonly CallBack[] | null = null;
  @state() private error: string | null = null;
  /** What was just noted, to be told aloud. */
  @state() private told = "";

  /** How many are due, as the gateway counts them: a change means that the list has changed. */
  @property({ attribute: false }) due = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.refreshing = setInterval(() => void this.refresh(), REFRESH_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.refreshing);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("due")) void this.refresh();
  }

  private async refresh(): Promise<void> {
    const answer = await fetchCallBacks();
    this.error = answer.ok ? null : answer.error;
    if (answer.ok) this.callBacks = answer.call_backs;
  }

  private async handleDone({ reference }: CallBack): Promise<void> {
    this.told = words.callBacks.settled(reference);
    await this.refresh();
    await this.updateComplete;
    this.heading?.focus();
  }

  /** Says why above the list, where the call-back is no longer there to say it. */
  private async handleRefused({ target, detail }: CustomEvent<string>): Promise<void> {
    await this.refresh();
    await this.updateComplete;
    if (!(target as Element).isConnected) this.error = detail;
  }

  protected override render(): TemplateResult {
    const all = this.callBacks ?? [];
    const open = all.filter(({ status }) => status === "due");
    return html`
      <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
      <p class="visually-hidden" role="status">${this.told}</p>
      ${
        this.callBacks && open.length === 0
          ? html`<p class="empty" tabindex="-1">${words.callBacks.none}</p>`
          : nothing
      }
      ${this.renderGroup(
        "due",
        open.filter(({ due }) => due),
      )}
      ${this.renderGroup(
        "later",
        open.filter(({ due }) => !due),
      )}
      ${this.renderGroup(
        "settled",
        all.filter(({ status }) => status !== "due"),
      )}
    `;
  }

  private renderGroup(
    group: keyof typeof words.callBacks.groups,
    callBacks: readonly CallBack[],
  ): TemplateResult | typeof nothing {
    if (callBacks.length === 0) return nothing;
    return html`
      <section aria-labelledby=${group}>
        <h2 id=${group} tabindex="-1">${words.callBacks.groups[group]}</h2>
        <ul role="list">
          ${repeat(
            callBacks,
            ({ id }) => id,
            (each) =>
              html`<li>
                <bureau-call-back
                  .callBack=${each}
                  @bureau-done=${() => this.handleDone(each)}
                  @bureau-refused=${this.handleRefused}
                ></bureau-call-back>
              </li>`,
          )}
        </ul>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-call-backs": BureauCallBacks;
  }
}
