/** What sets a case apart, in a word or two each: in the queue and at its head. */
import { css, html, type TemplateResult } from "lit";

import type { Case } from "./desk-protocol.js";
import { words } from "./words.js";

const FRAUD = "fraude";

/** How urgent it is, and whether its client is there. */
export function caseTags(each: Case): TemplateResult[] {
  const { reason, priority, returned, client_online, warned } = each;
  const tags: TemplateResult[] = [];
  if (priority === "first") {
    tags.push(tag("priority", reason === FRAUD ? words.fraud : words.priority));
  }
  if (returned) tags.push(tag("returned", words.returned));
  tags.push(
    client_online
      ? html`<span class="online">${words.online}</span>`
      : html`<span class="offline">${warned ? words.warned : words.offline}</span>`,
  );
  return tags;
}

function tag(name: string, label: string): TemplateResult {
  return html`<span class="tag ${name}">${label}</span>`;
}

export const tagStyles = css`
  .tag {
    padding: 0 8px;
    border-radius: var(--portail-radius-round);
    font-weight: 600;
  }

  .priority {
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .returned {
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
  }

  .unread {
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  .online::before,
  .offline::before {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border: 2px solid currentcolor;
    border-radius: 50%;
    content: "";
  }

  .online {
    color: var(--portail-success);
  }

  .online::before {
    background: currentcolor;
  }

  @media (forced-colors: active) {
    .tag {
      border: 1px solid CanvasText;
    }

    .online::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
