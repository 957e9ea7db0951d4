import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { backIcon } from "../shared/icons.js";
import "../shared/portail-transcript.js";
import { Section } from "./section.js";
import { readCase, readTeam, reassign } from "./team-api.js";
import type { SupervisedCase, TeamMember } from "./team-protocol.js";
import { teamStyles } from "./team.styles.js";
import { shortTime, words } from "./words.js";

const { case: said } = words;
const TO_QUEUE = "queue";

/**
 * One case, to read: its masked transcript, what agents noted and what happened to it. An open one
 * can be given to somebody else.
 *
 * @event {CustomEvent<void>} team-back - Back to the list.
 */
@customElement("team-case")
export class TeamCase extends Section {
  static override styles = [
    controls,
    teamStyles,
    css`
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        margin-block-end: 16px;
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(260px, 2fr);
        gap: 20px;
        align-items: start;
      }

      .transcript {
        display: flex;
        flex-direction: column;
        block-size: min(70dvh, 640px);
        overflow: hidden;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }

      portail-transcript {
        flex: 1;
        min-block-size: 0;
      }

      .transcript > p {
        margin: auto;
        padding: 24px;
      }

      section {
        margin-block-end: 16px;
        padding: 14px 16px;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }

      section p,
      section ul,
      section ol {
        margin: 6px 0 0;
        overflow-wrap: anywhere;
      }

      section ul,
      section ol {
        padding-inline-start: 1.2em;
      }

      time {
        color: var(--portail-text-quiet);
        font-size: var(--portail-text-medium);
        white-space: nowrap;
      }

      @media (max-width: 50em) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @query("h2") private heading!: HTMLElement | null;
  @query("[name=to]") private toField!: HTMLSelectElement;

  @state() private read: SupervisedCase | null = null;
  /** Who may get the case. */
  @state() private team: readonly TeamMember[] = [];

  @property({ attribute: false }) caseId!: number;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  private async open(): Promise<void> {
    await this.load();
    await this.updateComplete;
    this.heading?.focus();
  }

  private async load(): Promise<void> {
    const read = await this.attempt(Promise.all([readCase(this.caseId), readTeam()]));
    if (read) [this.read, this.team] = read;
  }

  private async handleAssign(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const to = this.toField.value;
    if (!to) {
      this.toField.focus();
      return;
    }
    const agentId = to === TO_QUEUE ? null : Number(to);
    if (!(await this.attempt(reassign(this.caseId, agentId).then(() => true)))) return;
    await this.load();
    if (!this.error) this.done = said.assigned;
  }

  private handleBack(): void {
    this.dispatchEvent(new CustomEvent("team-back"));
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <button class="icon" aria-label=${said.back} @click=${this.handleBack}>${backIcon}</button>
        ${
          this.read
            ? html`<h2 tabindex="-1">${said.heading(this.read.case.reference)}</h2>`
            : nothing
        }
      </div>
      ${this.renderOutcome()} ${this.read ? this.renderRead(this.read) : nothing}
    `;
  }

  private renderRead(read: SupervisedCase): TemplateResult {
    return html`
      <div class="columns">
        <div class="transcript">
          ${
            read.messages.length > 0
              ? html`<portail-transcript
                  viewer="agent"
                  .messages=${read.messages}
                ></portail-transcript>`
              : html`<p class="quiet">${said.erased}</p>`
          }
        </div>
        <div>
          ${this.renderAbout(read)} ${read.case.closed_at ? nothing : this.renderAssign(read)}
          ${this.renderEvents(read)} ${this.renderNotes(read)}
        </div>
      </div>
    `;
  }

  private renderAbout({ case: about }: SupervisedCase): TemplateResult {
    return html`
      <section>
        <h3>${about.reason_label}</h3>
        <p>
          ${words.cases.stateOf(about)}${about.agent ? html`, ${about.agent}` : nothing}
          ${about.problem_label ? html`<br />${about.problem_label}` : nothing}
        </p>
        ${about.summary ? html`<p>${about.summary}</p>` : nothing}
        ${renderList(said.steps, about.steps)} ${renderList(said.details, about.details)}
        ${about.device ? html`<p class="quiet">${said.device(about.device)}</p>` : nothing}
      </section>
    `;
  }

  private renderAssign({ case: { agent_id } }: SupervisedCase): TemplateResult {
    const able = this.team.filter(
      ({ id, role, locked, connected, presence }) =>
        role !== "manager" && !locked && connected && presence === "here" && id !== agent_id,
    );
    return html`
      <section>
        <form class="assign" @submit=${this.handleAssign}>
          <label for="to">${said.assign}</label>
          <select id="to" name="to">
            <option value="">${said.choose}</option>
            ${agent_id === null ? nothing : html`<option value=${TO_QUEUE}>${said.queue}</option>`}
            ${able.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
          <button type="submit">${said.assignNow}</button>
        </form>
      </section>
    `;
  }

  private renderEvents({ events }: SupervisedCase): TemplateResult | typeof nothing {
    if (events.length === 0) return nothing;
    return html`
      <section>
        <h3>${said.events}</h3>
        <ol>
          ${events.map(
            (event) =>
              html`<li>
                ${said.eventOf(event)}
                <time datetime=${event.at}>${shortTime(event.at)}</time>
              </li>`,
          )}
        </ol>
      </section>
    `;
  }

  private renderNotes({ notes, close_note }: SupervisedCase): TemplateResult {
    return html`
      <section>
        <h3>${said.notes}</h3>
        ${notes.length === 0 && !close_note ? html`<p class="quiet">${said.noNotes}</p>` : nothing}
        ${
          notes.length > 0
            ? html`<ul>
                ${notes.map(
                  ({ agent, text, at }) =>
                    html`<li>
                      ${text}<br /><span class="quiet">${agent}</span>
                      <time datetime=${at}>${shortTime(at)}</time>
                    </li>`,
                )}
              </ul>`
            : nothing
        }
        ${close_note ? html`<p><b>${said.closeNote}</b><br />${close_note}</p>` : nothing}
      </section>
    `;
  }
}

function renderList(title: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`
    <p><b>${title}</b></p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  `;
}
