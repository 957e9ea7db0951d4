import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { Section } from "./section.js";
import { readOpenedValues } from "./team-api.js";
import type { OpenedValueRow } from "./team-protocol.js";
import { teamStyles } from "./team.styles.js";
import { shortTime, words } from "./words.js";

const { values: said } = words;

/** Who has opened which kind of masked value, or read a conversation, in which case, and when. */
@customElement("team-values")
export class TeamValues extends Section {
  static override styles = [controls, teamStyles];

  @state() private values: readonly OpenedValueRow[] | null = null;
  @state() private more = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(before?: number): Promise<void> {
    const page = await this.attempt(readOpenedValues(before));
    if (!page) return;
    this.values = before === undefined ? page.values : [...(this.values ?? []), ...page.values];
    this.more = page.more;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderOutcome()}
      <div class="bar">
        <p class="quiet">${said.explanation}</p>
        <button class="push" @click=${() => this.load()}>${words.refresh}</button>
      </div>
      ${this.values ? this.renderValues(this.values) : html`<p class="quiet">${words.loading}</p>`}
    `;
  }

  private renderValues(values: readonly OpenedValueRow[]): TemplateResult {
    if (values.length === 0) return html`<p class="quiet">${said.nothing}</p>`;
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${said.caption}>
        <table>
          <caption class="visually-hidden">
            ${said.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${said.at}</th>
              <th scope="col">${said.agent}</th>
              <th scope="col">${said.reference}</th>
              <th scope="col">${said.kind}</th>
            </tr>
          </thead>
          <tbody>
            ${values.map(
              ({ at, agent, reference, kind }) => html`
                <tr>
                  <td>${shortTime(at)}</td>
                  <td>${agent}</td>
                  <td class="reference">${reference ?? words.none}</td>
                  <td>${said.what(kind)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${
        this.more
          ? html`<div class="answers">
              <button @click=${() => this.load(values.at(-1)?.id)}>${words.more}</button>
            </div>`
          : nothing
      }
    `;
  }
}
