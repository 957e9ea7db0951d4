import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { randomId } from "../shared/random-id.js";
import { ActionDialog } from "./action-dialog.js";
import type { Verb } from "./desk-protocol.js";
import { words } from "./words.js";

const ACCOUNT_TYPE = "type_compte";

const SLOTS: Readonly<Record<Verb, readonly string[]>> = {
  password_reset: ["code_utilisateur", "prenom", "nom"],
  user_code_reminder: ["prenom", "nom", "courriel", ACCOUNT_TYPE],
};

/**
 * Asks for the e-mail that the client needs, in their place, with what they have given already and
 * what is still missing.
 */
@customElement("bureau-resend-dialog")
export class BureauResendDialog extends ActionDialog {
  /** Kept while it is tried again: one mail leaves, however often it was asked for. */
  private requestId = randomId();

  @state() private verb: Verb = "password_reset";
  /** What the client has given, by slot; never shown here. */
  @state() private known: readonly string[] = [];

  protected override readonly words = words.resending;

  override show(): void {
    super.show();
    this.requestId = randomId();
    this.verb = "password_reset";
    this.known = [];
    void this.connection.ask("known_values", { case_id: this.case.id }).then((answer) => {
      if (answer.ok) this.known = answer.slots;
    });
  }

  protected override async act(filled: FormData): Promise<string | null> {
    const values: Record<string, string> = {};
    for (const slot of SLOTS[this.verb]) {
      const value = String(filled.get(slot) ?? "").trim();
      if (value) values[slot] = value;
      else if (!this.known.includes(slot)) return words.resending.missing;
    }
    const answer = await this.connection.ask("resend", {
      case_id: this.case.id,
      id: this.requestId,
      verb: this.verb,
      values,
    });
    return answer.ok ? null : answer.error;
  }

  protected override renderFields(): TemplateResult {
    return html`
      <fieldset>
        <legend>${words.resending.which}</legend>
        ${(Object.keys(SLOTS) as Verb[]).map(
          (verb) =>
            html`<label class="choice">
              <input
                type="radio"
                name="verb"
                ?checked=${verb === this.verb}
                @change=${() => (this.verb = verb)}
              />${words.resending.verbs[verb]}
            </label>`,
        )}
      </fieldset>
      ${SLOTS[this.verb].map((slot) =>
        slot === ACCOUNT_TYPE ? this.renderAccountType() : this.renderSlot(slot),
      )}
    `;
  }

  private renderSlot(slot: string): TemplateResult {
    const known = this.known.includes(slot);
    return html`
      <div class="field">
        <label for=${slot}>${words.resending.slots[slot]}</label>
        <input
          id=${slot}
          name=${slot}
          type=${slot === "courriel" ? "email" : "text"}
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby=${known ? `known-${slot}` : nothing}
        />
        ${known ? html`<p class="hint" id="known-${slot}">${words.resending.known}</p>` : nothing}
      </div>
    `;
  }

  private renderAccountType(): TemplateResult {
    return html`
      <fieldset>
        <legend>${words.resending.slots[ACCOUNT_TYPE]}</legend>
        ${Object.entries(words.resending.accountTypes).map(
          ([type, label]) =>
            html`<label class="choice">
              <input type="radio" name=${ACCOUNT_TYPE} value=${type} />${label}
            </label>`,
        )}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-resend-dialog": BureauResendDialog;
  }
}
