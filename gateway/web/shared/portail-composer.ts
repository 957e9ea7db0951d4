import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";

import { controls } from "./controls.styles.js";
import { sendIcon } from "./icons.js";
import type { InputHints } from "./input-hints.js";
import { composerStyles } from "./portail-composer.styles.js";
import { MAX_TEXT_LENGTH } from "./protocol.js";
import { words } from "./words.js";

/** From here on, one is told how much room is left. */
const COUNTED_FROM = MAX_TEXT_LENGTH * 0.9;

/**
 * Where a message is written. Enter sends it, Shift and Enter start a new line.
 *
 * @event {CustomEvent<string>} portail-send - A message within the limits is to be sent.
 */
@customElement("portail-composer")
export class PortailComposer extends LitElement {
  static override styles = [controls, composerStyles];

  @query("textarea") private textarea!: HTMLTextAreaElement;

  @state() private error: string | null = null;

  /** What is written so far. */
  @property() value = "";
  @property() placeholder = "";
  /** How the browser helps to write what is asked for. */
  @property({ attribute: false }) hints: InputHints = {};

  protected override updated(): void {
    // Its own height first: a textarea's scroll height never shrinks below its height.
    this.textarea.style.blockSize = "auto";
    this.textarea.style.blockSize = `${this.textarea.scrollHeight}px`;
  }

  private handleInput(): void {
    this.value = this.textarea.value;
    if (textLength(this.value) <= MAX_TEXT_LENGTH) this.error = null;
  }

  private handleKeydown(event: KeyboardEvent): void {
    // While an accent or a character is being composed, Enter only ends that.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.send();
    this.focus();
  }

  private send(): void {
    const text = this.value.trim();
    const length = textLength(text);
    if (length === 0) return;
    if (length > MAX_TEXT_LENGTH) {
      this.error = words.tooLong(length, MAX_TEXT_LENGTH);
      return;
    }
    this.error = null;
    this.value = "";
    this.dispatchEvent(
      new CustomEvent("portail-send", { detail: text, bubbles: true, composed: true }),
    );
  }

  /** Puts the keyboard's focus where one writes. */
  override focus(options?: FocusOptions): void {
    this.textarea.focus(options);
  }

  protected override render(): TemplateResult {
    const length = textLength(this.value);
    return html`
      <form @submit=${this.handleSubmit}>
        ${this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}
        <div class="field">
          <textarea
            rows="1"
            aria-label=${words.composer}
            aria-invalid=${this.error ? "true" : "false"}
            aria-describedby=${ifDefined(this.error ? "error" : undefined)}
            enterkeyhint="send"
            placeholder=${this.placeholder}
            autocomplete=${this.hints.autocomplete ?? "off"}
            autocapitalize=${this.hints.autocapitalize ?? "sentences"}
            inputmode=${this.hints.inputmode ?? "text"}
            spellcheck=${this.hints.spellcheck === false ? "false" : "true"}
            .value=${this.value}
            @input=${this.handleInput}
            @keydown=${this.handleKeydown}
          ></textarea>
          <button class="primary icon" type="submit" aria-label=${words.send}>${sendIcon}</button>
        </div>
        ${
          length >= COUNTED_FROM
            ? html`<p class="count">${words.length(length, MAX_TEXT_LENGTH)}</p>`
            : nothing
        }
      </form>
    `;
  }
}

/** Counted as the gateway counts: in characters, not in the browser's 16-bit units. */
function textLength(text: string): number {
  return [...text].length;
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-composer": PortailComposer;
  }
}
