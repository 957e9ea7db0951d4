import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";

import { Announcer } from "../shared/announcer.js";
import { controls } from "../shared/controls.styles.js";
import { chatIcon, closeIcon, shieldIcon } from "../shared/icons.js";
import { inputHints } from "../shared/input-hints.js";
import { Outbox, type Outgoing } from "../shared/outbox.js";
import { renderText } from "../shared/phone-links.js";
import type { PortailComposer } from "../shared/portail-composer.js";
import "../shared/portail-composer.js";
import type { Pending, PortailTranscript } from "../shared/portail-transcript.js";
import "../shared/portail-transcript.js";
import type { Choice, Message, Rating, Survey } from "../shared/protocol.js";
import { tokens } from "../shared/tokens.styles.js";
import { TypingSignal } from "../shared/typing-signal.js";
import { words as sharedWords } from "../shared/words.js";
import { Connection } from "./connection.js";
import {
  type Content,
  type Conversation,
  type ConversationEvent,
  expectedValue,
  lastKnown,
  news,
  NO_CONVERSATION,
  type Offer,
  openChoices,
  readByPeople,
  reduce,
} from "./conversation.js";
import { knownTextScale, rememberOpen, rememberTextScale, wasOpen } from "./memory.js";
import { scriptContext, scriptGateway } from "./own-script.js";
import { clavardageStyles, FULL_SCREEN } from "./portail-clavardage.styles.js";
import type { Question } from "./portail-confirmation.js";
import "./portail-confirmation.js";
import type { PortailOptions } from "./portail-options.js";
import "./portail-options.js";
import "./portail-survey.js";
import { saveTranscript } from "./transcript-file.js";
import { UnreadTitle } from "./unread-title.js";
import { VisibleArea } from "./visible-area.js";
import { WaitingNews } from "./waiting-news.js";
import { words } from "./words.js";

/**
 * The chat of the login page: a button, and the panel it opens. Stores and asks nothing before the
 * panel is first opened.
 */
@customElement("portail-clavardage")
export class PortailClavardage extends LitElement {
  static override styles = [tokens, controls, clavardageStyles];

  private readonly fullScreen = matchMedia(FULL_SCREEN);
  private readonly unreadTitle = new UnreadTitle();
  private readonly outbox = new Outbox<Content>({
    deliver: (id, content) => this.connect().send(id, content),
    onChange: () => (this.outgoing = this.outbox.entries),
    onRefused: (error) => this.announcer?.announce(sharedWords.notSent(error)),
  });
  private readonly typing = new TypingSignal((active) => this.connection?.tellTyping(active));
  private readonly waitingNews = new WaitingNews((waiting) =>
    this.announcer?.announce(`${words.place(waiting)}, ${words.wait(waiting)}.`),
  );
  /** The newest message that the gateway was told is read. */
  private toldReadSeq = 0;
  /** Whether the answer was given here: it is thanked for, where another tab's just ends the question. */
  private rated = false;
  private connection: Connection | undefined;
  private announcer: Announcer | undefined;

  @query("dialog") private dialog!: HTMLDialogElement;
  @query("h2") private heading!: HTMLHeadingElement;
  @query(".launcher") private launcher!: HTMLButtonElement;
  @query("portail-transcript") private transcript!: PortailTranscript;
  @query("portail-composer") private composer!: PortailComposer;
  @query("portail-options") private options!: PortailOptions;
  @query(".announcer-a") private announcerA!: HTMLElement;
  @query(".announcer-b") private announcerB!: HTMLElement;

  @state() private opened = false;
  @state() private conversation: Conversation = NO_CONVERSATION;
  @state() private outgoing: readonly Outgoing<Content>[] = [];
  /** What arrived while the panel was closed, or the page out of sight. */
  @state() private unread = 0;
  /** What the client is asked before it is done. */
  @state() private question: Question | null = null;
  /** What the client is asked about how it went, or thanked for, until they go on or pass. */
  @state() private survey: Survey | null = null;
  /** Whether the last conversation was erased, and no other has begun. */
  @state() private erased = false;
  @state() private textScale = knownTextScale();

  /** Where the gateway is: an origin. */
  @property({ attribute: "passerelle" }) gateway = scriptGateway;
  /** What the page is about, by its name in the gateway's catalogue. */
  @property({ attribute: "contexte" }) context = scriptContext;
  /** Whether it is all of a page of its own, in a frame: always open, without a button. */
  @property({ attribute: "cadre", type: Boolean, reflect: true }) framed = false;

