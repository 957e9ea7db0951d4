import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import type { Content } from "../desk/bureau-page.js";
import type { SignedInAgent } from "../desk/desk-protocol.js";
import { controls } from "../shared/controls.styles.js";
import "./team-accounts.js";
import "./team-assisted.js";
import "./team-cases.js";
import "./team-values.js";
import { words } from "./words.js";

type Section = "agents" | "cases" | "assisted" | "values";

/** The sections, by the fragment of their address. */
const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ["", "agents"],
  ["#conversations", "cases"],
  ["#assistant", "assisted"],
  ["#valeurs", "values"],
]);

/**
 * What supervisors look after: accounts, conversations, and who has opened which masked value.
 *
 * @event {CustomEvent<void>} bureau-signed-out - The session has ended.
 */
@customElement("bureau-team")
export class BureauTeam extends LitElement implements Content {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        padding: 4px 20px;
        border-block-end: 1px solid var(--portail-line);
        background: var(--portail-surface);
      }

      a {
        padding-block: 10px;
        border-block-end: 3px solid transparent;
        text-decoration: none;
      }

      /* The bar has room for no more. */
      a:focus-visible {
        outline-offset: 1px;
      }

      a[aria-current="page"] {
        border-color: currentcolor;
        color: var(--portail-text);
      }

      main {
        max-inline-size: 1200px;
        margin-inline: auto;
        padding: 20px;
      }

      @media (max-width: 50em) {
        nav,
        main {
          padding-inline: 12px;
        }
      }
    `,
  ];

  @state() private section: Section = "agents";
  /** How often the section on screen was asked for again. */
  @state() private again = 0;

  @property({ attribute: false }) agent!: SignedInAgent;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = words.title;
    addEventListener("hashchange", this.follow);
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.follow);
  }

  private readonly follow = (): void => {
    this.section = SECTIONS.get(location.hash) ?? "agents";
  };

  /** From a case, back to the list: the address stays the same, and tells nothing. */
  private restart(section: Section): void {
    if (section === this.section) this.again += 1;
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${words.sections.label}>
        ${[...SECTIONS].map(
          ([hash, section]) =>
            html`<a
              href=${hash || "#"}
              aria-current=${this.section === section ? "page" : "false"}
              @click=${() => this.restart(section)}
              >${words.sections[section]}</a
            >`,
        )}
      </nav>
      <main>${keyed(this.again, this.renderSection())}</main>
    `;
  }

  private renderSection(): TemplateResult {
    switch (this.section) {
      case "agents":
        return html`<team-accounts .agent=${this.agent}></team-accounts>`;
      case "cases":
        return html`<team-cases></team-cases>`;
      case "assisted":
        return html`<team-assisted></team-assisted>`;
      case "values":
        return html`<team-values></team-values>`;
    }
  }
}
