import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { Announcer } from "../shared/announcer.js";
import { controls } from "../shared/controls.styles.js";
import { Outbox, type Outgoing } from "../shared/outbox.js";
import type { Pending } from "../shared/portail-transcript.js";
import { words as sharedWords } from "../shared/words.js";
import { showBadge } from "./badge.js";
import type { BureauBar } from "./bureau-bar.js";
import "./bureau-bar.js";
import {
  type BureauCase,
  type CaseCommand,
  placeKey,
  type Seen,
  type ValuePlace,
} from "./bureau-case.js";
import { deskStyles } from "./bureau-desk.styles.js";
import type { BureauSide } from "./bureau-side.js";
import "./bureau-side.js";
import { Chime } from "./chime.js";
import { DeskConnection } from "./desk-connection.js";
import { fetchReplies } from "./desk-lists.js";
import type { CannedReply, Case, Me, SignedInAgent } from "./desk-protocol.js";
import {
  callsForAttention,
  conversationOf,
  type DeskEvent,
  type DeskState,
  EMPTY_DESK,
  grouped,
  isOpen,
  neighbour,
  news,
  reduce,
  wanted,
} from "./desk-state.js";
import { isOn } from "./preferences.js";
import { type Shortcut, shortcutOf } from "./shortcuts.js";
import { Signs } from "./signs.js";
import { words } from "./words.js";

/** Waits are shown to the minute. */
const CLOCK_MS = 15_000;

interface Line {
  caseId: number;
  text: string;
}

