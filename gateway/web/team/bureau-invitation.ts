import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";

import { documentStyles, pageStyles } from "../desk/bureau-page.styles.js";
import { signInStyles } from "../desk/bureau-sign-in.styles.js";
import type { Role } from "../desk/desk-protocol.js";
import { controls } from "../shared/controls.styles.js";
import { chatIcon } from "../shared/icons.js";
import { tokens } from "../shared/tokens.styles.js";
import { acceptInvitation, NotDone } from "./team-api.js";
import { words } from "./words.js";

const { choosePassword: said } = words;

/** Where each role goes first. */
const FIRST_PAGES: Readonly<Record<Role, string>> = {
  agent: "/bureau",
  supervisor: "/bureau",
  manager: "/bureau/gestion",
};

/** Where an invited person chooses a password. The page's fragment is the invitation's secret. */
@customElement("bureau-invitation")
export class BureauInvitation extends LitElement {
  static override styles = [
    tokens,
    controls,
    pageStyles,
    signInStyles,
    css`
      .hint,
      .login {
        margin: 6px 0 0;
        color: var(--portail-text-quiet);
        font-size: var(--portail-text-medium);
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

      .next {
        margin-block-start: 24px;
      }
    `,
  ];

  private readonly token = location.hash.slice(1);

  @query("[name=password]") private password!: HTMLInputElement;
  @query("h1") private heading!: HTMLElement;

  @state() private error: string | null = this.token ? null : said.noToken;
  @state() private busy = false;
  @state() private shown = false;
  @state() private accepted: { login: string; role: Role } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (documentStyles.styleSheet) document.adoptedStyleSheets.push(documentStyles.styleSheet);
    // Neither the history nor who looks over a shoulder keeps the secret.
    history.replaceState(null, "", location.pathname);
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const password = this.password.value;
    if (!password) {
      this.error = said.empty;
      this.password.focus();
      return;
    }
    this.busy = true;
    this.error = null;
    try {
      this.accepted = await acceptInvitation(this.token, password);
      await this.updateComplete;
      this.heading.focus();
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      this.error = error.message;
      this.password.focus();
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<main>${this.accepted ? this.renderDone(this.accepted) : this.renderForm()}</main>`;
  }

  private renderDone({ login, role }: { login: string; role: Role }): TemplateResult {
    return html`
      <div class="card">
        <span class="mark">${chatIcon}</span>
        <h1 tabindex="-1">${said.done}</h1>
        <p class="login">${said.login(login)}</p>
        <a class="next" href=${FIRST_PAGES[role]}>${said.signIn}</a>
      </div>
    `;
  }

  private renderForm(): TemplateResult {
    return html`
      <form novalidate @submit=${this.handleSubmit}>
        <span class="mark">${chatIcon}</span>
        <h1 tabindex="-1">${said.title}</h1>
        <p class="subtitle">${said.subtitle}</p>
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        <label for="password">${said.password}</label>
        <input
          id="password"
          name="password"
          type=${this.shown ? "text" : "password"}
          autocomplete="new-password"
          maxlength="200"
          aria-describedby="hint"
          required
        />
        <p class="hint" id="hint">${said.hint}</p>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${() => (this.shown = !this.shown)}
          />
          ${said.show}
        </label>
        <button class="primary" type="submit" ?hidden=${!this.token}>
          ${this.busy ? said.saving : said.save}
        </button>
      </form>
    `;
  }
}
