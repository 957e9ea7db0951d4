import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { ActionDialog } from "./action-dialog.js";
import { words } from "./words.js";

/** Asks before a client is not phoned any more: nobody can take that back. */
@customElement("bureau-give-up-dialog")
export class BureauGiveUpDialog extends ActionDialog {
  protected override readonly words = words.callBacks.givingUp;

  /** Notes it; says why that was refused, or null. */
  @property({ attribute: false }) giveUp!: () => Promise<string | null>;

  protected override act(): Promise<string | null> {
    return this.giveUp();
  }

  protected override renderFields(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-give-up-dialog": BureauGiveUpDialog;
  }
}
