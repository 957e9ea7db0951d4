import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";

import { controls } from "../shared/controls.styles.js";
import { backIcon } from "../shared/icons.js";
import "../shared/portail-transcript.js";
import type { Message } from "../shared/protocol.js";
import { Section } from "./section.js";
import { readAssisted, readAssistedTranscript } from "./team-api.js";
import type { AssistedConversation } from "./team-protocol.js";
import { teamStyles } from "./team.styles.js";
import { shortTime, words } from "./words.js";

const { assisted: said } = words;

/** The newest conversations that nobody but the assistant was in. */
@customElement("team-assisted")
export class TeamAssisted extends Section {
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

      portail-transcript {
        block-size: min(70dvh, 640px);
        max-inline-size: 760px;
        border: 1px solid var(--portail-line);
        border-radius: var(--portail-radius);
        background: var(--portail-surface);
      }
    `,
  ];

  @query("h2") private heading!: HTMLElement | null;

  @state() private conversations: readonly AssistedConversation[] | null = null;
  @state() private opened: AssistedConversation | null = null;
  @state() private messages: readonly Message[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.conversations = (await this.attempt(readAssisted())) ?? this.conversations;
  }

  private async handleOpen(conversation: AssistedConversation): Promise<void> {
    const messages = await this.attempt(readAssistedTranscript(conversation.key));
    if (!messages) return;
    this.messages = messages;
    this.opened = conversation;
    await this.updateComplete;
    this.heading?.focus();
  }

  private async handleBack(): Promise<void> {
    const left = this.opened?.key;
    this.opened = null;
    this.messages = [];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-key="${left}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderOutcome()}
      ${this.opened ? this.renderOpened(this.opened) : this.renderListed(this.conversations)}
    `;
  }

  private renderOpened({ started_at }: AssistedConversation): TemplateResult {
    return html`
      <div class="head">
        <button class="icon" aria-label=${words.case.back} @click=${this.handleBack}>
          ${backIcon}
        </button>
        <h2 tabindex="-1">${said.heading(shortTime(started_at))}</h2>
      </div>
      <portail-transcript viewer="agent" .messages=${this.messages}></portail-transcript>
    `;
  }

  private renderListed(
    conversations: readonly AssistedConversation[] | null,
  ): TemplateResult | typeof nothing {
    if (conversations === null) return html`<p class="quiet">${words.loading}</p>`;
    return html`
      <div class="bar">
        <button class="push" @click=${() => this.load()}>${words.refresh}</button>
      </div>
      ${
        conversations.length === 0
          ? html`<p class="quiet">${said.nothing}</p>`
          : this.renderTable(conversations)
      }
    `;
  }

  private renderTable(conversations: readonly AssistedConversation[]): TemplateResult {
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${said.caption}>
        <table>
          <caption class="visually-hidden">
            ${said.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${said.started}</th>
              <th scope="col">${said.problem}</th>
              <th scope="col">${said.lines}</th>
              <th scope="col">${said.last}</th>
              <th scope="col">${said.device}</th>
            </tr>
          </thead>
          <tbody>
            ${conversations.map(
              (each) => html`
                <tr>
                  <th scope="row">
                    <button data-key=${each.key} @click=${() => this.handleOpen(each)}>
                      ${shortTime(each.started_at)}
                    </button>
                  </th>
                  <td>${each.problem_label ?? words.none}</td>
                  <td>${each.lines}</td>
                  <td>${shortTime(each.last_at)}</td>
                  <td>${each.device ?? words.none}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}
