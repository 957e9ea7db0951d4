import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { tokens } from "../shared/tokens.styles.js";
import "./bureau-desk.js";
import "./bureau-sign-in.js";
import { pageStyles } from "./bureau-page.styles.js";
import type { SignedInAgent } from "./desk-protocol.js";
import { currentAgent } from "./session.js";
import { words } from "./words.js";

/** The agents' page: the desk for who is signed in, the sign-in form for who is not. */
@customElement("bureau-page")
export class BureauPage extends LitElement {
  static override styles = [tokens, pageStyles];

  /** Unknown until the gateway has said; null for nobody. */
  @state() private agent: SignedInAgent | null | undefined;
  /** Why one has to sign in again, if one was signed in. */
  @state() private notice: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void currentAgent()
      .catch(() => null)
      .then((agent) => (this.agent = agent));
  }

  private handleSignedIn(event: CustomEvent<SignedInAgent>): void {
    this.agent = event.detail;
    this.notice = null;
  }

  private handleSignedOut(event: CustomEvent<{ asked: boolean }>): void {
    this.agent = null;
    this.notice = event.detail.asked ? null : words.sessionEnded;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.agent === undefined) return nothing;
    if (this.agent === null) {
      return html`<bureau-sign-in
        .notice=${this.notice}
        @bureau-signed-in=${this.handleSignedIn}
      ></bureau-sign-in>`;
    }
    return html`<bureau-desk
      .agent=${this.agent}
      @bureau-signed-out=${this.handleSignedOut}
    ></bureau-desk>`;
  }
}
