import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { ActionDialog } from "./action-dialog.js";
import type { Colleague } from "./desk-protocol.js";
import { words } from "./words.js";

/** Stands for nobody in particular. */
const QUEUE = "";

/** Asks who a case goes to: a colleague who can take it, or the queue. */
@customElement("bureau-transfer-dialog")
export class BureauTransferDialog extends ActionDialog {
  /** Who else has a desk open. */
  @property({ attribute: false }) colleagues: readonly Colleague[] = [];

  protected override readonly words = words.transferring;

  protected override async act(filled: FormData): Promise<string | null> {
    const to = filled.get("to");
    if (to === null) return words.transferring.noChoice;
    const answer = await this.connection.ask("transfer", {
      case_id: this.case.id,
      agent_id: to === QUEUE ? null : Number(to),
    });
    return answer.ok ? null : answer.error;
  }

  protected override renderFields(): TemplateResult {
    const others = this.colleagues.filter(({ id }) => id !== this.case.agent_id);
    return html`
      <fieldset>
        <legend>${words.transferring.to}</legend>
        ${others.map((each) => this.renderColleague(each))}
        ${
          this.case.owner === "agent"
            ? html`<label class="choice">
                <input type="radio" name="to" value=${QUEUE} />${words.transferring.queue}
              </label>`
            : ""
        }
      </fieldset>
    `;
  }

  private renderColleague(colleague: Colleague): TemplateResult {
    const { id, name, presence, cases, capacity } = colleague;
    const away = presence === "away";
    return html`
      <label class="choice">
        <input type="radio" name="to" value=${id} ?disabled=${away || cases >= capacity} />
        ${name}
        <span class="hint">${away ? words.presence.away : words.presence.load(colleague)}</span>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-transfer-dialog": BureauTransferDialog;
  }
}
