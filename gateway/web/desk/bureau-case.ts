import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import { controls } from "../shared/controls.styles.js";
import { backIcon } from "../shared/icons.js";
import { renderText } from "../shared/phone-links.js";
import type { Line, Pending, PortailTranscript } from "../shared/portail-transcript.js";
import "../shared/portail-transcript.js";
import type { Speaker } from "../shared/protocol.js";
import { caseStyles } from "./bureau-case.styles.js";
import "./bureau-close-dialog.js";
import type { BureauComposer } from "./bureau-composer.js";
import "./bureau-composer.js";
import type { BureauRecord } from "./bureau-record.js";
import "./bureau-record.js";
import "./bureau-resend-dialog.js";
import "./bureau-transfer-dialog.js";
import "./bureau-value.js";
import { caseTags, tagStyles } from "./case-tags.js";
import type { DeskConnection } from "./desk-connection.js";
import type { CannedReply, Case, Colleague } from "./desk-protocol.js";
import { type Conversation, EMPTY_CONVERSATION } from "./desk-state.js";
import { splitMasks } from "./masked-text.js";
import { KEYS } from "./shortcuts.js";
import { words } from "./words.js";

/** What an agent does to a case with one press. */
export type CaseCommand = "take" | "hand_back";

/** What is asked in a dialog first. */
const DIALOGS = {
  resend: "bureau-resend-dialog",
  transfer: "bureau-transfer-dialog",
  close: "bureau-close-dialog",
} as const;

/** A masked value: the place of its message, and its own among the masks of it. */
export interface ValuePlace {
  seq: number;
  mask: number;
}

/** How far a conversation has been on screen. */
export interface Seen {
  caseId: number;
  seq: number;
}

/** How a value's place is written as a key. */
export function placeKey({ seq, mask }: ValuePlace): string {
  return `${seq}/${mask}`;
}

const CLIENT: Speaker = { kind: "client", name: null };

/**
 * One case: why the client is here, what was said, and what the agent can do. The events of its
 * transcript and composer pass through it.
 *
 * @event {CustomEvent<CaseCommand>} bureau-command - The case is to be taken or handed back.
 * @event {CustomEvent<ValuePlace>} bureau-open - A masked value is asked for.
 * @event {CustomEvent<ValuePlace>} bureau-hide - An open value is to be hidden.
 * @event {CustomEvent<Seen>} bureau-seen - The newest message is on screen; may be told again.
 * @event {CustomEvent<string>} bureau-draft - What is written so far has changed.
 * @event {CustomEvent<void>} bureau-back - The agent is done with it, or goes back to the queue
 *   where both do not fit side by side.
 */
@customElement("bureau-case")
export class BureauCase extends LitElement {
  static override styles = [controls, tagStyles, caseStyles];

  @query("h2") private heading!: HTMLHeadingElement;
  @query("bureau-composer") private composer!: BureauComposer | null;
  @query("portail-transcript") private transcript!: PortailTranscript;
  @query("bureau-record") private record!: BureauRecord;

  /** Whether the record is shown where only it or the conversation fits. */
  @state() private recordShown = false;

