import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { tokens } from "../shared/tokens.styles.js";
import "./bureau-header.js";
import "./bureau-sign-in.js";
import { documentStyles, pageStyles } from "./bureau-page.styles.js";
import type { SignedInAgent } from "./desk-protocol.js";
import { elsewhere } from "./pages.js";
import { currentAgent, signOut } from "./session.js";
import { words } from "./words.js";

/** What a page shows to whoever is signed in. */
export interface Content extends HTMLElement {
  agent: SignedInAgent;
}

/**
 * Any page behind the sign-in: its head and its content for who is signed in, the form for who is
 * not. The content tells of a session that has ended with a `bureau-signed-out` event.
 */
@customElement("bureau-page")
export class BureauPage extends LitElement {
  static override styles = [tokens, pageStyles];

  /** Unknown until the gateway has said; null for nobody. */
  @state() private agent: SignedInAgent | null | undefined;
  /** What is to be said above the form or the content. */
  @state() private notice: string | null = null;

  /** The name of the content's element. */
  @property() content = "";

  override connectedCallback(): void {
    super.connectedCallback();
    if (documentStyles.styleSheet) document.adoptedStyleSheets.push(documentStyles.styleSheet);
    void currentAgent()
      .catch(() => null)
      .then((agent) => this.admit(agent));
  }

  private admit(agent: SignedInAgent | null): void {
    const other = agent && elsewhere(location.pathname, agent.role);
    if (other) location.replace(other);
    else this.agent = agent;
  }

  private handleSignedIn(event: CustomEvent<SignedInAgent>): void {
    this.admit(event.detail);
    this.notice = null;
  }

  private async handleSignOut(): Promise<void> {
    try {
      await signOut();
      this.agent = null;
      this.notice = null;
    } catch {
      this.notice = words.unreachable;
    }
  }

  private handleSignedOut(): void {
    this.agent = null;
    this.notice = words.sessionEnded;
  }

  private made: Content | undefined;

  /** One element for as long as somebody is signed in. */
  private contentFor(agent: SignedInAgent): Content {
    if (this.made?.agent !== agent) {
      this.made = Object.assign(document.createElement(this.content), { agent });
      this.made.addEventListener("bureau-signed-out", () => this.handleSignedOut());
    }
    return this.made;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.agent === undefined) return nothing;
    if (this.agent === null) {
      return html`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`;
    }
    return html`
      <bureau-header .agent=${this.agent} @bureau-sign-out=${this.handleSignOut}></bureau-header>
      <div role="alert">${this.notice ? html`<p class="notice">${this.notice}</p>` : nothing}</div>
      ${this.contentFor(this.agent)}
    `;
  }
}
