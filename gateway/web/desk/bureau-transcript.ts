import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import "../shared/portail-transcript.js";
import { dialogStyles } from "./action-dialog.styles.js";
import { transcriptDialogStyles } from "./bureau-transcript.styles.js";
import type { Transcript } from "./desk-protocol.js";
import { words } from "./words.js";

/** A conversation that is over, to read in a dialog: masked, with what agents wrote about it. */
@customElement("bureau-transcript")
export class BureauTranscript extends LitElement {
  static override styles = [controls, dialogStyles, transcriptDialogStyles];

  @query("dialog") private dialog!: HTMLDialogElement;

  @state() private shown: { title: string; transcript: Transcript } | null = null;

  /** What closing it goes back to, on its button. */
  @property() back = "";

  /** Opens it; the keyboard's focus goes back to where it was once it is closed. */
  show(title: string, transcript: Transcript): void {
    this.shown = { title, transcript };
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title">
        ${
          this.shown
            ? html`<h2 id="title">${this.shown.title}</h2>
                ${this.renderNotes(this.shown.transcript)}
                <portail-transcript
                  viewer="agent"
                  .messages=${this.shown.transcript.messages}
                ></portail-transcript>`
            : nothing
        }
        <div class="foot">
          <button type="button" @click=${() => this.dialog.close()}>${this.back}</button>
        </div>
      </dialog>
    `;
  }

  private renderNotes({ notes, close_note }: Transcript): TemplateResult | typeof nothing {
    if (notes.length === 0 && close_note === null) return nothing;
    return html`
      <ul role="list" tabindex="0" aria-label=${words.record.notes}>
        ${notes.map(({ agent, text }) => html`<li>${words.record.noted(agent, text)}</li>`)}
        ${close_note === null ? nothing : html`<li>${words.record.closedWith(close_note)}</li>`}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-transcript": BureauTranscript;
  }
}
