import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import "../shared/portail-transcript.js";
import type { Message } from "../shared/protocol.js";
import { dialogStyles } from "./action-dialog.styles.js";
import { earlierStyles } from "./bureau-earlier.styles.js";
import type { DeskConnection } from "./desk-connection.js";
import type { EarlierCase } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

interface Transcript {
  case: EarlierCase;
  messages: readonly Message[];
}

/** The cases that a client had before, each with its masked transcript to read. */
@customElement("bureau-earlier")
export class BureauEarlier extends LitElement {
  static override styles = [controls, fields, dialogStyles, earlierStyles];

  @query("dialog") private dialog!: HTMLDialogElement;

  @state() private shown: Transcript | null = null;
  @state() private error: string | null = null;

  @property({ attribute: false }) earlier: readonly EarlierCase[] = [];
  @property({ attribute: false }) caseId!: number;
  @property({ attribute: false }) connection!: DeskConnection;

  private async open(earlier: EarlierCase): Promise<void> {
    const answer = await this.connection.ask("open_earlier", {
      case_id: this.caseId,
      earlier_id: earlier.id,
    });
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    this.shown = { case: earlier, messages: answer.messages };
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`
      <ul role="list">
        ${this.earlier.map(
          (each) =>
            html`<li>
              <button
                type="button"
                aria-label=${words.record.openEarlier(each)}
                aria-describedby="about-${each.id}"
                @click=${() => this.open(each)}
              >
                <span>${words.record.earlierTitle(each)}</span>
                <span class="about" id="about-${each.id}">
                  ${[each.reason_label, each.summary, each.outcome_label].filter(Boolean).join(" · ")}
                </span>
              </button>
            </li>`,
        )}
      </ul>
      <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
      <dialog aria-labelledby="title">
        ${
          this.shown
            ? html`<div class="head">
                  <h2 id="title">${words.record.earlierTitle(this.shown.case)}</h2>
                </div>
                <portail-transcript
                  viewer="agent"
                  .messages=${this.shown.messages}
                ></portail-transcript>`
            : nothing
        }
        <div class="foot">
          <button type="button" @click=${() => this.dialog.close()}>
            ${words.record.closeEarlier}
          </button>
        </div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-earlier": BureauEarlier;
  }
}
