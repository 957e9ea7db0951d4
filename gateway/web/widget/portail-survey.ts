import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { renderText } from "../shared/phone-links.js";
import type { Rating, Survey } from "../shared/protocol.js";
import { surveyStyles } from "./portail-survey.styles.js";
import { words } from "./words.js";

const SCORES = ["1", "2", "3", "4", "5"];

/**
 * Asks how it went, without insisting, and thanks for the answer.
 *
 * @event {CustomEvent} portail-skip - The client would rather not answer.
 */
@customElement("portail-survey")
export class PortailSurvey extends LitElement {
  static override styles = [controls, surveyStyles];

  @query("form") private form!: HTMLFormElement;
  @query(".thanks") private thanks!: HTMLElement;

  @state() private underWay = false;
  @state() private rated = false;
  @state() private error: string | null = null;

  @property() about: Survey = "assistant";
  /** Gives the answer; why that was not possible, if it wasn't. */
  @property({ attribute: false }) rate!: (rating: Rating) => Promise<string | null>;

  private async handleSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.underWay) return;
    const chosen = new FormData(this.form);
    const solved = chosen.get("solved");
    const score = chosen.get("score");
    if (solved === null && score === null) {
      this.error = words.surveyEmpty;
      return;
    }
    this.error = null;
    this.underWay = true;
    this.error = await this.rate({
      about: this.about,
      solved: solved === null ? null : solved === "oui",
      score: score === null ? null : Number(score),
    });
    this.underWay = false;
    if (this.error !== null) return;
    this.rated = true;
    await this.updateComplete;
    // The button that had the focus is gone.
    this.thanks.focus({ preventScroll: true });
  }

  private handleChange(): void {
    this.error = null;
  }

  private handleSkip(): void {
    this.dispatchEvent(new CustomEvent("portail-skip", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    if (this.rated) return html`<p class="thanks" tabindex="-1">${words.surveyThanks}</p>`;
    const { title, help, worst, best } = words.survey[this.about];
    const ends: Record<string, string> = { 1: `1, ${worst}`, 5: `5, ${best}` };
    return html`
      <form aria-labelledby="title" @submit=${this.handleSubmit} @change=${this.handleChange}>
        <h3 id="title">${title}</h3>
        <fieldset>
          <legend>${words.surveySolved}</legend>
          <div class="choices">
            ${this.renderChoice("solved", "oui", words.yes)}
            ${this.renderChoice("solved", "non", words.no)}
          </div>
        </fieldset>
        <fieldset>
          <legend>${help}</legend>
          <div class="choices scores">
            ${SCORES.map((score) => this.renderChoice("score", score, score, ends[score]))}
          </div>
          <div class="ends" aria-hidden="true">
            <span>1&nbsp;: ${worst}</span> <span>5&nbsp;: ${best}</span>
          </div>
        </fieldset>
        ${this.error ? html`<p class="error" role="alert">${renderText(this.error)}</p>` : nothing}
        <div class="answers">
          <button type="button" @click=${this.handleSkip}>${words.surveySkip}</button>
          <button class="primary" type="submit" aria-disabled=${this.underWay ? "true" : "false"}>
            ${words.surveySend}
          </button>
        </div>
      </form>
    `;
  }

  /** A choice as it is seen and, where more is to be said of it, as it is read. */
  private renderChoice(
    name: string,
    value: string,
    label: string,
    read: string = label,
  ): TemplateResult {
    return html`
      <label>
        <input type="radio" name=${name} value=${value} aria-label=${read} />
        <span>${label}</span>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-survey": PortailSurvey;
  }
}
