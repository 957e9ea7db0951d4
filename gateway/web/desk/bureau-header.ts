import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { chatIcon } from "../shared/icons.js";
import "./bureau-password.js";
import type { SignedInAgent } from "./desk-protocol.js";
import { pageAt, pagesOf } from "./pages.js";
import { words } from "./words.js";

/**
 * The head of every page behind the sign-in: where one is, who one is, and the way out. Other pages
 * open in tabs of their own: whoever leaves the desk's is gone for their clients.
 *
 * @slot - Controls of the page.
 * @event {CustomEvent<void>} bureau-sign-out - The person wants to sign out.
 */
@customElement("bureau-header")
export class BureauHeader extends LitElement {
  static override styles = [
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
        padding: 8px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      .mark {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        background: var(--portail-accent);
        color: var(--portail-on-accent);
      }

      h1 {
        margin: 0;
        font-size: 1.125em;
        font-weight: 650;
      }

      nav {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-inline-start: 12px;
      }

      a {
        padding-block: 8px;
        font-weight: 500;
      }

      .agent {
        min-inline-size: 0;
        /* Room for a letter that leans out, such as a J. */
        padding-inline-start: 2px;
        overflow: hidden;
        color: var(--portail-text-quiet);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        header {
          padding-inline: 12px;
        }

        .mark {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) agent!: SignedInAgent;

  protected override render(): TemplateResult {
    const here = pageAt(location.pathname);
    const others = pagesOf(this.agent.role).filter((page) => page !== here);
    return html`
      <header>
        <span class="mark">${chatIcon}</span>
        <h1>${here?.name ?? words.product}</h1>
        <nav aria-label=${words.pages.label}>
          ${others.map(
            ({ path, name }) =>
              html`<a href=${path} target="_blank" rel="noopener"
                >${name}<span class="visually-hidden"> ${words.pages.newTab}</span></a
              >`,
          )}
        </nav>
        <slot></slot>
        <span class="agent">${this.agent.name}</span>
        <bureau-password></bureau-password>
        <button
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent("bureau-sign-out"))}
        >
          ${words.signOut}
        </button>
      </header>
    `;
  }
}
