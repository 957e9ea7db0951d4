import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { barStyles } from "./bureau-bar.styles.js";
import type { BureauShortcutsDialog } from "./bureau-shortcuts-dialog.js";
import "./bureau-shortcuts-dialog.js";
import type { Colleague, Me } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { isOn, switchTo } from "./preferences.js";
import { words } from "./words.js";

/** What can be chosen; a number that a supervisor has set beyond it is kept. */
const MOST_CONVERSATIONS = 10;

/**
 * How the agent works: whether they take cases and how many at once, who else is here, the sound and
 * the keys.
 *
 * @event {CustomEvent<Pick<Me, "presence" | "capacity">>} bureau-presence - The agent wants it so.
 */
@customElement("bureau-bar")
export class BureauBar extends LitElement {
  static override styles = [controls, fields, barStyles];

  @query("bureau-shortcuts-dialog") private shortcuts!: BureauShortcutsDialog;

  @state() private sound = isOn("son");

  @property({ attribute: false }) me!: Me;
  /** Those who have a desk open. */
  @property({ attribute: false }) colleagues: readonly Colleague[] = [];

  private change(changes: Partial<Pick<Me, "presence" | "capacity">>): void {
    const { presence, capacity } = this.me;
    const detail = { presence, capacity, ...changes };
    this.dispatchEvent(new CustomEvent("bureau-presence", { detail }));
  }

  private switchSound(): void {
    this.sound = !this.sound;
    switchTo("son", this.sound);
  }

  private handleDetailsKeydown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    const details = event.currentTarget as HTMLDetailsElement;
    details.open = false;
    details.querySelector("summary")?.focus();
  }

  private handleDetailsFocusOut(event: FocusEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!details.contains(event.relatedTarget as Node | null)) details.open = false;
  }

  /** Opens the list of shortcuts. */
  showShortcuts(): void {
    this.shortcuts.show();
  }

  protected override render(): TemplateResult {
    const here = this.me.presence === "here";
    return html`
      ${renderSwitch(words.presence.here, here, () =>
        this.change({ presence: here ? "away" : "here" }),
      )}
      <label class="capacity">
        ${words.presence.capacity} ${this.renderCapacity(this.me.capacity)}
      </label>
      ${this.renderColleagues()}
      <div class="end">
        ${renderSwitch(words.presence.sound, this.sound, () => this.switchSound())}
        <button type="button" aria-haspopup="dialog" @click=${() => this.showShortcuts()}>
          ${words.presence.shortcuts}
        </button>
      </div>
      <bureau-shortcuts-dialog></bureau-shortcuts-dialog>
    `;
  }

  private renderCapacity(capacity: number): TemplateResult {
    const numbers = Array.from({ length: MOST_CONVERSATIONS }, (_, index) => index + 1);
    if (!numbers.includes(capacity)) numbers.push(capacity);
    return html`<select
      @change=${(event: Event) =>
        this.change({ capacity: Number((event.target as HTMLSelectElement).value) })}
    >
      ${numbers.map(
        (number) =>
          html`<option value=${number} .selected=${number === capacity}>${number}</option>`,
      )}
    </select>`;
  }

  private renderColleagues(): TemplateResult {
    const here = this.colleagues.filter(({ presence }) => presence === "here");
    return html`
      <details @keydown=${this.handleDetailsKeydown} @focusout=${this.handleDetailsFocusOut}>
        <summary>${words.presence.colleagues(here.length)}</summary>
        <ul class="colleagues" role="list">
          ${this.colleagues.map(
            (each) =>
              html`<li>
                ${each.name}
                <span class="quiet">
                  ${each.presence === "away" ? words.presence.away : words.presence.load(each)}
                </span>
              </li>`,
          )}
          ${this.colleagues.length === 0 ? html`<li>${words.presence.noColleague}</li>` : nothing}
        </ul>
      </details>
    `;
  }
}

function renderSwitch(label: string, on: boolean, handleClick: () => void): TemplateResult {
  return html`<button
    class="switch"
    type="button"
    role="switch"
    aria-checked=${on ? "true" : "false"}
    @click=${handleClick}
  >
    <span class="track" aria-hidden="true"></span>${label}
  </button>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-bar": BureauBar;
  }
}
