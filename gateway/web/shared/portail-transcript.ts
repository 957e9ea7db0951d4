import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { repeat } from "lit/directives/repeat.js";

import { clockTime, dayName } from "./clock-time.js";
import { controls } from "./controls.styles.js";
import { FollowEnd } from "./follow-end.js";
import { type Heading, headings, newDays } from "./headings.js";
import { downIcon } from "./icons.js";
import { renderText } from "./phone-links.js";
import { transcriptStyles } from "./portail-transcript.styles.js";
import type { Choice, Message, Speaker } from "./protocol.js";
import { speakerName, type Viewer, words } from "./words.js";

/** A message of the viewer's that is on its way, as the transcript shows it. */
export interface Pending {
  id: string;
  text: string;
  /** Whether its text can be taken back into the composer. */
  editable: boolean;
  /** Whether it waits for the connection to come back. */
  waiting: boolean;
  /** Why it was refused, if it was. */
  error: string | null;
}

/** A line of the transcript: a stored message, or one on its way. */
export interface Line extends Pick<Message, "id" | "from" | "text" | "masks" | "buttons"> {
  /** Its place in the conversation; none yet for one on its way. */
  seq?: number;
  /** When it was stored; not yet for one on its way. */
  at?: string;
  pending?: Pending;
}

/**
 * The lines of a conversation, for either side of it. Says nothing aloud: an announcer does, apart.
 *
 * @slot - What comes before the first line.
 * @slot end - What comes after the last one.
 *
 * @event {CustomEvent} portail-end - The reader has come to the end.
 * @event {CustomEvent<Choice>} portail-choice - A choice was pressed.
 * @event {CustomEvent<Pending>} portail-retry - A refused message is to be sent again.
 * @event {CustomEvent<Pending>} portail-withdraw - A refused message is taken back.
 */
@customElement("portail-transcript")
export class PortailTranscript extends LitElement {
  static override styles = [controls, transcriptStyles];

  private readonly end = new FollowEnd(
    this,
    () => this.scroller,
    // What comes before the first line is to be read first, on the smallest screen too.
    () => this.lines().length > 1,
  );

  @query(".scroller") private scroller!: HTMLElement;

  /** Whether something was added below what the reader is looking at. */
  @state() private unseen = false;

