import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { controls } from "../shared/controls.styles.js";
import type { BureauCallBack } from "./bureau-call-back.js";
import "./bureau-call-back.js";
import { callBacksStyles } from "./bureau-call-backs.styles.js";
import type { BureauTranscript } from "./bureau-transcript.js";
import "./bureau-transcript.js";
import { fetchCallBacks, fetchTranscript } from "./desk-lists.js";
import type { CallBack } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** Read again this often while it is on screen: colleagues settle call-backs too. */
const REFRESH_MS = 30_000;

type Group = keyof typeof words.callBacks.groups;

function groupOf({ status, due }: CallBack): Group {
  if (status !== "due") return "settled";
  return due ? "due" : "later";
}

/** The clients who want to be phoned: those that are due, the later ones, what is settled today. */
@customElement("bureau-call-backs")
export class BureauCallBacks extends LitElement {
  static override styles = [controls, fields, callBacksStyles];

  private refreshing: ReturnType<typeof setInterval> | undefined;

  /** Where each that the agent has unfolded was: it stays there, with what is written in it. */
  private readonly held = new Map<number, Group>();

  @query("h2, .empty") private heading!: HTMLElement | null;
  @query("bureau-transcript") private transcript!: BureauTranscript;

  /** Unknown until the gateway has said. */
  @state() private callBacks: readonly CallBack[] | null = null;
  @state() private error: string | null = null;
  /** What became of one that the agent had before them. */
  @state() private lost: string | null = null;
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
    if (answer.ok) await this.show(answer.call_backs);
  }

  private async show(callBacks: readonly CallBack[]): Promise<void> {
    const lost = this.callBacks?.find(
      (each) =>
        this.held.has(each.id) &&
        each.status === "due" &&
        !callBacks.some(({ id }) => id === each.id),
    );
    const hadFocus = this.focused !== null;
    this.callBacks = callBacks;
    if (!lost) return;
    this.held.delete(lost.id);
    this.lost = words.callBacks.calledOff(lost.reference);
    await this.updateComplete;
    if (hadFocus && this.focused === null) this.heading?.focus();
  }

  private get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  private async handleUnfolded(callBack: CallBack, unfolded: boolean): Promise<void> {
    this.lost = null;
    if (unfolded) {
      this.held.set(callBack.id, groupOf(callBack));
      return;
    }
    this.held.delete(callBack.id);
    this.requestUpdate();
    await this.updateComplete;
    // Where it goes now, it is another element.
    const folded = this.renderRoot.querySelector<BureauCallBack>(`#call-back-${callBack.id}`);
    await folded?.updateComplete;
    folded?.focus();
  }

  private async handleRead({ id, reference }: CallBack): Promise<void> {
    const answer = await fetchTranscript(id);
    this.error = answer.ok ? null : answer.error;
    if (answer.ok) this.transcript.show(words.callBacks.transcriptTitle(reference), answer);
  }

  private async handleDone({ id, reference }: CallBack): Promise<void> {
    this.held.delete(id);
    this.lost = null;
    this.told = words.callBacks.settled(reference);
    await this.refresh();
    await this.updateComplete;
    this.heading?.focus();
  }

  private inGroup(group: Group): readonly CallBack[] {
    return (this.callBacks ?? []).filter(
      (each) => (this.held.get(each.id) ?? groupOf(each)) === group,
    );
  }

  protected override render(): TemplateResult {
    const [due, later, settled] = [
      this.inGroup("due"),
      this.inGroup("later"),
      this.inGroup("settled"),
    ];
    return html`
      <div class="alert" role="alert">
        ${[this.lost, this.error].map((each) =>
          each ? html`<p class="error">${each}</p>` : nothing,
        )}
      </div>
      <p class="visually-hidden" role="status">${this.told}</p>
      ${
        this.callBacks && due.length + later.length === 0
          ? html`<p class="empty" tabindex="-1">${words.callBacks.none}</p>`
          : nothing
      }
      ${this.renderGroup("due", due)} ${this.renderGroup("later", later)}
      ${this.renderGroup("settled", settled)}
      <bureau-transcript back=${words.callBacks.back}></bureau-transcript>
    `;
  }

  private renderGroup(
    group: Group,
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
                  id="call-back-${each.id}"
                  .callBack=${each}
                  @bureau-unfolded=${({ detail }: CustomEvent<boolean>) =>
                    this.handleUnfolded(each, detail)}
                  @bureau-read=${() => this.handleRead(each)}
                  @bureau-done=${() => this.handleDone(each)}
                  @bureau-refused=${this.refresh}
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
