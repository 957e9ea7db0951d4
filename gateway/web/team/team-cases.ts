import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { controls } from "../shared/controls.styles.js";
import { Section } from "./section.js";
import { findCases } from "./team-api.js";
import "./team-case.js";
import type { CaseState, ListedCase } from "./team-protocol.js";
import { teamStyles } from "./team.styles.js";
import { shortTime, words } from "./words.js";

const { cases: said } = words;

/** Every case, open or over: the list, or the one that was opened in it. */
@customElement("team-cases")
export class TeamCases extends Section {
  static override styles = [controls, teamStyles];

  @query("[name=q]") private searchField!: HTMLInputElement;
  @query("[name=state]") private stateField!: HTMLSelectElement;

  @state() private cases: readonly ListedCase[] | null = null;
  @state() private more = false;
  @state() private opened: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load("", "all");
  }

  private async load(q: string, state: CaseState, before?: number): Promise<void> {
    const page = await this.attempt(findCases(q, state, before));
    if (!page) return;
    this.cases = before === undefined ? page.cases : [...(this.cases ?? []), ...page.cases];
    this.more = page.more;
  }

  private find(before?: number): Promise<void> {
    return this.load(this.searchField.value.trim(), this.stateField.value as CaseState, before);
  }

  private handleSearch(event: SubmitEvent): void {
    event.preventDefault();
    void this.find();
  }

  private async handleBack(): Promise<void> {
    const left = this.opened;
    this.opened = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-case="${left}"]`)?.focus();
    // Whoever has it may be another one now.
    await this.find();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderOutcome()}
      ${
        this.opened === null
          ? nothing
          : html`<team-case
              .caseId=${this.opened}
              @team-back=${() => this.handleBack()}
            ></team-case>`
      }
      <div ?hidden=${this.opened !== null}>
        <form class="bar" role="search" @submit=${this.handleSearch}>
          <div>
            <label for="q">${said.search}</label>
            <input id="q" name="q" maxlength="20" autocomplete="off" spellcheck="false" />
          </div>
          <div>
            <label for="state">${said.state}</label>
            <select id="state" name="state" @change=${() => this.find()}>
              ${(["all", "open", "closed"] as const).map(
                (each) => html`<option value=${each}>${said.states[each]}</option>`,
              )}
            </select>
          </div>
          <button class="primary" type="submit">${said.find}</button>
        </form>
        ${this.cases ? this.renderCases(this.cases) : html`<p class="quiet">${words.loading}</p>`}
      </div>
    `;
  }

  private renderCases(cases: readonly ListedCase[]): TemplateResult {
    if (cases.length === 0) return html`<p class="quiet" role="status">${said.nothing}</p>`;
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${said.caption}>
        <table>
          <caption class="visually-hidden">
            ${said.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${said.reference}</th>
              <th scope="col">${said.reason}</th>
              <th scope="col">${said.problem}</th>
              <th scope="col">${said.opened}</th>
              <th scope="col">${said.who}</th>
              <th scope="col">${said.status}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              cases,
              ({ id }) => id,
              (listed) => this.renderCase(listed),
            )}
          </tbody>
        </table>
      </div>
      ${
        this.more
          ? html`<div class="answers">
              <button @click=${() => this.find(cases.at(-1)?.id)}>${words.more}</button>
            </div>`
          : nothing
      }
    `;
  }

  private renderCase(listed: ListedCase): TemplateResult {
    return html`
      <tr>
        <th scope="row" class="reference">
          <button data-case=${listed.id} @click=${() => (this.opened = listed.id)}>
            ${listed.reference}
          </button>
        </th>
        <td>${listed.reason_label}</td>
        <td>${listed.problem_label ?? words.none}</td>
        <td>${shortTime(listed.opened_at)}</td>
        <td>${listed.agent ?? words.none}</td>
        <td>${said.stateOf(listed)}</td>
      </tr>
    `;
  }
}
