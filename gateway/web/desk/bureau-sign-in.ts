import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { chatIcon } from "../shared/icons.js";
import { signInStyles } from "./bureau-sign-in.styles.js";
import type { SignedInAgent } from "./desk-protocol.js";
import { signIn } from "./session.js";
import { words } from "./words.js";

/**
 * Where an agent signs in.
 *
 * @event {CustomEvent<SignedInAgent>} bureau-signed-in - The agent is signed in.
 */
@customElement("bureau-sign-in")
export class BureauSignIn extends LitElement {
  static override styles = [controls, signInStyles];

  @query("[name=login]") private login!: HTMLInputElement;
  @query("[name=password]") private password!: HTMLInputElement;

  @state() private error: string | null = null;
  @state() private busy = false;

  /** Why one is here, if there is something to say. */
  @property({ attribute: false }) notice: string | null = null;

  protected override firstUpdated(): void {
    document.title = words.product;
    this.login.focus();
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const login = this.login.value.trim();
    const password = this.password.value;
    if (!login || !password) {
      this.error = words.signInIncomplete;
      (login ? this.password : this.login).focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      const detail: SignedInAgent = await signIn(login, password);
      this.dispatchEvent(new CustomEvent("bureau-signed-in", { detail }));
    } catch (error) {
      this.error = (error as Error).message;
      this.password.select();
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const message = this.error ?? this.notice;
    return html`
      <main>
        <form novalidate @submit=${this.handleSubmit}>
          <span class="mark">${chatIcon}</span>
          <h1>${words.signInTitle}</h1>
          <p class="subtitle">${words.subtitle}</p>
          <div role="alert">${message ? html`<p class="error">${message}</p>` : nothing}</div>
          <label for="login">${words.login}</label>
          <input
            id="login"
            name="login"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
          <label for="password">${words.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
          <button class="primary" type="submit">
            ${this.busy ? words.signingIn : words.signIn}
          </button>
        </form>
      </main>
    `;
  }
}