/**
 * The desk of a signed-in agent: how they work, the queue and the call-backs, and the case on screen.
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
    deliver: (id, { caseId, text }) => this.connection.send("write", { case_id: caseId, id, text }),
    onChange: () => (this.outgoing = this.outbox.entries),
    onRefused: (error) => this.announcer?.announce(sharedWords.notSent(error)),
  });
  private readonly chime = new Chime();
  private readonly signs = new Signs(this.connection, (caseId) => {
    const typing = { case_id: caseId, active: false };
    this.desk = reduce(this.desk, { type: "typing", typing });
  });
  /** The case that the agent has taken, until the queue says so. */
  private taken: number | null = null;
  /** What is written in each case and not sent. */
  private readonly drafts = new Map<number, string>();
  private announcer: Announcer | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  @query("bureau-bar") private bar!: BureauBar | null;
  @query("bureau-side") private side!: BureauSide | null;
  @query("bureau-case") private caseElement!: BureauCase | null;
  @query(".announcer-a") private announcerA!: HTMLElement;
  @query(".announcer-b") private announcerB!: HTMLElement;

  @state() private desk: DeskState = EMPTY_DESK;
  @state() private outgoing: readonly Outgoing<Line>[] = [];
  @state() private replies: readonly CannedReply[] = [];
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
    document.addEventListener("keydown", this.handleKeydown);
    void fetchReplies().then((answer) => {
      if (answer.ok) this.replies = answer.replies;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.close();
    this.announcer?.stop();
    this.signs.stop();
    clearInterval(this.clock);
    document.removeEventListener("keydown", this.handleKeydown);
    showBadge(0);
  }

  protected override firstUpdated(): void {
    this.announcer = new Announcer([this.announcerA, this.announcerB], "agent");
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("desk")) return;
    showBadge(wanted(this.desk));
    this.writeInTaken();
  }

  private handleEvent(event: DeskEvent): void {
    const before = this.desk;
    this.desk = reduce(before, event);
    this.announcer?.announce(...news(before, this.desk));
    if (callsForAttention(before, this.desk, !document.hidden) && isOn("son")) this.chime.play();
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
      case "typing":
        this.signs.heardClient(event.typing.case_id);
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
      if (followed && (reconnected || !(id in this.desk.conversations))) {
        void this.connection.ask("open", { case_id: id });
      }
    }
    if (!reconnected) return;
    this.outbox.resume();
    if (before.cases) this.announcer?.announce(words.reconnected);
  }

  /** Tells the client of a case that the agent has taken how far they have read. */
  private handleSeen({ detail: { caseId, seq } }: CustomEvent<Seen>): void {
    const { shown, connected } = this.desk;
    if (shown?.id !== caseId || !shown.mine || !connected || !isOpen(this.desk)) return;
    this.signs.hasRead(caseId, seq);
  }

  private handleShow(event: CustomEvent<Case>): void {
    this.show(event.detail);
    void this.updateComplete.then(() => this.caseElement?.focus());
  }

  private handleBack(): void {
    const left = this.desk.shown;
    this.show(null);
    void this.updateComplete.then(() => this.side?.focusCase(left?.id));
  }

  private handleDraft({ detail: text }: CustomEvent<string>): void {
    const { shown } = this.desk;
    if (!shown) return;
    this.signs.wrote(shown.id, text);
    if (text) this.drafts.set(shown.id, text);
    else this.drafts.delete(shown.id);
  }

  private handleSend(event: CustomEvent<string>): void {
    if (this.desk.shown) this.outbox.add({ caseId: this.desk.shown.id, text: event.detail });
  }

  private async handleCommand({ detail: command }: CustomEvent<CaseCommand>): Promise<void> {
    const { shown } = this.desk;
    if (!shown) return;
    const answer = await this.connection.ask(command, { case_id: shown.id });
    this.error = answer.ok ? null : answer.error;
    if (this.error || this.desk.shown?.id !== shown.id) return;
    if (command === "take") this.taken = shown.id;
    else this.handleBack();
    this.writeInTaken();
  }

  /** The agent writes in the case they took, once the queue says that it is theirs. */
  private writeInTaken(): void {
    const { shown } = this.desk;
    if (!shown?.mine || shown.id !== this.taken) return;
    this.taken = null;
    void this.caseElement?.updateComplete.then(() => this.caseElement?.focus());
  }

  private async handlePresence({
    detail,
  }: CustomEvent<Pick<Me, "presence" | "capacity">>): Promise<void> {
    const { me } = this.desk;
    if (!me) return;
    // At once: what is changed next starts from it.
    this.desk = reduce(this.desk, { type: "me", me: { ...me, ...detail } });
    const answer = await this.connection.ask("presence", detail);
    this.error = answer.ok ? null : answer.error;
    if (!answer.ok) this.desk = reduce(this.desk, { type: "me", me });
  }

  private async handleOpenValue({ detail: place }: CustomEvent<ValuePlace>): Promise<void> {
    const { shown } = this.desk;
    if (!shown) return;
    const answer = await this.connection.ask("open_value", { case_id: shown.id, ...place });
    if (this.desk.shown?.id !== shown.id) return;
    this.error = answer.ok ? null : answer.error;
    if (answer.ok) this.opened = new Map([...this.opened, [placeKey(place), answer.value]]);
  }

  private handleHideValue({ detail: place }: CustomEvent<ValuePlace>): void {
    this.opened = new Map([...this.opened].filter(([key]) => key !== placeKey(place)));
  }

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.leaveField(event);
    const shortcut = isOn("raccourcis") ? shortcutOf(event, event.composedPath()) : null;
    if (shortcut === null) return;
    event.preventDefault();
    this.run(shortcut);
  };

  /** Out of a field of the case, to where single keys are shortcuts. */
  private leaveField(event: KeyboardEvent): void {
    const path = event.composedPath();
    if (this.caseElement === null || !path.includes(this.caseElement)) return;
    if (path.some((each) => each instanceof HTMLDialogElement)) return;
    this.caseElement.focusHeading();
  }

  private run(shortcut: Shortcut): void {
    const { cases } = this.desk;
    switch (shortcut) {
      case "first":
        return this.showAndFocus(grouped(cases ?? []).waiting[0] ?? null);
      case "next":
        return this.showAndFocus(neighbour(this.desk, 1));
      case "previous":
        return this.showAndFocus(neighbour(this.desk, -1));
      case "list":
        return void this.side?.focusCase(this.desk.shown?.id);
      case "call_backs":
        return void this.side?.choose("callBacks");
      case "help":
        return this.bar?.showShortcuts();
      case "write":
        return this.caseElement?.focus();
      case "note":
        return void this.caseElement?.focusNote();
      default:
        return this.caseElement?.press(shortcut);
    }
  }

  /** Shows a case, with the focus at its head, where the next key is a shortcut again. */
  private showAndFocus(shown: Case | null): void {
    if (!shown) return;
    this.show(shown);
    void this.updateComplete.then(() => this.caseElement?.focusHeading());
  }

  private show(shown: Case | null): void {
    this.error = null;
    this.opened = new Map();
    this.taken = null;
    this.signs.stopWriting();
    this.desk = reduce(this.desk, { type: "shown", case: shown });
    if (!shown) return;
    void this.connection.ask("open", { case_id: shown.id }).then((answer) => {
      this.error = answer.ok ? null : answer.error;
    });
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
    const { cases, shown, unread, connected, me, agents, open, callBacksDue } = this.desk;
    return html`
      <main class=${shown ? "case-shown" : ""}>
        ${cases && !connected ? html`<p class="banner">${words.disconnected}</p>` : nothing}
        <div role="alert">${this.error ? html`<p class="error">${this.error}</p>` : nothing}</div>
        ${
          me
            ? html`<bureau-bar
                role="group"
                aria-label=${words.presence.label}
                .me=${me}
                .colleagues=${this.colleagues(agents)}
                @bureau-presence=${this.handlePresence}
              ></bureau-bar>`
            : nothing
        }
        <div class="columns">
          ${
            cases
              ? html`<bureau-side
                  .cases=${cases}
                  .shown=${shown}
                  .unread=${unread}
                  .open=${open}
                  .callBacksDue=${callBacksDue}
                  .now=${this.now}
                  @bureau-show=${this.handleShow}
                ></bureau-side>`
              : html`<p class="empty">${words.connecting}</p>`
          }
          ${shown ? this.renderCase(shown) : html`<p class="empty">${words.nothingShown}</p>`}
        </div>
      </main>
      <div class="announcer-a visually-hidden" aria-live="polite"></div>
      <div class="announcer-b visually-hidden" aria-live="polite"></div>
    `;
  }

  /** Who else has a desk open. */
  private colleagues(agents: DeskState["agents"]): DeskState["agents"] {
    return agents.filter(({ id, connected }) => connected && id !== this.agent.id);
  }

  private renderCase(shown: Case): TemplateResult {
    return html`<bureau-case
      .case=${shown}
      .conversation=${conversationOf(this.desk, shown.id)}
      .pending=${this.pending(shown)}
      .opened=${this.opened}
      .left=${!isOpen(this.desk)}
      .draft=${this.drafts.get(shown.id) ?? ""}
      .replies=${this.replies}
      .colleagues=${this.colleagues(this.desk.agents)}
      .supervises=${this.agent.role === "supervisor"}
      .connection=${this.connection}
      .now=${this.now}
      @bureau-command=${this.handleCommand}
      @bureau-open=${this.handleOpenValue}
      @bureau-hide=${this.handleHideValue}
      @bureau-seen=${this.handleSeen}
      @bureau-back=${this.handleBack}
      @bureau-draft=${this.handleDraft}
      @portail-send=${this.handleSend}
      @portail-retry=${(event: CustomEvent<Pending>) => this.outbox.retry(event.detail.id)}
      @portail-withdraw=${(event: CustomEvent<Pending>) => this.outbox.remove(event.detail.id)}
    ></bureau-case>`;
  }
}
