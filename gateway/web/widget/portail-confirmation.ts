import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { renderText } from "../shared/phone-links.js";
import { confirmationStyles } from "./portail-confirmation.styles.js";
import { words } from "./words.js";

/** Something that can't be undone: what is asked, what it means, what is pressed, what is done. */
export interface Question {
  title: string;
  meaning: string;
  yes: string;
  /** Does it; why that was not possible, if it wasn't. */
  act: () => Promise<string | null>;
}

/**
 * Asks before something is done that can't be undone, and does it. It takes the place of the
 * transcript, so that the page stays in reach.
 *
 * @event {CustomEvent} portail-cancel - It is not to be done.
 */
@customElement("portail-confirmation")
export class PortailConfirmation extends LitElement {
  static override styles = [controls, confirmationStyles];

  @query(".cancel") private cancel!: HTMLButtonElement;

  @state() private underWay = false;
  @state() private error: string | null = null;

  @property({ attribute: false }) question!: Question;

  protected override firstUpdated(): void {
    this.cancel.focus();
  }

  private async handleYes(): Promise<void> {
    if (this.underWay) return;
    this.error = null;
    this.underWay = true;
    this.error = await this.question.act();
    this.underWay = false;
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    this.handleCancel();
  }

  private handleCancel(): void {
    if (this.underWay) return;
    this.dispatchEvent(new CustomEvent("portail-cancel", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const { title, meaning, yes } = this.question;
    const busy = this.underWay ? "true" : "false";
    return html`
      <div
        role="alertdialog"
        aria-labelledby="title"
        aria-describedby="meaning"
        @keydown=${this.handleKeydown}
      >
        <h3 id="title">${title}</h3>
        <p id="meaning">${meaning}</p>
        ${this.error ? html`<p class="error" role="alert">${renderText(this.error)}</p>` : nothing}
        <div class="answers">
          <button class="cancel" type="button" aria-disabled=${busy} @click=${this.handleCancel}>
            ${words.cancel}
          </button>
          <button class="danger" type="button" aria-disabled=${busy} @click=${this.handleYes}>
            ${this.underWay ? words.underWay : yes}
          </button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-confirmation": PortailConfirmation;
  }
}
