import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import { controls } from "../shared/controls.styles.js";
import { backIcon } from "../shared/icons.js";
import type { PortailComposer } from "../shared/portail-composer.js";
import "../shared/portail-composer.js";
import { renderText } from "../shared/phone-links.js";
import type { Line, Pending } from "../shared/portail-transcript.js";
import "../shared/portail-transcript.js";
import type { Message } from "../shared/protocol.js";
import { caseStyles } from "./bureau-case.styles.js";
import "./bureau-value.js";
import type { Case } from "./desk-protocol.js";
import { splitMasks } from "./masked-text.js";
import { words } from "./words.js";

/** What an agent does to a case with a button. */
export type CaseCommand = "take" | "hand_back" | "close";

/** A masked value: the place of its message, and its own among the masks of it. */
export interface ValuePlace {
  seq: number;
  mask: number;
}

/** How a value's place is written as a key. */
export function placeKey({ seq, mask }: ValuePlace): string {
  return `${seq}/${mask}`;
}

/**
 * One case: why the client is here, what was said, and what the agent can do. The events of its
 * transcript and composer pass through it.
 *
 * @event {CustomEvent<CaseCommand>} bureau-command - The case is to be taken, handed back or closed.
 * @event {CustomEvent<ValuePlace>} bureau-open - A masked value is asked for.
 * @event {CustomEvent<ValuePlace>} bureau-hide - An open value is to be hidden.
 * @event {CustomEvent} bureau-back - Back to the queue, where both do not fit side by side.
 */
@customElement("bureau-case")
export class BureauCase extends LitElement {
  static override styles = [controls, caseStyles];

  /** What was being written in each case when another one was shown. */
  private readonly drafts = new Map<number, string>();

  @query("h2") private heading!: HTMLHeadingElement;
  @query("portail-composer") private composer!: PortailComposer | null;
  @query("dialog") private closing!: HTMLDialogElement;

  @property({ attribute: false }) case!: Case;
  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ attribute: false }) pending: readonly Pending[] = [];
  /** The values that the agent has opened, by place. */
  @property({ attribute: false }) opened: ReadonlyMap<string, string> = new Map();
  /** Whether the case has left the queue. */
  @property({ attribute: false }) left = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const previous = changed.get("case");
    if (previous && previous.id !== this.case.id && this.composer) {
      this.drafts.set(previous.id, this.composer.value);
    }
  }

  protected override updated(): void {
    if (this.left) this.closing.close();
  }

  private handleClose(): void {
    this.closing.close();
    this.command("close");
  }

  private handleWithdraw({ detail: { text } }: CustomEvent<Pending>): void {
    if (!this.composer) return;
    this.composer.value = [text, this.composer.value].filter(Boolean).join("\n");
    this.composer.focus();
  }

  private command(command: CaseCommand): void {
    this.dispatchEvent(new CustomEvent("bureau-command", { detail: command }));
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

  protected override render(): TemplateResult {
    const { reference, reason_label, summary, client_online } = this.case;
    return html`
      <header>
        <button
          class="back icon"
          type="button"
          aria-label=${words.back}
          @click=${() => this.dispatchEvent(new CustomEvent("bureau-back"))}
        >
          ${backIcon}
        </button>
        <div class="about">
          <h2 tabindex="-1">${reason_label}</h2>
          <p>${words.reference(reference)} · ${client_online ? words.online : words.offline}</p>
          ${summary ? html`<p class="summary">${summary}</p>` : nothing}
        </div>
        ${this.left ? nothing : this.renderActions()}
      </header>
      <portail-transcript
        viewer="agent"
        .messages=${this.messages}
        .pending=${this.pending}
        .renderWords=${(line: Line) => this.renderWords(line)}
        @portail-withdraw=${this.handleWithdraw}
      ></portail-transcript>
      ${this.renderFoot()} ${this.renderClosing()}
    `;
  }

  private renderActions(): TemplateResult {
    const { mine, owner } = this.case;
    return html`
      <div class="actions" role="group" aria-label=${words.actions}>
        ${
          owner === "waiting"
            ? html`<button class="primary" @click=${() => this.command("take")}>
                ${words.take}
              </button>`
            : nothing
        }
        ${
          mine
            ? html`<button @click=${() => this.command("hand_back")}>${words.handBack}</button>`
            : nothing
        }
        ${
          mine || owner === "waiting"
            ? html`<button @click=${() => this.closing.showModal()}>${words.close}</button>`
            : nothing
        }
      </div>
    `;
  }

  /** Asks before the conversation is closed: nobody can open it again but the client. */
  private renderClosing(): TemplateResult {
    return html`
      <dialog aria-labelledby="closing-question" aria-describedby="closing-effect">
        <h3 id="closing-question">${words.closeQuestion}</h3>
        <p id="closing-effect">${words.closeEffect}</p>
        <div class="answers">
          <button autofocus @click=${() => this.closing.close()}>${words.cancel}</button>
          <button class="primary" @click=${this.handleClose}>${words.closeNow}</button>
        </div>
      </dialog>
    `;
  }

  private renderFoot(): unknown {
    if (this.left) return html`<p class="foot">${words.left}</p>`;
    if (this.case.mine) {
      return keyed(
        this.case.id,
        html`<portail-composer
          .value=${this.drafts.get(this.case.id) ?? ""}
          placeholder=${words.placeholder}
        ></portail-composer>`,
      );
    }
    return html`<p class="foot">
      ${this.case.owner === "waiting" ? words.takeFirst : words.answeredBy(this.case)}
    </p>`;
  }
}