  @property({ attribute: false }) messages: readonly Message[] = [];
  @property({ attribute: false }) pending: readonly Pending[] = [];
  /** Who is writing, if anyone. */
  @property({ attribute: false }) typing: Speaker | null = null;
  /** The message whose buttons can be pressed, if any. */
  @property({ attribute: false }) openChoices: Message | null = null;
  /** The newest message that the other side has read. */
  @property({ attribute: false }) readSeq = 0;
  @property() viewer: Viewer = "client";
  /** How the words of a line are drawn. */
  @property({ attribute: false }) renderWords: (line: Line) => unknown = ({ text }) =>
    renderText(text);

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The reader may have scrolled up in this very frame, whose event is still to come.
    if (this.hasUpdated) this.handleScroll();
    const written = changed.get("pending");
    if (written && this.pending.length > written.length) this.end.following = true;
    if (changed.has("messages") && changed.get("messages")) this.unseen = true;
    if (this.end.following) this.unseen = false;
  }

  private readonly handleScroll = (): void => {
    const before = this.end.following;
    this.end.scrolled();
    if (this.end.following && !before) this.tell("portail-end", null);
  };

  private handleEndChange({ target }: Event): void {
    for (const element of (target as HTMLSlotElement).assignedElements()) this.end.watch(element);
  }

  private lines(): Line[] {
    const stored = new Set(this.messages.map((message) => message.id));
    const onTheirWay = this.pending
      .filter((pending) => !stored.has(pending.id))
      .map((pending) => ({
        id: pending.id,
        from: { kind: this.viewer, name: null },
        text: pending.text,
        buttons: [],
        pending,
      }));
    return [...this.messages, ...onTheirWay];
  }

  private goToEnd(): void {
    this.end.follow();
    // The button pressed is about to go: the keyboard stays where the reader is looking.
    this.scroller.focus({ preventScroll: true });
  }

  private tell<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Whether the newest line is in view, where the transcript is. */
  get atEnd(): boolean {
    return this.end.following;
  }

  protected override render(): TemplateResult {
    const lines = this.lines();
    const heads = headings(lines, (at) => dayName(at) + clockTime(at));
    const read = lines.findLast(
      ({ from, seq }) => from.kind === this.viewer && seq !== undefined && seq <= this.readSeq,
    );
    const days = newDays(lines, dayName, dayName(new Date().toISOString()));
    return html`
      <div
        class="scroller"
        role="region"
        aria-label=${words.transcript}
        tabindex="0"
        @scroll=${this.handleScroll}
      >
        <slot></slot>
        <ol role="list">
          ${repeat(
            lines,
            (line) => line.id,
            (line, index) => html`
              ${days[index] ? html`<li class="day">${days[index]}</li>` : nothing}
              ${this.renderLine(line, heads[index]!, line === read)}
            `,
          )}
        </ol>
        ${this.typing ? this.renderTyping(this.typing) : nothing}
        <slot name="end" @slotchange=${this.handleEndChange}></slot>
      </div>
      <button class="new-messages" ?hidden=${!this.unseen} @click=${this.goToEnd}>
        ${downIcon} ${words.newMessages}
      </button>
    `;
  }

  private renderLine(line: Line, heading: Heading, read: boolean): TemplateResult {
    const { from } = line;
    const classes = {
      [from.kind]: true,
      mine: from.kind === this.viewer,
      follows: !heading.speaker,
      timeless: !heading.time,
    };
    return html`
      <li class=${classMap(classes)}>
        <div class="heading">
          <span class="speaker">${speakerName(from, this.viewer)}</span>
          ${line.at ? html`<time datetime=${line.at}>${clockTime(line.at)}</time>` : nothing}
        </div>
        ${line.text ? html`<p class="bubble">${this.renderWords(line)}</p>` : nothing}
        ${line.buttons.length > 0 ? this.renderChoices(line) : nothing}
        ${line.pending ? this.renderPending(line.pending) : nothing}
        ${read ? html`<p class="status">${words.read}</p>` : nothing}
      </li>
    `;
  }

  /**
   * Pressed or passed, a button keeps its place and the focus it may have, so that Tab goes on from
   * there to the next question's.
   */
  private renderChoices(line: Line): TemplateResult {
    const open = line.id === this.openChoices?.id;
    return html`
      <div class="choices">
        ${line.buttons.map(
          (choice: Choice) => html`
            <button
              type="button"
              aria-disabled=${open ? "false" : "true"}
              tabindex=${open ? 0 : -1}
              @click=${() => open && this.tell("portail-choice", choice)}
            >
              ${choice.title}
            </button>
          `,
        )}
      </div>
    `;
  }

  private renderPending(pending: Pending): TemplateResult {
    if (pending.error === null) {
      return pending.waiting ? html`<p class="status">${words.waiting}</p>` : html``;
    }
    return html`
      <p class="status refused">${words.notSent(pending.error)}</p>
      <div class="choices">
        <button @click=${() => this.tell("portail-retry", pending)}>${words.retry}</button>
        <button @click=${() => this.tell("portail-withdraw", pending)}>
          ${pending.editable ? words.edit : words.remove}
        </button>
      </div>
    `;
  }

  /** Of a person one sees who it is; the assistant is known by its dots. */
  private renderTyping(speaker: Speaker): TemplateResult {
    const hidden = speaker.kind === "bot" ? "visually-hidden" : "";
    return html`
      <p class="typing">
        <span class=${hidden}>${words.typing(speakerName(speaker, this.viewer))}</span>
        <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portail-transcript": PortailTranscript;
  }
}
