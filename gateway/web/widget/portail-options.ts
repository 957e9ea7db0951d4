import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { optionsIcon } from "../shared/icons.js";
import { optionsStyles } from "./portail-options.styles.js";
import { words } from "./words.js";

/** How much larger than usual the text may be. */
const TEXT_SCALES = [1, 1.25, 1.5];

/**
 * What can be done with the whole conversation, behind a button that shows and hides it.
 *
 * @event {CustomEvent<number>} portail-text-scale - The text is to be this much larger than usual.
 * @event {CustomEvent} portail-save - The conversation is to be saved.
 * @event {CustomEvent} portail-restart - It is to be ended, and another one begun.
 * @event {CustomEvent} portail-erase - It is to be erased.
 */
@customElement("portail-options")
export class PortailOptions extends LitElement {
  static override styles = [controls, optionsStyles];

  @query("button") private button!: HTMLButtonElement;

  @state() private opened = false;

  @property({ attribute: false }) textScale = 1;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.handlePointer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.handlePointer);
  }

  private readonly handlePointer = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.opened = false;
  };

  private handleFocusOut(event: FocusEvent): void {
    // Nothing is focused next when the window loses the focus: one comes back to what was open.
    const next = event.relatedTarget as Node | null;
    if (next && !this.renderRoot.contains(next)) this.opened = false;
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.opened) return;
    event.stopPropagation();
    event.preventDefault();
    this.opened = false;
    this.focus();
  }

  private choose(type: string): void {
    this.opened = false;
    this.focus();
    this.tell(type);
  }

  private resize(step: -1 | 1): void {
    const scale = this.neighbour(step);
    if (scale !== undefined) this.tell("portail-text-scale", scale);
  }

  private neighbour(step: -1 | 1): number | undefined {
    return TEXT_SCALES[TEXT_SCALES.indexOf(this.textScale) + step];
  }

  private tell<Detail>(type: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Puts the focus on the button. */
  override focus(options?: FocusOptions): void {
    this.button.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <div @keydown=${this.handleKeydown} @focusout=${this.handleFocusOut}>
        <button
          class="icon"
          type="button"
          aria-label=${words.options}
          aria-expanded=${this.opened ? "true" : "false"}
          aria-controls="options"
          @click=${() => (this.opened = !this.opened)}
        >
          ${optionsIcon}
        </button>
        <div
          class="options"
          id="options"
          role="group"
          aria-label=${words.options}
          ?hidden=${!this.opened}
        >
          <div class="sizes" role="group" aria-labelledby="size">
            <span id="size">${words.textSize}</span>
            ${this.renderResize(-1, "A−", words.smaller)}
            <span class="scale">${words.textScale(this.textScale)}</span>
            ${this.renderResize(1, "A+", words.larger)}
          </div>
          <button type="button" @click=${() => this.choose("portail-save")}>${words.save}</button>
          <button type="button" @click=${() => this.choose("portail-restart")}>
            ${words.restart}
          </button>
          <button class="danger" type="button" @click=${() => this.choose("portail-erase")}>
            ${words.erase}
          </button>
        </div>
      </div>
    `;
  }

  private renderResize(step: -1 | 1, sign: string, name: string): TemplateResult {
    return html`
      <button
        class="icon"
        type="button"
        aria-label=${name}
        aria-disabled=${this.neighbour(step) === undefined ? "true" : "false"}
        @click=${() => this.resize(step)}
      >
        ${sign}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-options": PortailOptions;
  }
}
