import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Role, SignedInAgent } from "../desk/desk-protocol.js";
import { controls } from "../shared/controls.styles.js";
import { Section } from "./section.js";
import { changeMember, invite, inviteAgain, readTeam } from "./team-api.js";
import type { Invited, TeamMember } from "./team-protocol.js";
import { teamStyles } from "./team.styles.js";
import { roles, words } from "./words.js";

const { accounts, invitation } = words;

/** The accounts: who there is, invitations, locks and roles. */
@customElement("team-accounts")
export class TeamAccounts extends Section {
  static override styles = [controls, teamStyles];

  @query(".inviting") private inviting!: HTMLDialogElement;
  @query(".locking") private locking!: HTMLDialogElement;
  @query(".linking") private linking!: HTMLDialogElement;
  @query("[name=name]") private nameField!: HTMLInputElement;
  @query("[name=login]") private loginField!: HTMLInputElement;
  @query("[name=role]") private roleField!: HTMLSelectElement;
  @query("[name=link]") private linkField!: HTMLInputElement;

  @state() private team: readonly TeamMember[] | null = null;
  /** Whose account is to be locked, once it is confirmed. */
  @state() private toLock: TeamMember | null = null;
  /** The link to hand over; the gateway will not tell it again. */
  @state() private invited: Invited | null = null;
  @state() private copied: string | null = null;
  /** Why the invitation was not made. */
  @state() private inviteError: string | null = null;

