import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import type { PortailComposer } from "../shared/portail-composer.js";
import "../shared/portail-composer.js";
import { composerStyles } from "./bureau-composer.styles.js";
import "./bureau-replies.js";
import type { CannedReply } from "./desk-protocol.js";
import { repliesIcon } from "./icons.js";
import { words } from "./words.js";

/**
 * Where an agent writes to a client, with the canned replies at hand: "/" in an empty field, or the
 * button, looks for one; it is inserted to be edited. What is sent comes as `portail-send`.
 *
 * @event {CustomEvent<string>} bureau-draft - What is written so far has changed.
 */
@customElement("bureau-composer")
export class BureauComposer extends LitElement {
  static override styles = [controls, composerStyles];

  @query("portail-composer") private composer!: PortailComposer;

  @state() private searching = false;

  /** What is written so far. */
  @property({ attribute: false }) value = "";
  @property({ attribute: false }) replies: readonly CannedReply[] = [];

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.composer.updateComplete;
    return complete;
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== "/" || this.composer.value !== "" || this.replies.length === 0) return;
    event.preventDefault();
    this.searching = true;
  }

  private handleReply({ detail: { text } }: CustomEvent<CannedReply>): void {
    this.insert(text);
    this.dismiss();
  }

  /** Losing the focus hides the list, which is then no place to leave it in. */
  private dismiss(): void {
    if (!this.searching) return;
    const focused = this.shadowRoot?.activeElement;
    this.searching = false;
    if (focused?.localName === "bureau-replies") this.focus();
  }

  private change(value: string): void {
    this.dispatchEvent(
      new CustomEvent("bureau-draft", { detail: value, bubbles: true, composed: true }),
    );
  }

  /** Adds to what is written, to be edited and sent. */
  insert(text: string): void {
    this.composer.value = [this.composer.value.trimEnd(), text].filter(Boolean).join(" ");
    this.change(this.composer.value);
    this.focus();
  }

  /** Puts the keyboard's focus where one writes, once that is drawn. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.composer.focus(options));
  }

  protected override render(): TemplateResult {
    return html`
      ${
        this.searching
          ? html`<bureau-replies
              .replies=${this.replies}
              @bureau-reply=${this.handleReply}
              @bureau-dismiss=${this.dismiss}
            ></bureau-replies>`
          : nothing
      }
      ${
        this.replies.length > 0
          ? html`<button
              class="replies icon"
              type="button"
              aria-label=${words.replies.button}
              @click=${() => (this.searching = true)}
            >
              ${repliesIcon}
            </button>`
          : nothing
      }
      <portail-composer
        .value=${this.value}
        placeholder=${words.placeholder}
        @keydown=${this.handleKeydown}
        @input=${() => this.change(this.composer.value)}
        @portail-send=${() => this.change("")}
      ></portail-composer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-composer": BureauComposer;
  }
}
