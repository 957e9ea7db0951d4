import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { Announcer } from "../shared/announcer.js";
import { controls } from "../shared/controls.styles.js";
import { Outbox, type Outgoing } from "../shared/outbox.js";
import type { Pending } from "../shared/portail-transcript.js";
import { words as sharedWords } from "../shared/words.js";
import { type BureauCase, type CaseCommand, placeKey, type ValuePlace } from "./bureau-case.js";
import { deskStyles } from "./bureau-desk.styles.js";
import type { BureauQueue } from "./bureau-queue.js";
import "./bureau-queue.js";
import { DeskConnection } from "./desk-connection.js";
import type { Case, SignedInAgent } from "./desk-protocol.js";
import {
  type DeskEvent,
  type DeskState,
  EMPTY_DESK,
  grouped,
  isOpen,
  news,
  reduce,
} from "./desk-state.js";
import { words } from "./words.js";

/** Waits are shown to the minute. */
const CLOCK_MS = 15_000;

interface Line {
  caseId: number;
  text: string;
}

/**
 * The desk of a signed-in agent: the queue, and the case on screen.
 *
 * @event {CustomEvent<void>} bureau-signed-out - The session has ended.
 */
@customElement("bureau-desk")
export class BureauDesk extends LitElement {
  static override styles = [controls, deskStyles];

  private readonly connection = new DeskConnection({
    onEvent: (event) => this.handleEvent(event),
    onSignedOut: () => this.dispatchEvent(new CustomEvent("bureau-signed-out")),
  });
  private readonly outbox = new Outbox<Line>({
    deliver: (id, { caseId, text }) => this.connection.write(id, caseId, text),
    onChange: () => (this.outgoing = this.outbox.entries),
    onRefused: (error) => this.announcer?.announce(sharedWords.notSent(error)),
  });
  private announcer: Announcer | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  @query("bureau-queue") private queue!: BureauQueue;
  @query("bureau-case") private caseElement!: BureauCase | null;
  @query(".announcer-a") private announcerA!: HTMLElement;
  @query(".announcer-b") private announcerB!: HTMLElement;

  @state() private desk: DeskState = EMPTY_DESK;
  @state() private outgoing: readonly Outgoing<Line>[] = [];
  /** Why the last thing the agent did was refused. */
  @state() private error: string | null = null;
  /** The values that the agent has opened in the case on screen, by place; gone with it. */
  @state() private opened: ReadonlyMap<string, string> = new Map();
  @state() private now = Date.now();

  @property({ attribute: false }) agent!: SignedInAgent;

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection.open();
    this.clock = setInterval(() => (this.now = Date.now()), CLOCK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.close();
    this.announcer?.stop();
    clearInterval(this.clock);
  }