  @property({ attribute: false }) agent!: SignedInAgent;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.team = (await this.attempt(readTeam())) ?? this.team;
  }

  private handleInviting(): void {
    this.inviteError = null;
    this.inviting.showModal();
  }

  private async handleInvite(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = this.nameField.value.trim();
    const login = this.loginField.value.trim();
    if (!name || !login) {
      this.inviteError = invitation.incomplete;
      (name ? this.loginField : this.nameField).focus();
      return;
    }
    const invited = await this.attempt(invite(login, name, this.roleField.value as Role));
    this.inviteError = this.error;
    this.error = null;
    if (!invited) return;
    this.inviting.close();
    this.nameField.value = this.loginField.value = "";
    await this.showLink(invited);
  }

  private async handleNewLink(member: TeamMember): Promise<void> {
    const invited = await this.attempt(inviteAgain(member.id));
    if (invited) await this.showLink(invited);
  }

  private async showLink(invited: Invited): Promise<void> {
    this.invited = invited;
    this.copied = null;
    await this.updateComplete;
    this.linking.showModal();
    this.linkField.select();
    await this.load();
  }

  private async handleCopy(): Promise<void> {
    this.linkField.select();
    this.copied = await navigator.clipboard.writeText(this.linkField.value).then(
      () => invitation.copied,
      () => invitation.notCopied,
    );
  }

  private async handleLocking(member: TeamMember): Promise<void> {
    this.toLock = member;
    await this.updateComplete;
    this.locking.showModal();
  }

  private async handleLock(): Promise<void> {
    this.locking.close();
    const { id, name } = this.toLock!;
    await this.change(id, { locked: true }, accounts.locked(name));
  }

  private async handleRole(member: TeamMember, event: Event): Promise<void> {
    const field = event.target as HTMLSelectElement;
    const role = field.value as Role;
    await this.change(member.id, { role }, accounts.roleChanged(member.name, role));
    // Refused, it is what it was.
    field.value = this.team?.find(({ id }) => id === member.id)?.role ?? member.role;
  }

  private async change(
    agentId: number,
    change: { locked?: boolean; role?: Role },
    done: string,
  ): Promise<void> {
    const answer = await this.attempt(changeMember(agentId, change).then(() => true));
    if (!answer) return;
    await this.load();
    this.done = done;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderOutcome()}
      <div class="bar">
        <button class="primary" @click=${this.handleInviting}>${accounts.invite}</button>
        <button class="push" @click=${() => this.load()}>${words.refresh}</button>
      </div>
      ${this.team ? this.renderTable(this.team) : html`<p class="quiet">${words.loading}</p>`}
      ${this.renderInviting()} ${this.renderLinking()} ${this.renderLocking()}
    `;
  }

  private renderTable(team: readonly TeamMember[]): TemplateResult {
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label=${accounts.caption}>
        <table>
          <caption class="visually-hidden">
            ${accounts.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${accounts.name}</th>
              <th scope="col">${accounts.login}</th>
              <th scope="col">${accounts.role}</th>
              <th scope="col">${accounts.state}</th>
              <th scope="col">${accounts.cases}</th>
              <th scope="col">${accounts.actions}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              team,
              ({ id }) => id,
              (member) => this.renderMember(member),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderMember(member: TeamMember): TemplateResult {
    const { id, name, login, role, locked, cases } = member;
    const own = id === this.agent.id;
    return html`
      <tr>
        <th scope="row">
          ${name}${own ? html` <span class="quiet">${accounts.yours}</span>` : nothing}
        </th>
        <td>${login}</td>
        <td>
          ${
            own
              ? roles[role]
              : html`<select
                  aria-label=${accounts.roleOf(name)}
                  @change=${(event: Event) => this.handleRole(member, event)}
                >
                  ${renderRoles(role)}
                </select>`
          }
        </td>
        <td class=${locked ? "locked" : ""}>${accounts.stateOf(member)}</td>
        <td>${cases}</td>
        <td class="actions">${own ? nothing : this.renderActions(member)}</td>
      </tr>
    `;
  }

  private renderActions(member: TeamMember): TemplateResult {
    const { id, name, locked } = member;
    if (locked) {
      return html`<button
        aria-label=${accounts.unlockOf(name)}
        @click=${() => this.change(id, { locked: false }, accounts.unlocked(name))}
      >
        ${accounts.unlock}
      </button>`;
    }
    return html`<button
        aria-label=${accounts.newLinkFor(name)}
        @click=${() => this.handleNewLink(member)}
      >
        ${accounts.newLink}</button
      ><button aria-label=${accounts.lockOf(name)} @click=${() => this.handleLocking(member)}>
        ${accounts.lock}
      </button>`;
  }

  private renderInviting(): TemplateResult {
    return html`
      <dialog class="inviting" aria-labelledby="inviting-title">
        <form novalidate @submit=${this.handleInvite}>
          <h2 id="inviting-title">${invitation.title}</h2>
          <div role="alert">
            ${this.inviteError ? html`<p class="error">${this.inviteError}</p>` : nothing}
          </div>
          <div class="field">
            <label for="name">${accounts.name}</label>
            <input
              id="name"
              name="name"
              maxlength="80"
              autocomplete="off"
              aria-describedby="name-hint"
            />
            <p id="name-hint">${invitation.nameHint}</p>
          </div>
          <div class="field">
            <label for="login">${accounts.login}</label>
            <input
              id="login"
              name="login"
              maxlength="79"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              aria-describedby="login-hint"
            />
            <p id="login-hint">${invitation.loginHint}</p>
          </div>
          <div class="field">
            <label for="role">${accounts.role}</label>
            <select id="role" name="role">
              ${renderRoles("agent")}
            </select>
          </div>
          <div class="answers">
            <button type="button" @click=${() => this.inviting.close()}>${words.cancel}</button>
            <button class="primary" type="submit">${invitation.create}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private renderLinking(): TemplateResult {
    return html`
      <dialog class="linking" aria-labelledby="linking-title">
        ${this.invited ? this.renderLink(this.invited) : nothing}
      </dialog>
    `;
  }

  private renderLink({ agent, invitation: { path, expires_at } }: Invited): TemplateResult {
    return html`
      <h2 id="linking-title">${invitation.linkTitle(agent.name)}</h2>
      <p class="quiet">${invitation.linkEffect(expires_at)}</p>
      <div class="field">
        <label for="link">${invitation.link}</label>
        <input id="link" name="link" readonly .value=${location.origin + path} />
        <p role="status">${this.copied}</p>
      </div>
      <div class="answers">
        <button @click=${() => this.linking.close()}>${words.close}</button>
        <button class="primary" @click=${this.handleCopy}>${invitation.copy}</button>
      </div>
    `;
  }

  private renderLocking(): TemplateResult {
    const { name, cases } = this.toLock ?? { name: "", cases: 0 };
    return html`
      <dialog class="locking" aria-labelledby="locking-title" aria-describedby="locking-effect">
        <h2 id="locking-title">${accounts.lockQuestion(name)}</h2>
        <p id="locking-effect" class="quiet">${accounts.lockEffect(cases)}</p>
        <div class="answers">
          <button autofocus @click=${() => this.locking.close()}>${words.cancel}</button>
          <button class="primary" @click=${this.handleLock}>${accounts.lock}</button>
        </div>
      </dialog>
    `;
  }
}

function renderRoles(chosen: Role): TemplateResult[] {
  return (Object.keys(roles) as Role[]).map(
    (role) => html`<option value=${role} ?selected=${role === chosen}>${roles[role]}</option>`,
  );
}