  @property({ attribute: false }) case!: Case;
  @property({ attribute: false }) conversation: Conversation = EMPTY_CONVERSATION;
  @property({ attribute: false }) pending: readonly Pending[] = [];
  /** The values that the agent has opened, by place. */
  @property({ attribute: false }) opened: ReadonlyMap<string, string> = new Map();
  /** Whether the case has left the queue. */
  @property({ attribute: false }) left = false;
  /** What the agent has written so far. */
  @property({ attribute: false }) draft = "";
  @property({ attribute: false }) replies: readonly CannedReply[] = [];
  @property({ attribute: false }) colleagues: readonly Colleague[] = [];
  /** Whether the agent may act on any case. */
  @property({ attribute: false }) supervises = false;
  @property({ attribute: false }) connection!: DeskConnection;
  /** The present, in milliseconds, for the wait. */
  @property({ attribute: false }) now = Date.now();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.tellSeen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.tellSeen);
  }

  protected override updated(): void {
    if (this.left) for (const name of Object.values(DIALOGS)) this.dialog(name).close();
    this.tellSeen();
  }

  /** Nothing new is seen above the end, behind the record, or in a page that is hidden. */
  private readonly tellSeen = (): void => {
    const newest = this.conversation.messages.at(-1);
    const drawn = this.transcript.getClientRects().length > 0;
    if (!newest || document.hidden || !drawn || !this.transcript.atEnd) return;
    const detail: Seen = { caseId: this.case.id, seq: newest.seq };
    this.dispatchEvent(new CustomEvent("bureau-seen", { detail }));
  };

  private dialog<Name extends (typeof DIALOGS)[keyof typeof DIALOGS]>(
    name: Name,
  ): HTMLElementTagNameMap[Name] {
    return this.renderRoot.querySelector(name)!;
  }

  private handleWithdraw({ detail: { text } }: CustomEvent<Pending>): void {
    this.composer?.insert(text);
  }

  private command(command: CaseCommand): void {
    this.dispatchEvent(new CustomEvent("bureau-command", { detail: command }));
  }

  private back(): void {
    this.dispatchEvent(new CustomEvent("bureau-back"));
  }

  private tellValue(type: "bureau-open" | "bureau-hide", place: ValuePlace): void {
    this.dispatchEvent(new CustomEvent(type, { detail: place }));
  }

  /** The words of a line; the agent whose case it is can open what is masked in it. */
  private renderWords(line: Line): unknown {
    const { seq } = line;
    return splitMasks(line).map((piece) => {
      if (!("mask" in piece)) return renderText(piece.text);
      if (seq === undefined || !this.case.mine || this.left) return piece.text;
      const place = { seq, mask: piece.index };
      return html`<bureau-value
        .mask=${piece.text}
        .kind=${piece.mask.kind}
        .value=${this.opened.get(placeKey(place)) ?? null}
        @bureau-open-value=${() => this.tellValue("bureau-open", place)}
        @bureau-hide-value=${() => this.tellValue("bureau-hide", place)}
      ></bureau-value>`;
    });
  }

  /** Puts the keyboard's focus where the agent writes, or else at the head of the case. */
  override focus(options?: FocusOptions): void {
    (this.composer ?? this.heading).focus(options);
  }

  /** Puts it at the head of the case, where single keys are shortcuts. */
  focusHeading(): void {
    this.heading.focus();
  }

  /** Puts it where a note is written. */
  async focusNote(): Promise<void> {
    this.recordShown = true;
    await this.updateComplete;
    this.record.focusNote();
  }

  /** Does what a button of the case does, if it is there. */
  press(command: CaseCommand | keyof typeof DIALOGS): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-command="${command}"]`)?.click();
  }

  protected override render(): TemplateResult {
    const { reason_label, reference, summary, queued_at, owner, device } = this.case;
    const wait = owner === "waiting" ? words.waited(words.wait(queued_at, this.now)) : null;
    const facts = [words.reference(reference), words.unverified, wait, device].filter(Boolean);
    return html`
      <header>
        <button class="back icon" type="button" aria-label=${words.back} @click=${this.back}>
          ${backIcon}
        </button>
        <div class="about">
          <h2 tabindex="-1">${reason_label}</h2>
          <p class="tags">${caseTags(this.case)}</p>
          <p class="facts">${facts.join(" · ")}</p>
        </div>
        ${summary ? html`<p class="summary">${summary}</p>` : nothing}
        ${this.left ? nothing : this.renderActions()}
        <button
          class="record-switch"
          type="button"
          aria-pressed=${this.recordShown ? "true" : "false"}
          @click=${() => (this.recordShown = !this.recordShown)}
        >
          ${words.record.open(this.conversation.notes.length)}
        </button>
      </header>
      <div class=${this.recordShown ? "body record-shown" : "body"}>
        <div class="talk">${keyed(this.case.id, this.renderTranscript())} ${this.renderFoot()}</div>
        <bureau-record
          role="region"
          aria-label=${words.record.label}
          .case=${this.case}
          .conversation=${this.conversation}
          .connection=${this.connection}
          .open=${!this.left}
        ></bureau-record>
      </div>
      <bureau-resend-dialog
        .case=${this.case}
        .connection=${this.connection}
      ></bureau-resend-dialog>
      <bureau-transfer-dialog
        .case=${this.case}
        .connection=${this.connection}
        .colleagues=${this.colleagues}
        @bureau-done=${this.back}
      ></bureau-transfer-dialog>
      <bureau-close-dialog
        .case=${this.case}
        .connection=${this.connection}
        @bureau-done=${this.back}
      ></bureau-close-dialog>
    `;
  }

  private renderTranscript(): TemplateResult {
    return html`<portail-transcript
      viewer="agent"
      .messages=${this.conversation.messages}
      .pending=${this.pending}
      .typing=${this.conversation.clientTyping ? CLIENT : null}
      .readSeq=${this.conversation.clientReadSeq}
      .renderWords=${(line: Line) => this.renderWords(line)}
      @portail-end=${this.tellSeen}
      @portail-withdraw=${this.handleWithdraw}
    ></portail-transcript>`;
  }

  private renderActions(): TemplateResult {
    const { mine, owner } = this.case;
    const waiting = owner === "waiting";
    return html`
      <div class="actions" role="group" aria-label=${words.actions}>
        ${waiting ? this.renderCommand("take", words.take) : nothing}
        ${
          mine
            ? html`${this.renderDialogOpener("resend")}
              ${this.renderCommand("hand_back", words.handBack)}`
            : nothing
        }
        ${mine || this.supervises ? this.renderDialogOpener("transfer") : nothing}
        ${mine || this.supervises || waiting ? this.renderDialogOpener("close") : nothing}
      </div>
    `;
  }

  private renderCommand(command: CaseCommand, label: string): TemplateResult {
    return html`<button
      class=${command === "take" ? "primary" : ""}
      type="button"
      data-command=${command}
      aria-keyshortcuts=${KEYS[command]}
      @click=${() => this.command(command)}
    >
      ${label}
    </button>`;
  }

  private renderDialogOpener(name: keyof typeof DIALOGS): TemplateResult {
    return html`<button
      type="button"
      data-command=${name}
      aria-haspopup="dialog"
      aria-keyshortcuts=${KEYS[name]}
      @click=${() => this.dialog(DIALOGS[name]).show()}
    >
      ${words[name]}
    </button>`;
  }

  private renderFoot(): unknown {
    if (this.left) return html`<p class="foot">${words.left}</p>`;
    const { id, mine, owner, client_online, warned } = this.case;
    if (!mine) {
      return html`<p class="foot">
        ${owner === "waiting" ? words.takeFirst : words.answeredBy(this.case)}
      </p>`;
    }
    return html`
      ${
        client_online
          ? nothing
          : html`<p class="gone">${warned ? words.clientWarned : words.clientLeft}</p>`
      }
      ${keyed(
        id,
        html`<bureau-composer .value=${this.draft} .replies=${this.replies}></bureau-composer>`,
      )}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-case": BureauCase;
  }
}
