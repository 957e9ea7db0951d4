import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { clockTime } from "../shared/clock-time.js";
import { controls } from "../shared/controls.styles.js";
import { randomId } from "../shared/random-id.js";
import { notesStyles } from "./bureau-notes.styles.js";
import type { DeskConnection } from "./desk-connection.js";
import type { Note } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** What agents tell each other about a case. Its client never reads it. */
@customElement("bureau-notes")
export class BureauNotes extends LitElement {
  static override styles = [controls, fields, notesStyles];

  /** Kept until it is stored: a note that is sent twice is written once. */
  private noteId = randomId();

  @query("textarea") private textarea!: HTMLTextAreaElement | null;

  @state() private error: string | null = null;

  @property({ attribute: false }) notes: readonly Note[] = [];
  @property({ attribute: false }) caseId!: number;
  @property({ attribute: false }) open = true;
  @property({ attribute: false }) connection!: DeskConnection;

  protected override updated(changed: PropertyValues<this>): void {
    // A note half written is about the case it was written at.
    if (changed.get("caseId") === undefined || !this.textarea) return;
    this.textarea.value = "";
    this.error = null;
    this.noteId = randomId();
  }

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { textarea, caseId } = this;
    const text = textarea?.value.trim();
    if (!textarea || !text) return;
    const answer = await this.connection.ask("note", { case_id: caseId, id: this.noteId, text });
    if (this.caseId !== caseId) return;
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    this.noteId = randomId();
    textarea.value = "";
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.textarea?.form?.requestSubmit();
  }

  /** Puts the keyboard's focus where a note is written. */
  override focus(options?: FocusOptions): void {
    this.textarea?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <p class="audience" id="audience">${words.record.notesAudience}</p>
      ${
        this.notes.length > 0
          ? html`<ol role="list">
              ${this.notes.map(
                ({ at, agent, text }) =>
                  html`<li>
                    <p class="about">${agent} · <time datetime=${at}>${clockTime(at)}</time></p>
                    <p class="text">${text}</p>
                  </li>`,
              )}
            </ol>`
          : nothing
      }
      ${this.open ? this.renderForm() : nothing}
    `;
  }

  private renderForm(): TemplateResult {
    return html`
      <form @submit=${this.handleSubmit}>
        <label for="note">${words.record.newNote}</label>
        <textarea
          id="note"
          rows="2"
          maxlength="2000"
          aria-describedby="audience"
          @keydown=${this.handleKeydown}
        ></textarea>
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        <button type="submit">${words.record.addNote}</button>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-notes": BureauNotes;
  }
}
