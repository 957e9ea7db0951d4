import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { valueStyles } from "./bureau-value.styles.js";
import { words } from "./words.js";

/**
 * A masked value in a line, and the button that opens or hides it. The button keeps its place, and
 * the focus it may have.
 *
 * @event {CustomEvent} bureau-open-value - The value is asked for.
 * @event {CustomEvent} bureau-hide-value - It is to be hidden again.
 */
@customElement("bureau-value")
export class BureauValue extends LitElement {
  static override styles = [controls, valueStyles];

  /** What stands for the value. */
  @property({ attribute: false }) mask = "";
  /** What kind of value it is, in the gateway's word. */
  @property({ attribute: false }) kind = "";
  /** The value, once it is open. */
  @property({ attribute: false }) value: string | null = null;

  private toggle(): void {
    const type = this.value === null ? "bureau-open-value" : "bureau-hide-value";
    this.dispatchEvent(new CustomEvent(type));
  }

  protected override render(): TemplateResult {
    const open = this.value !== null;
    // One line: the white space of a bubble shows.
    return html`<span aria-live="polite">${this.value ?? this.mask}</span
      ><button
        type="button"
        aria-label=${open ? words.hideValue(this.kind) : words.openValue(this.kind)}
        @click=${this.toggle}
      >
        ${open ? words.hide : words.open}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-value": BureauValue;
  }
}
