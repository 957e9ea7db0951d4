import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { dialogStyles } from "./action-dialog.styles.js";
import type { DeskConnection } from "./desk-connection.js";
import type { Case } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** What a dialog says of itself. */
export interface DialogWords {
  title: string;
  effect: string;
  submit: string;
}

/**
 * Asks what is needed to do something to a case, does it, and stays open with the reason when it is
 * refused. The browser gives the focus back to where it was.
 *
 * @event {CustomEvent<void>} bureau-done - It is done.
 */
export abstract class ActionDialog extends LitElement {
  static override styles = [controls, fields, dialogStyles];

  @query("dialog") private dialog!: HTMLDialogElement;
  @query("form") private form!: HTMLFormElement;

  @state() private error: string | null = null;
  @state() private busy = false;

  @property({ attribute: false }) case!: Case;
  @property({ attribute: false }) connection!: DeskConnection;

  /** Opens it, with nothing filled in. */
  show(): void {
    this.form.reset();
    this.error = null;
    this.dialog.showModal();
  }

  /** Closes it and does nothing. */
  close(): void {
    this.dialog.close();
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.error = await this.act(new FormData(this.form));
    this.busy = false;
    if (this.error !== null) return;
    this.close();
    this.dispatchEvent(new CustomEvent("bureau-done"));
  }

  protected abstract readonly words: DialogWords;

  /** Does it with what was filled in. Says why it was refused, or null. */
  protected abstract act(filled: FormData): Promise<string | null>;

  protected abstract renderFields(): TemplateResult;

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" aria-describedby="effect">
        <form novalidate @submit=${this.handleSubmit}>
          <h2 id="title">${this.words.title}</h2>
          <p class="effect" id="effect">${this.words.effect}</p>
          ${this.renderFields()}
          <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
          <div class="answers">
            <button type="button" @click=${() => this.close()}>${words.cancel}</button>
            <button class="primary" type="submit">${this.words.submit}</button>
          </div>
        </form>
      </dialog>
    `;
  }
}
