import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import "./bureau-earlier.js";
import type { BureauNotes } from "./bureau-notes.js";
import "./bureau-notes.js";
import { recordStyles } from "./bureau-record.styles.js";
import type { DeskConnection } from "./desk-connection.js";
import type { Case } from "./desk-protocol.js";
import type { Conversation } from "./desk-state.js";
import { words } from "./words.js";

/** What is known of a case beside its conversation: what was tried, what came before, the notes. */
@customElement("bureau-record")
export class BureauRecord extends LitElement {
  static override styles = [controls, recordStyles];

  @query("bureau-notes") private notes!: BureauNotes;

  @property({ attribute: false }) case!: Case;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) connection!: DeskConnection;
  /** Whether notes can still be added. */
  @property({ attribute: false }) open = true;

  /** Puts the keyboard's focus where a note is written. */
  focusNote(): void {
    this.notes.focus();
  }

  protected override render(): TemplateResult {
    const { steps, details } = this.case;
    const { notes, earlier } = this.conversation;
    return html`
      <section>
        <h3>${words.record.steps}</h3>
        ${steps.length > 0 ? list(steps) : html`<p class="quiet">${words.record.noSteps}</p>`}
      </section>
      ${
        details.length > 0
          ? html`<section>
              <h3>${words.record.details}</h3>
              ${list(details)}
            </section>`
          : nothing
      }
      <section>
        <h3>${words.record.earlier}</h3>
        ${
          earlier.length > 0
            ? html`<bureau-earlier
                .earlier=${earlier}
                .caseId=${this.case.id}
                .connection=${this.connection}
              ></bureau-earlier>`
            : this.case.earlier_cases === 0
              ? html`<p class="quiet">${words.record.noEarlier}</p>`
              : nothing
        }
      </section>
      <section>
        <h3>${words.record.notes}</h3>
        <bureau-notes
          .notes=${notes}
          .caseId=${this.case.id}
          .open=${this.open}
          .connection=${this.connection}
        ></bureau-notes>
      </section>
    `;
  }
}

function list(lines: readonly string[]): TemplateResult {
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-record": BureauRecord;
  }
}
