import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { earlierStyles } from "./bureau-earlier.styles.js";
import type { BureauTranscript } from "./bureau-transcript.js";
import "./bureau-transcript.js";
import type { DeskConnection } from "./desk-connection.js";
import type { EarlierCase } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** The cases that a client had before, each with its masked transcript to read. */
@customElement("bureau-earlier")
export class BureauEarlier extends LitElement {
  static override styles = [controls, fields, earlierStyles];

  @query("bureau-transcript") private transcript!: BureauTranscript;

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
    if (answer.ok) this.transcript.show(words.record.earlierTitle(earlier), answer);
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
      <bureau-transcript back=${words.record.closeEarlier}></bureau-transcript>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-earlier": BureauEarlier;
  }
}
