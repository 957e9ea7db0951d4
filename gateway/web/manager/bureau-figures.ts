import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { SignedInAgent } from "../desk/desk-protocol.js";
import { controls } from "../shared/controls.styles.js";
import "./bureau-chart.js";
import { figuresStyles } from "./bureau-figures.styles.js";
import { planOf } from "./chart-plan.js";
import {
  csvAddress,
  FiguresRefused,
  readFigures,
  SignedOut,
  TOTAL,
  type Figures,
  type FigureTable,
  type Period,
} from "./figures.js";
import { isPeriod, lastDays, today } from "./period.js";
import { words } from "./words.js";

const FIRST_DAYS = 30;

/**
 * What became of conversations in a period: a chart and a table for each question.
 *
 * @event {CustomEvent<void>} bureau-signed-out - The session has ended.
 */
@customElement("bureau-figures")
export class BureauFigures extends LitElement {
  static override styles = [controls, figuresStyles];

  /** So that a late answer to an earlier question is dropped. */
  private asked = 0;

  @query("[name=from]") private from!: HTMLInputElement;
  @query("[name=to]") private to!: HTMLInputElement;

  @state() private period: Period = lastDays(FIRST_DAYS, today());
  @state() private figures: Figures | null = null;
  @state() private loading = false;
  @state() private error: string | null = null;
  /** What is wrong with the dates, if anything. */
  @state() private wrongDates: string | null = null;

  @property({ attribute: false }) agent!: SignedInAgent;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = words.title;
    void this.read(this.period);
  }

  private async read(period: Period): Promise<void> {
    const asked = ++this.asked;
    this.period = period;
    this.loading = true;
    this.error = null;
    this.wrongDates = null;
    try {
      const figures = await readFigures(period);
      if (asked === this.asked) this.figures = figures;
    } catch (error) {
      if (asked !== this.asked) return;
      if (error instanceof SignedOut) this.dispatchEvent(new CustomEvent("bureau-signed-out"));
      this.figures = null;
      this.error = (error instanceof FiguresRefused && error.message) || words.failed;
    } finally {
      if (asked === this.asked) this.loading = false;
    }
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const period = { from: this.from.value, to: this.to.value };
    if (isPeriod(period, today())) {
      void this.read(period);
      return;
    }
    this.wrongDates = words.notAPeriod;
    this.from.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <main>
        ${this.renderPeriod()}
        <p class="quiet" role="status">${this.renderStatus()}</p>
        <div role="alert">
          ${
            this.error
              ? html`<p class="error">
                  ${this.error}
                  <button type="button" @click=${() => this.read(this.period)}>
                    ${words.retry}
                  </button>
                </p>`
              : nothing
          }
        </div>
        ${this.figures ? this.renderFigures(this.figures) : nothing}
      </main>
    `;
  }

  private renderStatus(): string {
    if (this.loading) return words.loading;
    return this.figures ? words.loaded(this.figures.from, this.figures.to) : "";
  }

  private renderPeriod(): TemplateResult {
    const last = today();
    return html`
      <div class="presets" role="group" aria-label=${words.period}>
        ${words.presets.map(({ days, label }) => {
          const period = lastDays(days, last);
          const chosen = period.from === this.period.from && period.to === this.period.to;
          return html`<button
            type="button"
            aria-pressed=${chosen}
            @click=${() => this.read(period)}
          >
            ${label}
          </button>`;
        })}
      </div>
      <form novalidate @submit=${this.handleSubmit}>
        <label>
          ${words.from}
          <input
            name="from"
            type="date"
            .value=${this.period.from}
            max=${last}
            aria-invalid=${this.wrongDates !== null}
            aria-describedby="wrong-dates"
          />
        </label>
        <label>
          ${words.to}
          <input
            name="to"
            type="date"
            .value=${this.period.to}
            max=${last}
            aria-invalid=${this.wrongDates !== null}
            aria-describedby="wrong-dates"
          />
        </label>
        <button class="primary" type="submit">${words.show}</button>
      </form>
      <div id="wrong-dates" role="alert">
        ${this.wrongDates ? html`<p class="error">${this.wrongDates}</p>` : nothing}
      </div>
    `;
  }

  private renderFigures(figures: Figures): TemplateResult {
    return html`
      <p class="quiet">${words.recent} ${words.privacy}</p>
      <p><a href=${csvAddress(figures)} download>${words.exportAll}</a></p>
      ${figures.tables.map((table) => this.renderTable(figures, table))}
    `;
  }

  private renderTable(figures: Figures, table: FigureTable): TemplateResult {
    const { name, title, rows } = table;
    const plan = planOf(table, words.hidden);
    return html`
      <section aria-labelledby=${name}>
        <h2 id=${name}>${title}</h2>
        <p class="quiet">${words.note(name, figures.call_minutes)}</p>
        ${plan ? html`<bureau-chart .plan=${plan}></bureau-chart>` : nothing}
        ${
          rows.length === 0
            ? html`<p>${words.empty}</p>`
            : html`
                <div class="scrolled" role="group" aria-labelledby=${name} tabindex="0">
                  ${this.renderRows(table)}
                </div>
                <p>
                  <a href=${csvAddress(figures, name)} download
                    >${words.exportOne}<span class="visually-hidden"
                      >${words.exportOneOf(title)}</span
                    ></a
                  >
                </p>
              `
        }
      </section>
    `;
  }

  private renderRows({ rows_title, columns, rows }: FigureTable): TemplateResult {
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${rows_title}</th>
            ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ key, label, values }) => html`
              <tr class=${key === TOTAL ? "total" : nothing}>
                <th scope="row">${label}</th>
                ${values.map((value, index) => html`<td>${this.renderValue(value, columns[index])}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  private renderValue(value: number | null, column: FigureTable["columns"][number] | undefined) {
    if (value !== null && column) return words.value(value, column.unit);
    return html`<span aria-hidden="true">${words.hiddenMark}</span
      ><span class="visually-hidden">${words.hidden}</span>`;
  }
}