  protected override firstUpdated(): void {
    this.announcer = new Announcer([this.announcerA, this.announcerB], "agent");
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("desk"))
      document.title = words.title(grouped(this.desk.cases ?? []).waiting.length);
  }

  private handleEvent(event: DeskEvent): void {
    const before = this.desk;
    this.desk = reduce(before, event);
    this.announcer?.announce(...news(before, this.desk));
    switch (event.type) {
      case "queue":
        this.follow(before);
        break;
      case "conversation":
        for (const { id } of event.conversation.messages) this.outbox.remove(id);
        break;
      case "message":
        this.outbox.remove(event.message.message.id);
        break;
      case "disconnected":
        this.outbox.pause();
        if (before.connected) this.announcer?.announce(words.disconnected);
        break;
    }
  }

  /**
   * Asks for the messages of what this agent answers and looks at: on each connection all of them,
   * as the gateway forgets with the socket; then each case that has become theirs.
   */
  private follow(before: DeskState): void {
    const reconnected = !before.connected;
    for (const { id, mine } of this.desk.cases ?? []) {
      const followed = mine || id === this.desk.shown?.id;
      if (followed && (reconnected || !(id in this.desk.transcripts))) void this.ask("open", id);
    }
    if (!reconnected) return;
    this.outbox.resume();
    if (before.cases) this.announcer?.announce(words.reconnected);
  }

  private handleShow(event: CustomEvent<Case>): void {
    this.show(event.detail);
    void this.updateComplete.then(() => this.caseElement?.focus());
  }

  private handleBack(): void {
    const left = this.desk.shown;
    this.show(null);
    void this.updateComplete.then(() => this.queue.focusCase(left?.id));
  }

  private handleSend(event: CustomEvent<string>): void {
    if (this.desk.shown) this.outbox.add({ caseId: this.desk.shown.id, text: event.detail });
  }

  private async handleCommand({ detail: command }: CustomEvent<CaseCommand>): Promise<void> {
    const { shown } = this.desk;
    if (!shown) return;
    this.error = await this.ask(command, shown.id);
    if (this.error || this.desk.shown?.id !== shown.id) return;
    if (command === "take") {
      await this.updateComplete;
      this.caseElement?.focus();
    } else {
      this.handleBack();
    }
  }

  private async handleOpenValue({ detail: place }: CustomEvent<ValuePlace>): Promise<void> {
    const { shown } = this.desk;
    if (!shown) return;
    this.error = null;
    try {
      const answer = await this.connection.openValue(shown.id, place.seq, place.mask);
      if (this.desk.shown?.id !== shown.id) return;
      if (answer.ok) this.opened = new Map([...this.opened, [placeKey(place), answer.value]]);
      else this.error = answer.error;
    } catch {
      this.error = words.unreachable;
    }
  }

  private handleHideValue({ detail: place }: CustomEvent<ValuePlace>): void {
    this.opened = new Map([...this.opened].filter(([key]) => key !== placeKey(place)));
  }

  private show(shown: Case | null): void {
    this.error = null;
    this.opened = new Map();
    this.desk = reduce(this.desk, { type: "shown", case: shown });
    if (shown) void this.ask("open", shown.id).then((error) => (this.error = error));
  }

  /** Does something to a case. Says why it was refused, or null. */
  private async ask(command: CaseCommand | "open", caseId: number): Promise<string | null> {
    try {
      const answer = await this.connection.command(command, caseId);
      return answer.ok ? null : answer.error;
    } catch {
      return words.unreachable;
    }
  }

  private pending(shown: Case): Pending[] {
    return this.outgoing
      .filter(({ content }) => content.caseId === shown.id)
      .map(({ id, status, error, content }) => ({
        id,
        text: content.text,
        editable: true,
        waiting: status === "queued" && !this.desk.connected,
        error: error ?? null,
      }));
  }

  protected override render(): TemplateResult {
    const { cases, shown, unread, connected } = this.desk;
    return html`
      <main>
        ${cases && !connected ? html`<p class="banner">${words.disconnected}</p>` : nothing}
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        <div class=${shown ? "columns case-shown" : "columns"}>
          <nav aria-label=${words.queue}>
            ${
              cases
                ? html`<bureau-queue
                    .cases=${cases}
                    .shown=${shown}
                    .unread=${unread}
                    .now=${this.now}
                    @bureau-show=${this.handleShow}
                  ></bureau-queue>`
                : html`<p class="empty">${words.connecting}</p>`
            }
          </nav>
          ${shown ? this.renderCase(shown) : html`<p class="empty">${words.nothingShown}</p>`}
        </div>
      </main>
      <div class="announcer-a visually-hidden" aria-live="polite"></div>
      <div class="announcer-b visually-hidden" aria-live="polite"></div>
    `;
  }

  private renderCase(shown: Case): TemplateResult {
    return html`<bureau-case
      .case=${shown}
      .messages=${this.desk.transcripts[shown.id] ?? []}
      .pending=${this.pending(shown)}
      .opened=${this.opened}
      .left=${!isOpen(this.desk)}
      @bureau-command=${this.handleCommand}
      @bureau-open=${this.handleOpenValue}
      @bureau-hide=${this.handleHideValue}
      @bureau-back=${this.handleBack}
      @portail-send=${this.handleSend}
      @portail-retry=${(event: CustomEvent<Pending>) => this.outbox.retry(event.detail.id)}
      @portail-withdraw=${(event: CustomEvent<Pending>) => this.outbox.remove(event.detail.id)}
    ></bureau-case>`;
  }
}
