import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { ActionDialog } from "./action-dialog.js";
import { words } from "./words.js";

/** Asks why a conversation is over before it is closed: only the client can open it again. */
@customElement("bureau-close-dialog")
export class BureauCloseDialog extends ActionDialog {
  protected override readonly words = words.closing;

  protected override async act(filled: FormData): Promise<string | null> {
    const reason = filled.get("reason");
    if (reason === null) return words.closing.noReason;
    const answer = await this.connection.ask("close", {
      case_id: this.case.id,
      reason: String(reason),
      note: String(filled.get("note")).trim() || null,
    });
    return answer.ok ? null : answer.error;
  }

  protected override renderFields(): TemplateResult {
    return html`
      <fieldset>
        <legend>${words.closing.reason}</legend>
        ${Object.entries(words.closing.reasons).map(
          ([reason, label]) =>
            html`<label class="choice">
              <input type="radio" name="reason" value=${reason} />${label}
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <label for="note">${words.closing.note}</label>
        <textarea id="note" name="note" rows="2" maxlength="2000"></textarea>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-close-dialog": BureauCloseDialog;
  }
}
