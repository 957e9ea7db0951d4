import { html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { dialogStyles } from "./action-dialog.styles.js";
import { shortcutsStyles } from "./bureau-shortcuts-dialog.styles.js";
import { fields } from "./fields.styles.js";
import { isOn, switchTo } from "./preferences.js";
import { KEYS, type Shortcut } from "./shortcuts.js";
import { words } from "./words.js";

/** Says what each key does, and lets whoever presses them by mistake switch them off. */
@customElement("bureau-shortcuts-dialog")
export class BureauShortcutsDialog extends LitElement {
  static override styles = [controls, fields, dialogStyles, shortcutsStyles];

  @query("dialog") private dialog!: HTMLDialogElement;

  @state() private on = isOn("raccourcis");

  show(): void {
    this.dialog.showModal();
  }

  private handleSwitch(event: Event): void {
    this.on = (event.target as HTMLInputElement).checked;
    switchTo("raccourcis", this.on);
  }

  protected override render(): TemplateResult {
    const { names, title, intro, on, keys, effects, replies, done } = words.shortcuts;
    return html`
      <dialog aria-labelledby="title">
        <h2 id="title">${title}</h2>
        <p class="intro">${intro}</p>
        <label class="choice">
          <input type="checkbox" .checked=${this.on} @change=${this.handleSwitch} />${on}
        </label>
        <table>
          <thead>
            <tr>
              <th scope="col">${keys}</th>
              <th scope="col">${effects}</th>
            </tr>
          </thead>
          <tbody>
            ${(Object.keys(KEYS) as Shortcut[]).map((name) => row(KEYS[name], names[name]))}
            ${row("/", replies)}
          </tbody>
        </table>
        <div class="answers">
          <button class="primary" type="button" @click=${() => this.dialog.close()}>${done}</button>
        </div>
      </dialog>
    `;
  }
}

function row(key: string, effect: string): TemplateResult {
  return html`<tr>
    <td><kbd>${key}</kbd></td>
    <td>${effect}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-shortcuts-dialog": BureauShortcutsDialog;
  }
}
