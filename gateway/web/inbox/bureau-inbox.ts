import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { SignedInAgent } from "../desk/desk-protocol.js";
import { controls } from "../shared/controls.styles.js";
import "./bureau-group.js";
import type { BureauGroup } from "./bureau-group.js";
import { inboxStyles } from "./bureau-inbox.styles.js";
import { decide, readInbox, SignedOut, type Decision, type Inbox } from "./inbox-api.js";
import { words } from "./words.js";

/**
 * What the assistant did not understand, and what a person says it meant.
 *
 * @event {CustomEvent<void>} bureau-signed-out - The session has ended.
 */
@customElement("bureau-inbox")
export class BureauInbox extends LitElement {
  static override styles = [controls, inboxStyles];

  @state() private inbox: Inbox | null = null;
  @state() private said: string | null = null;
  @state() private error: string | null = null;
  /** The decision that can be taken back. */
  @state() private last: Decision | null = null;

  @property({ attribute: false }) agent!: SignedInAgent;

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    await this.trying(async () => {
      this.inbox = await readInbox();
    });
    document.title = words.title(this.inbox?.groups.length ?? 0);
  }

  private async handleDecide(event: CustomEvent<Decision>): Promise<void> {
    const decision = event.detail;
    const ids = new Set(decision.lines.map(({ id }) => id));
    const taken = await this.trying(async () => {
      const written = await decide(decision);
      const lines = decision.lines.length;
      this.said =
        decision.decision === "accept" ? words.accepted(written, lines) : words.dismissed(lines);
      this.last = { decision: "undo", lines: decision.lines.map(({ id }) => ({ id })) };
    });
    if (!taken) {
      // Somebody else may have decided, or a client erased the conversation.
      const { error } = this;
      await this.load();
      this.error = error;
      return;
    }
    const at = this.inbox?.groups.findIndex((group) => group.some(({ id }) => ids.has(id))) ?? 0;
    this.keepOnly((id) => !ids.has(id));
    await this.updateComplete;
    this.focusGroup(at);
  }

  private async handleUndo(): Promise<void> {
    const { last } = this;
    if (!last) return;
    const done = await this.trying(async () => {
      await decide(last);
      this.said = words.undone;
      this.last = null;
    });
    if (!done) return;
    await this.load();
    await this.updateComplete;
    this.focusGroup(0);
  }

  /** Whether it went well; what went wrong is shown. */
  private async trying(act: () => Promise<void>): Promise<boolean> {
    this.error = null;
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof SignedOut) this.dispatchEvent(new CustomEvent("bureau-signed-out"));
      else this.error = (error as Error).message;
      return false;
    }
  }

  private keepOnly(wanted: (id: number) => boolean): void {
    if (!this.inbox) return;
    const groups = this.inbox.groups
      .map((group) => group.filter(({ id }) => wanted(id)))
      .filter((group) => group.length > 0);
    this.inbox = { ...this.inbox, groups };
    document.title = words.title(groups.length);
  }

  /** Where one was: on the group that has come there, or on what is left when there is none. */
  private focusGroup(position: number): void {
    const groups = this.renderRoot.querySelectorAll<BureauGroup>("bureau-group");
    const place = groups[Math.min(position, groups.length - 1)];
    (place ?? this.renderRoot.querySelector<HTMLElement>(".empty"))?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <main>
        <p>${words.intro}</p>
        <div class="news">
          <span role="status">${this.said}</span>
          ${
            this.last
              ? html`<button type="button" @click=${this.handleUndo}>${words.undo}</button>`
              : nothing
          }
          <button type="button" @click=${this.load}>${words.reload}</button>
        </div>
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        ${this.renderGroups()}
      </main>
    `;
  }

  private renderGroups(): TemplateResult {
    if (!this.inbox) return html`<p class="empty">${this.error ? nothing : words.loading}</p>`;
    if (this.inbox.groups.length === 0) {
      return html`<p class="empty" tabindex="-1">${words.empty}</p>`;
    }
    const { groups, intents } = this.inbox;
    return html`
      <div class="groups">
        ${repeat(
          groups,
          ([first]) => first?.id,
          (group) =>
            html`<bureau-group
              .lines=${group}
              .intents=${intents}
              @bureau-decide=${this.handleDecide}
            ></bureau-group>`,
        )}
      </div>
    `;
  }
}
