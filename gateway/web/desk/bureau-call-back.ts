import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { callBackStyles } from "./bureau-call-back.styles.js";
import type { BureauGiveUpDialog } from "./bureau-give-up-dialog.js";
import "./bureau-give-up-dialog.js";
import { openPhone, settleCallBack } from "./desk-lists.js";
import type { CallBack, CallBackResult } from "./desk-protocol.js";
import { fields } from "./fields.styles.js";
import { words } from "./words.js";

/** What is proposed for the next try. */
const RETRY_MS = 60 * 60_000;
const MINUTE_MS = 60_000;

/**
 * A client to phone: what was said before, the number, opened on demand, and how the call went.
 *
 * @event {CustomEvent<boolean>} bureau-unfolded - It was unfolded, or folded again.
 * @event {CustomEvent<void>} bureau-read - What was said before is to be shown.
 * @event {CustomEvent<void>} bureau-done - How it went is stored.
 * @event {CustomEvent<void>} bureau-refused - It is not: the call-back may have changed.
 */
@customElement("bureau-call-back")
export class BureauCallBack extends LitElement {
  static override styles = [controls, fields, callBackStyles];

  @query(".head") private head!: HTMLElement;
  @query("bureau-give-up-dialog") private givingUp!: BureauGiveUpDialog | null;
  @query("textarea") private note!: HTMLTextAreaElement;
  @query("[name=retry]") private retry!: HTMLInputElement;

  /** Whether the focus was in it before its call-back was another one. */
  private hadFocus = false;

  @state() private unfolded = false;
  @state() private phone: string | null = null;
  @state() private error: string | null = null;

  @property({ attribute: false }) callBack!: CallBack;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("callBack");
    this.hadFocus = before !== undefined && this.focused !== null;
    if (!before) return;
    const { asked_at, tries } = this.callBack;
    if (before.asked_at === asked_at && before.tries === tries) return;
    // The number may not be the one to call any more.
    this.phone = null;
    this.givingUp?.close();
    if (!this.unfolded) return;
    this.error =
      before.tries === tries ? words.callBacks.changed : words.callBacks.settledBy(this.callBack);
  }

  protected override updated(): void {
    // What had it is gone: a colleague has noted the call, or the client has changed it.
    if (this.hadFocus && this.focused === null) this.focus();
  }

  private get focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  private toggle(): void {
    this.unfolded = !this.unfolded;
    this.error = null;
    this.tell("bureau-unfolded", this.unfolded);
  }

  private tell<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  private async showPhone(): Promise<void> {
    const answer = await openPhone(this.callBack.id);
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    this.phone = answer.phone;
    await this.updateComplete;
    this.renderRoot.querySelector("a")?.focus();
  }

  private async settle(status: CallBackResult["status"]): Promise<void> {
    if (status === "again" && !this.retry.value) {
      this.error = words.callBacks.retryFirst;
      this.retry.focus();
      return;
    }
    this.error = await this.store(status);
  }

  /** Has it stored how the call went. Says why that was refused, or null. */
  private async store(status: CallBackResult["status"]): Promise<string | null> {
    const answer = await settleCallBack(this.callBack.id, {
      status,
      tries: this.callBack.tries,
      asked_at: this.callBack.asked_at,
      note: this.note.value.trim() || null,
      // Without an offset, a time is by the clock of the place.
      due_at: status === "again" ? new Date(this.retry.value).toISOString() : null,
    });
    if (!answer.ok) {
      this.tell("bureau-refused", null);
      return answer.error;
    }
    this.unfolded = false;
    this.phone = null;
    this.tell("bureau-done", null);
    return null;
  }

  /** Puts the keyboard's focus at its head. */
  override focus(options?: FocusOptions): void {
    this.head.focus(options);
  }

  protected override render(): TemplateResult {
    const { reference, reason_label, summary, due_at, preference, tries, status } = this.callBack;
    const open = status === "due";
    const last = words.callBacks.last(this.callBack);
    return html`
      <button
        class="head"
        type="button"
        aria-expanded=${this.unfolded ? "true" : "false"}
        @click=${this.toggle}
      >
        <span class="line">
          <span class="reason">${reason_label}</span>
          <time class="quiet" datetime=${due_at}>${words.callBacks.at(due_at)}</time>
        </span>
        ${summary && summary !== reason_label ? html`<span>${summary}</span>` : nothing}
        ${preference ? html`<span>${words.callBacks.preference(preference)}</span>` : nothing}
        <span class="quiet">
          ${[
            words.reference(reference),
            open ? null : words.callBacks.statuses[status],
            tries > 0 ? words.callBacks.tries(tries) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        ${last ? html`<span class="quiet">${last}</span>` : nothing}
      </button>
      ${this.unfolded ? this.renderUnfolded(open) : nothing}
    `;
  }

  private renderUnfolded(open: boolean): TemplateResult {
    return html`
      <div class="alert" role="alert">
        ${this.error ? html`<p class="error">${this.error}</p>` : nothing}
      </div>
      <div class="body">
        <button type="button" @click=${() => this.tell("bureau-read", null)}>
          ${words.callBacks.transcript}
        </button>
        ${open ? this.renderForm() : nothing}
      </div>
      ${open ? this.renderGivingUp() : nothing}
    `;
  }

  private renderGivingUp(): TemplateResult {
    return html`<bureau-give-up-dialog
      .giveUp=${() => this.store("failed")}
    ></bureau-give-up-dialog>`;
  }

  private renderForm(): TemplateResult {
    return html`
      <form @submit=${(event: Event) => event.preventDefault()}>
        ${
          this.phone === null
            ? html`<div>
                <p class="quiet">${this.callBack.phone_masked}</p>
                <button type="button" @click=${this.showPhone}>${words.callBacks.show}</button>
              </div>`
            : html`<a class="phone" href="tel:${this.phone}">
                ${words.callBacks.call(readable(this.phone))}
              </a>`
        }
        <div class="field">
          <label for="note">${words.callBacks.note}</label>
          <textarea id="note" rows="2" maxlength="2000"></textarea>
        </div>
        <div class="field">
          <label for="retry">${words.callBacks.retryAt}</label>
          <input
            id="retry"
            name="retry"
            type="datetime-local"
            value=${localTime(Date.now() + RETRY_MS)}
          />
        </div>
        <div class="answers">
          <button class="primary" type="button" @click=${() => this.settle("done")}>
            ${words.callBacks.done}
          </button>
          <button type="button" @click=${() => this.settle("again")}>
            ${words.callBacks.again}
          </button>
          <button type="button" @click=${() => this.givingUp?.show()}>
            ${words.callBacks.failed}
          </button>
        </div>
      </form>
    `;
  }
}

/** A North American number in E.164 as people here write it; another one as it is. */
function readable(phone: string): string {
  return phone
    .replace(/^\+1(\d{3})(\d{3})(\d{4})/, "$1\u00a0$2-$3")
    .replace(/;ext=(\d+)$/, (_, digits: string) => words.callBacks.extension(digits));
}

/** A time as `datetime-local` takes it: to the minute, by the clock of the place. */
function localTime(milliseconds: number): string {
  const offsetMs = new Date(milliseconds).getTimezoneOffset() * MINUTE_MS;
  return new Date(milliseconds - offsetMs).toISOString().slice(0, 16);
}

declare global {
  interface HTMLElementTagNameMap {
    "bureau-call-back": BureauCallBack;
  }
}