  constructor() {
    super();
    new VisibleArea(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lang = "fr-CA";
    this.fullScreen.addEventListener("change", this.handleFullScreenChange);
    addEventListener("online", this.handleReturn);
    document.addEventListener("visibilitychange", this.handleReturn);
    if (this.opened) this.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.fullScreen.removeEventListener("change", this.handleFullScreenChange);
    removeEventListener("online", this.handleReturn);
    document.removeEventListener("visibilitychange", this.handleReturn);
    this.connection?.close();
    this.connection = undefined;
    this.announcer?.stop();
    this.waitingNews.stop();
    this.typing.stop();
  }

  protected override firstUpdated(): void {
    this.announcer = new Announcer([this.announcerA, this.announcerB], "client");
    if (this.framed) this.context ??= new URLSearchParams(location.search).get("contexte");
    if (this.framed || wasOpen()) this.open();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("unread")) this.unreadTitle.show(this.unread);
    if (changed.has("textScale")) {
      this.style.setProperty("--portail-text-scale", String(this.textScale));
    }
    this.tellRead();
  }

  private readonly handleFullScreenChange = (): void => {
    if (!this.opened || this.framed) return;
    const focused = this.shadowRoot?.activeElement as HTMLElement | null;
    this.dialog.close();
    this.showDialog();
    focused?.focus();
  };

  private readonly handleReturn = (): void => {
    if (document.hidden) return;
    if (this.opened) this.unread = 0;
    this.connection?.hurry();
    this.tellRead();
  };

