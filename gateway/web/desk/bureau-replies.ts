import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { repliesStyles } from "./bureau-replies.styles.js";
import { findReplies } from "./canned-replies.js";
import type { CannedReply } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/**
 * Finds a canned reply: a combobox as the ARIA Authoring Practices have it, whose list is always
 * open and whose focus stays in the field.
 *
 * @event {CustomEvent<CannedReply>} bureau-reply - A reply was chosen.
 * @event {CustomEvent<void>} bureau-dismiss - None is wanted.
 */
@customElement("bureau-replies")
export class BureauReplies extends LitElement {
  static override styles = [controls, fields, repliesStyles];

  @query("input") private input!: HTMLInputElement;

  @state() private typed = "";
  @state() private active = 0;

  @property({ attribute: false }) replies: readonly CannedReply[] = [];

  protected override firstUpdated(): void {
    this.input.focus();
  }

  protected override updated(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private found(): CannedReply[] {
    return findReplies(this.replies, this.typed.replace(/^\//, ""));
  }

  private handleInput(): void {
    this.typed = this.input.value;
    this.active = 0;
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = this.found();
    const count = found.length;
    switch (event.key) {
      case "ArrowDown":
        this.active = count ? (this.active + 1) % count : 0;
        break;
      case "ArrowUp":
        this.active = count ? (this.active + count - 1) % count : 0;
        break;
      case "Enter":
        this.choose(found[this.active]);
        break;
      case "Escape":
        this.dismiss();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private choose(reply: CannedReply | undefined): void {
    if (reply) this.dispatchEvent(new CustomEvent("bureau-reply", { detail: reply }));
  }

  private dismiss(): void {
    this.dispatchEvent(new CustomEvent("bureau-dismiss"));
  }

  protected override render(): TemplateResult {
    const found = this.found();
    const active = found.length > 0 ? `reply-${this.active}` : nothing;
    return html`
      <input
        role="combobox"
        aria-label=${words.replies.search}
        placeholder=${words.replies.search}
        aria-autocomplete="list"
        aria-expanded=${found.length > 0 ? "true" : "false"}
        aria-controls="replies"
        aria-activedescendant=${active}
        autocomplete="off"
        spellcheck="false"
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
        @blur=${this.dismiss}
      />
      <ul id="replies" role="listbox" aria-label=${words.replies.list} ?hidden=${!found.length}>
        ${found.map((reply, index) => this.renderReply(reply, index))}
      </ul>
      <p class="found" role="status">${words.replies.found(found.length)}</p>
    `;
  }

  private renderReply(reply: CannedReply, index: number): TemplateResult {
    return html`
      <li
        id="reply-${index}"
        role="option"
        aria-selected=${index === this.active ? "true" : "false"}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.choose(reply)}
      >
        <span class="line"> ${reply.title} <span class="shortcut">/${reply.shortcut}</span> </span>
        <span class="text">${reply.text}</span>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-replies": BureauReplies;
  }
}
