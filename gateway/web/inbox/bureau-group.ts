import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { controls } from "../shared/controls.styles.js";
import { groupStyles } from "./bureau-group.styles.js";
import type { Decision, Intent, Line } from "./inbox-api.js";
import { words } from "./words.js";

const MASK = /\[[^\]]*\]/;

/**
 * Lines that are nearly the same, and what a person decides of those that are ticked.
 *
 * @event {CustomEvent<Decision>} bureau-decide - The person has decided.
 */
@customElement("bureau-group")
export class BureauGroup extends LitElement {
  static override styles = [controls, groupStyles];

  @query("h2") private heading!: HTMLHeadingElement;
  @query("#intent") private intent!: HTMLInputElement;

  /** The lines that are not ticked. */
  @state() private left: ReadonlySet<number> = new Set();
  /** The words of the lines that were changed. */
  @state() private changed: Readonly<Record<number, string>> = {};
  @state() private chosen: Intent | undefined;
  @state() private error: string | null = null;

  @property({ attribute: false }) lines: readonly Line[] = [];
  @property({ attribute: false }) intents: readonly Intent[] = [];

  override focus(): void {
    this.heading.focus();
  }

  private get kept(): readonly Line[] {
    return this.lines.filter(({ id }) => !this.left.has(id));
  }

  private textOf(line: Line): string {
    return this.changed[line.id] ?? line.text.replace(/\s+/g, " ");
  }

  private handleTick(line: Line, event: Event): void {
    const left = new Set(this.left);
    if ((event.target as HTMLInputElement).checked) left.delete(line.id);
    else left.add(line.id);
    this.left = left;
    this.error = null;
  }

  private handleText(line: Line, event: Event): void {
    this.changed = { ...this.changed, [line.id]: (event.target as HTMLInputElement).value };
    this.error = null;
  }

  private choose(title: string): void {
    const wanted = title.trim().toLocaleLowerCase("fr");
    this.chosen = this.intents.find((each) => each.title.toLocaleLowerCase("fr") === wanted);
    this.error = null;
  }

  private handleGuess(intent: Intent): void {
    this.intent.value = intent.title;
    this.choose(intent.title);
  }

  private handleAccept(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.chosen) {
      this.error = words.noIntent;
      this.intent.focus();
      return;
    }
    if (this.kept.some((line) => MASK.test(this.textOf(line)))) {
      this.error = words.masked;
      return;
    }
    this.decide({
      decision: "accept",
      intent: this.chosen.name,
      lines: this.kept.map((line) => ({ id: line.id, text: this.textOf(line) })),
    });
  }

  private handleDismiss(): void {
    this.decide({ decision: "dismiss", lines: this.kept.map(({ id }) => ({ id })) });
  }

  private decide(detail: Decision): void {
    if (detail.lines.length === 0) {
      this.error = words.noLine;
      return;
    }
    this.dispatchEvent(new CustomEvent("bureau-decide", { detail }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const [first] = this.lines;
    if (!first) return nothing;
    const guess = this.intents.find(({ name }) => name === first.guess);
    return html`
      <form @submit=${this.handleAccept}>
        <h2 tabindex="-1">${words.group(first.text)}</h2>
        <p class="quiet">${words.count(this.lines.length)}</p>
        <ul role="list">
          ${repeat(
            this.lines,
            ({ id }) => id,
            (line, position) => this.renderLine(line, position + 1),
          )}
        </ul>
        <label for="intent">${words.intent}</label>
        <div class="intent">
          <input
            id="intent"
            aria-describedby="help"
            autocomplete="off"
            list="intents"
            placeholder=${words.search}
            @input=${(event: Event) => this.choose((event.target as HTMLInputElement).value)}
          />
          ${
            guess
              ? html`<button type="button" @click=${() => this.handleGuess(guess)}>
                  ${words.guess(guess.title)}
                </button>`
              : nothing
          }
        </div>
        <datalist id="intents">
          ${this.intents.map(({ title, help }) => html`<option value=${title} label=${help}></option>`)}
        </datalist>
        <p id="help" class="quiet">${this.chosen?.help}</p>
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        <div class="actions">
          <button class="primary" type="submit">${words.accept}</button>
          <button type="button" @click=${this.handleDismiss}>${words.dismiss}</button>
        </div>
      </form>
    `;
  }

  private renderLine(line: Line, position: number): TemplateResult {
    return html`
      <li>
        <input
          class="tick"
          type="checkbox"
          aria-label=${words.keep(line.text)}
          .checked=${!this.left.has(line.id)}
          @change=${(event: Event) => this.handleTick(line, event)}
        />
        <input
          class="text"
          aria-label=${words.text(position)}
          maxlength="2000"
          autocomplete="off"
          .value=${this.textOf(line)}
          @input=${(event: Event) => this.handleText(line, event)}
        />
        <span class="quiet">
          ${words.cause(line.cause)}, <time datetime=${line.at}>${words.on(line.at)}</time>
        </span>
      </li>
    `;
  }
}