  private handleLauncherClick(): void {
    this.open();
    this.composer.focus();
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing && !this.framed) this.handleClose(event);
  }

  /** Also for the browser's own ways to end a modal dialog: Escape, Android's back. */
  private handleClose(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    void this.close();
  }

  private handleSend(event: CustomEvent<string>): void {
    this.outbox.add({ text: event.detail });
    this.handleInput();
  }

  private handleInput(): void {
    if (this.composer.value !== "" && readByPeople(this.conversation)) this.typing.typed();
    else this.typing.stop();
  }

  private async handleSkip(): Promise<void> {
    this.survey = null;
    await this.updateComplete;
    // The button pressed is gone.
    this.composer.focus();
  }

  private handleChoice({ detail: { title, token } }: CustomEvent<Choice>): void {
    if (token !== undefined) this.outbox.add({ choice: { title, token } });
  }

  private handleOffer(choice: Offer): void {
    this.handleEvent({ type: "offer-taken" });
    this.outbox.add({ choice });
    // The button pressed is gone.
    this.composer.focus();
  }

  private handleTextScale({ detail: scale }: CustomEvent<number>): void {
    this.textScale = scale;
    rememberTextScale(scale);
    this.announcer?.announce(`${words.textSize}\u00a0: ${words.textScale(scale)}`);
  }

  private handleSave(): void {
    saveTranscript(this.conversation.messages);
    this.announcer?.announce(words.saved);
  }

  private handleRestart(): void {
    this.question = {
      title: words.restartQuestion,
      meaning: words.restartMeaning(this.conversation.ownership.owner),
      yes: words.restartYes,
      act: () => this.connect().end(),
    };
  }

  private handleErase(): void {
    this.question = {
      title: words.eraseQuestion,
      meaning: words.eraseMeaning(this.conversation.ownership.owner),
      yes: words.eraseYes,
      act: () => this.connect().erase(),
    };
  }

  private async handleCancel(): Promise<void> {
    this.question = null;
    await this.updateComplete;
    this.options.focus();
  }

  /** The conversation is over for good, by this tab's doing or another's. */
  private async handleEnded(erased: boolean): Promise<void> {
    const attended = this.question !== null || this.shadowRoot?.activeElement != null;
    this.connection = undefined;
    this.outbox.pause();
    this.outbox.clear();
    this.announcer?.stop();
    this.waitingNews.stop();
    this.typing.stop();
    this.conversation = reduce(this.conversation, { type: "ended" });
    this.composer.value = "";
    this.survey = null;
    this.unread = 0;
    this.question = null;
    this.erased = erased;
    if (!erased) {
      // One starts anew, and not with what this page is about.
      this.context = null;
      this.connect();
    } else if (!this.framed) {
      this.hide();
    }
    await this.updateComplete;
    if (attended) this.renderRoot.querySelector<HTMLElement>(this.afterEnd())?.focus();
  }

  /** Where one goes on from, once the conversation is over. */
  private afterEnd(): string {
    if (!this.erased) return "portail-composer";
    return this.framed ? ".again" : ".launcher";
  }

  private hide(): void {
    this.opened = false;
    this.question = null;
    this.dialog.close();
    rememberOpen(false);
  }

  private async handleAgain(): Promise<void> {
    this.erased = false;
    this.connect();
    await this.updateComplete;
    this.composer.focus();
  }

  private handleRetry(event: CustomEvent<Pending>): void {
    this.outbox.retry(event.detail.id);
  }

  private handleWithdraw({ detail: { id, text, editable } }: CustomEvent<Pending>): void {
    this.outbox.remove(id);
    if (editable) this.composer.value = [text, this.composer.value].filter(Boolean).join("\n");
    this.composer.focus();
  }

  private readonly handleEvent = (event: ConversationEvent): void => {
    const before = this.conversation;
    this.conversation = reduce(before, event);
    if (event.type === "history") {
      this.outbox.resume();
      // It may start over, or be told to a gateway that heard nothing of it.
      this.toldReadSeq = 0;
    }
    if (event.type === "disconnected") this.outbox.pause();
    this.tellNews(before);
  };

  private tellNews(before: Conversation): void {
    const arrived = news(before, this.conversation);
    this.announcer?.announce(...arrived);
    if (!this.opened || document.hidden) this.unread += arrived.length;
    const { unreachable, refusal, ownership, waiting } = this.conversation;
    if (ownership.owner === "waiting") this.waitingNews.show(waiting);
    else this.waitingNews.stop();
    this.tellSurvey(before);
    if (before.unreachable !== unreachable) {
      this.announcer?.announce(unreachable ? words.unreachable(refusal) : words.reachable);
    }
  }

  private tellSurvey(before: Conversation): void {
    const { ownership, messages } = this.conversation;
    const { survey } = ownership;
    if (survey !== null && survey !== before.ownership.survey) {
      this.survey = survey;
      this.rated = false;
      if (before.restored) this.announcer?.announce(words.surveyAsked(words.survey[survey].title));
    } else if (survey === null && (!this.rated || messages.at(-1)?.from.kind === "client")) {
      this.survey = null;
    }
  }

  private async rate(rating: Rating): Promise<string | null> {
    this.rated = true;
    const error = await this.connect().rate(rating);
    this.rated = error === null;
    return error;
  }

  /** What people write is read once it is on screen. */
  private tellRead(): void {
    const newest = this.conversation.messages.at(-1)?.seq ?? 0;
    const onScreen =
      this.opened && !document.hidden && this.question === null && this.transcript.atEnd;
    if (!onScreen || newest <= this.toldReadSeq || !readByPeople(this.conversation)) return;
    if (this.connection?.tellRead(newest)) this.toldReadSeq = newest;
  }

  private connect(): Connection {
    if (!this.connection) {
      this.connection = new Connection({
        gateway: this.gateway,
        context: this.context,
        last: () => lastKnown(this.conversation),
        onEvent: this.handleEvent,
        onTurn: (turn) => this.outbox.remove(turn.id),
        onEnded: (erased) => void this.handleEnded(erased),
      });
      void this.connection.open();
    }
    return this.connection;
  }

  /** On a phone everything else is out of reach; elsewhere one may go on with the page. */
  private showDialog(): void {
    if (this.fullScreen.matches && !this.framed) {
      this.dialog.showModal();
      // Not its first button, nor the composer with a keyboard that one has not asked for.
      this.heading.focus();
    } else {
      // `show()` would move the focus, which a panel that opens by itself must not.
      this.dialog.open = true;
    }
  }

  private pending(): Pending[] {
    return this.outgoing.map(({ id, status, error, content }) => ({
      id,
      text: "text" in content ? content.text : content.choice.title,
      editable: "text" in content,
      waiting: status === "queued" && this.conversation.unreachable,
      error: error ?? null,
    }));
  }

  /** None while an answer is on its way to the gateway. */
  private openChoices(): Message | null {
    const answering = this.outgoing.some(
      ({ status }) => status === "queued" || status === "sending",
    );
    return answering ? null : openChoices(this.conversation);
  }

  /** Opens the panel, without moving the focus into it where the page stays in reach. */
  open(): void {
    if (this.opened) return;
    this.opened = true;
    this.erased = false;
    this.unread = 0;
    this.showDialog();
    this.connect();
    rememberOpen(true);
  }

  /** Closes the panel and goes back to its button; the conversation goes on. */
  async close(): Promise<void> {
    if (!this.opened) return;
    this.hide();
    await this.updateComplete;
    this.launcher.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.framed ? nothing : this.renderLauncher()} ${this.renderPanel()}`;
  }

  private renderLauncher(): TemplateResult {
    return html`
      <button
        class="launcher primary"
        type="button"
        aria-haspopup="dialog"
        ?hidden=${this.opened}
        @click=${this.handleLauncherClick}
      >
        ${chatIcon} ${words.launcher}
        ${this.unread > 0 ? html`<span class="badge">${this.unread}</span>` : nothing}
      </button>
      <p class="visually-hidden" role="status">
        ${this.unread > 0 && !this.opened ? words.unread(this.unread) : nothing}
        ${this.erased ? words.erased : nothing}
      </p>
      <p class="farewell" aria-hidden="true" ?hidden=${!this.erased}>${words.erased}</p>
    `;
  }

  private renderPanel(): TemplateResult {
    const { messages, ownership, waiting, typing, unreachable, refusal, ofThisTab } =
      this.conversation;
    const answered = ownership.owner === "agent";
    const expects = expectedValue(this.conversation);
    const over = this.framed && this.erased;
    const covered = over || this.question !== null;
    return html`
      <dialog
        aria-labelledby="title"
        aria-describedby="notice"
        @keydown=${this.handleKeydown}
        @cancel=${this.handleClose}
      >
        <div class="head">
          <span class="mark">${chatIcon}</span>
          <div>
            <h2 id="title" tabindex="-1">${words.title}</h2>
            <p class="owner ${ownership.owner}">${words.owner(ownership, waiting)}</p>
          </div>
          <portail-options
            .textScale=${this.textScale}
            ?inert=${covered}
            @portail-text-scale=${this.handleTextScale}
            @portail-save=${this.handleSave}
            @portail-restart=${this.handleRestart}
            @portail-erase=${this.handleErase}
          ></portail-options>
          ${
            this.framed
              ? nothing
              : html`<button
                  class="icon"
                  type="button"
                  aria-label=${words.close}
                  @click=${this.handleClose}
                >
                  ${closeIcon}
                </button>`
          }
        </div>
        ${
          unreachable
            ? html`<p class="banner">${renderText(words.unreachable(refusal))}</p>`
            : nothing
        }
        ${
          this.question
            ? html`<portail-confirmation
                .question=${this.question}
                @portail-cancel=${this.handleCancel}
              ></portail-confirmation>`
            : nothing
        }
        ${over ? this.renderErased() : nothing} ${covered ? nothing : this.renderPlace()}
        <portail-transcript
          ?hidden=${covered}
          .messages=${messages}
          .pending=${this.pending()}
          .typing=${typing}
          .readSeq=${answered ? ownership.agent_read_seq : 0}
          .openChoices=${this.openChoices()}
          @portail-choice=${this.handleChoice}
          @portail-retry=${this.handleRetry}
          @portail-withdraw=${this.handleWithdraw}
          @portail-end=${this.tellRead}
        >
          <div class="notice" id="notice">
            ${shieldIcon}
            <div>
              <p>${words.notice}</p>
              <p>${words.neverAsked}</p>
              ${ofThisTab ? html`<p>${words.thisTabOnly}</p>` : nothing}
            </div>
          </div>
          ${
            messages.length > 0 || unreachable
              ? nothing
              : html`<p class="connecting">${words.connecting}</p>`
          }
          ${this.renderSurvey()}
        </portail-transcript>
        ${this.renderOffer()}
        <portail-composer
          ?hidden=${covered}
          placeholder=${words.placeholder(expects, ownership)}
          .hints=${inputHints(expects)}
          @portail-send=${this.handleSend}
          @input=${this.handleInput}
        ></portail-composer>
        <div class="announcer-a visually-hidden" aria-live="polite"></div>
        <div class="announcer-b visually-hidden" aria-live="polite"></div>
      </dialog>
    `;
  }

  /** Their place in the queue, where somebody can come, and what to quote on the phone. */
  private renderPlace(): TemplateResult | typeof nothing {
    const { ownership, waiting } = this.conversation;
    if (ownership.owner !== "waiting") return nothing;
    return html`
      <div class="place">
        ${waiting ? html`<p>${words.place(waiting)} · ${words.wait(waiting)}</p>` : nothing}
        <p>${words.reference} <span class="reference">${ownership.reference}</span></p>
      </div>
    `;
  }

  private renderSurvey(): TemplateResult | typeof nothing {
    if (this.survey === null) return nothing;
    return html`${keyed(
      this.survey,
      html`<portail-survey
        slot="end"
        .about=${this.survey}
        .rate=${(rating: Rating) => this.rate(rating)}
        @portail-skip=${this.handleSkip}
      ></portail-survey>`,
    )}`;
  }

  private renderOffer(): TemplateResult | typeof nothing {
    const { offer, ownership } = this.conversation;
    if (!offer || ownership.owner !== "bot" || this.question) return nothing;
    return html`
      <div class="offer">
        ${words.offer}
        <button type="button" @click=${() => this.handleOffer(offer)}>${offer.title}</button>
      </div>
    `;
  }

  /** Where there is no button to go back to. */
  private renderErased(): TemplateResult {
    return html`
      <div class="erased">
        <p role="status">${words.erased}</p>
        <button class="again primary" type="button" @click=${this.handleAgain}>
          ${words.again}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-clavardage": PortailClavardage;
  }
}
