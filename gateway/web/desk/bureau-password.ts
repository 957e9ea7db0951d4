import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { changePassword, SignInRefused } from "./session.js";
import { words } from "./words.js";

const { changePassword: said } = words;

/** The button by which anybody changes their own password, and its dialog. */
@customElement("bureau-password")
export class BureauPassword extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        inline-size: min(420px, 100vw - 32px);
        padding: 24px;
        border: 1px solid var(--portail-line);
        border-radius: 20px;
        background: var(--portail-surface);
        color: inherit;
        box-shadow: var(--portail-shadow);
      }

      dialog::backdrop {
        background: rgb(9 25 29 / 45%);
      }

      h2 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
        line-height: 1.3;
      }

      p {
        margin: 6px 0 0;
        color: var(--portail-text-quiet);
      }

      .error {
        padding: 10px 14px;
        border-radius: var(--portail-radius-small);
        background: var(--portail-danger-soft);
        color: var(--portail-danger);
      }

      label {
        display: block;
        margin-block: 16px 6px;
        font-size: var(--portail-text-medium);
        font-weight: 600;
      }

      input {
        inline-size: 100%;
        min-block-size: 48px;
        padding: 8px 14px;
        border: 1px solid var(--portail-line-control);
        border-radius: 12px;
        background: var(--portail-surface);
        color: inherit;
        font: inherit;
      }

      .show {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: var(--portail-target);
        margin: 4px 0 0;
        font-weight: 400;
      }

      .show input {
        inline-size: 20px;
        min-block-size: 20px;
        margin: 0;
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        margin-block-start: 16px;
      }

      @media (forced-colors: active) {
        .error {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @query("dialog") private dialog!: HTMLDialogElement;
  @query("[name=current]") private current!: HTMLInputElement;
  @query("[name=new]") private next!: HTMLInputElement;
  @query("button.primary") private closeButton!: HTMLButtonElement;

  @state() private error: string | null = null;
  @state() private busy = false;
  @state() private shown = false;
  @state() private done = false;

  private handleOpen(): void {
    this.error = null;
    this.done = this.shown = false;
    this.dialog.showModal();
  }

  /** What was typed is not left behind. */
  private handleClosed(): void {
    if (this.done) return;
    this.current.value = this.next.value = "";
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const [current, next] = [this.current.value, this.next.value];
    if (!current || !next) {
      this.error = said.incomplete;
      (current ? this.next : this.current).focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      await changePassword(current, next);
      this.done = true;
      await this.updateComplete;
      this.closeButton.focus();
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      this.error = error.message;
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`
      <button type="button" @click=${this.handleOpen}>${said.open}</button>
      <dialog aria-labelledby="title" @close=${this.handleClosed}>
        <h2 id="title">${said.title}</h2>
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        <div role="status">${this.done ? html`<p>${said.done}</p>` : nothing}</div>
        ${this.done ? this.renderDone() : this.renderForm()}
      </dialog>
    `;
  }

  private renderDone(): TemplateResult {
    return html`
      <div class="answers">
        <button class="primary" @click=${() => this.dialog.close()}>${said.close}</button>
      </div>
    `;
  }

  private renderForm(): TemplateResult {
    const type = this.shown ? "text" : "password";
    return html`
      <form novalidate @submit=${this.handleSubmit}>
        <p>${said.effect}</p>
        <label for="current">${said.current}</label>
        <input
          id="current"
          name="current"
          type=${type}
          autocomplete="current-password"
          maxlength="200"
          required
        />
        <label for="new">${said.new}</label>
        <input
          id="new"
          name="new"
          type=${type}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p id="hint">${said.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${() => (this.shown = !this.shown)}
          />
          ${said.show}
        </label>
        <div class="answers">
          <button type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
          <button class="primary" type="submit">${said.save}</button>
        </div>
      </form>
    `;
  }
}
