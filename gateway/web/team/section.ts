import { html, LitElement, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";

import { NotDone } from "./team-api.js";

/** A section of the supervisors' page: asks the gateway, and says what came of it. */
export abstract class Section extends LitElement {
  /** Why the last thing asked for was not done. */
  @state() protected error: string | null = null;
  /** What was done. */
  @state() protected done: string | null = null;

  /** Does `work`; null, with its reason on screen, when it was not done. */
  protected async attempt<Answer>(work: Promise<Answer>): Promise<Answer | null> {
    this.error = this.done = null;
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      if (error.signedOut) this.tellSignedOut();
      else this.error = error.message;
      return null;
    }
  }

  /** To the page, past the elements in between. */
  private tellSignedOut(): void {
    this.dispatchEvent(new CustomEvent("bureau-signed-out", { bubbles: true, composed: true }));
  }

  protected renderOutcome(): TemplateResult {
    return html`
      <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
      <div role="status">${this.done ? html`<p class="done">${this.done}</p>` : nothing}</div>
    `;
  }
}
