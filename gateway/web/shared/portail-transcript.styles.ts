import { css } from "lit";

export const transcriptStyles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .scroller {
    position: relative;
    block-size: 100%;
    padding: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    animation: arrive 160ms ease-out;
  }

  li.follows {
    margin-block-start: -10px;
  }

  li.mine {
    align-items: flex-end;
  }

  .day {
    align-self: center;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 600;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .speaker {
    font-weight: 600;
  }

  .agent .speaker {
    color: var(--portail-agent);
  }

  /* Seen from where the line stands; still read with it, as the list may be walked line by line. */
  .follows .heading,
  .system .heading,
  .mine.timeless .heading,
  .mine .speaker,
  .timeless time {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .bubble {
    max-inline-size: min(88%, 38em);
    margin: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    color: var(--portail-text);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  li:not(.mine) .bubble {
    border-color: var(--portail-line);
    border-start-start-radius: 4px;
  }

  .agent:not(.mine) .bubble {
    border-color: transparent;
    background: var(--portail-agent-soft);
  }

  .mine .bubble {
    border-start-end-radius: 4px;
    background: var(--portail-mine);
    color: var(--portail-on-mine);
  }

  .mine .bubble a {
    color: inherit;
  }

  .system:not(.mine) {
    align-items: stretch;
  }

  .system:not(.mine) .bubble {
    max-inline-size: none;
    border-color: var(--portail-line);
    border-radius: var(--portail-radius-small);
    background: transparent;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 2px;
  }

  .mine .choices {
    justify-content: flex-end;
  }

  .choices button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    text-align: start;
    overflow-wrap: anywhere;
  }

  /* Passed: no target any more, so no need to be as large as one. */
  .choices button[aria-disabled="true"] {
    min-block-size: 0;
    padding: 4px 12px;
    border-color: var(--portail-line);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-weight: 400;
  }

  .status {
    margin: 0;
    padding-inline: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .status.refused {
    color: var(--portail-danger);
    font-weight: 500;
  }

  .typing {
    display: flex;
    gap: 8px;
    align-items: center;
    inline-size: fit-content;
    margin: 12px 0 0;
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    border-start-start-radius: 4px;
    background: var(--portail-surface-raised);
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .dots {
    display: flex;
    gap: 5px;
  }

  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--portail-text-quiet);
    animation: breathe 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  .new-messages {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 50%;
    display: flex;
    gap: 6px;
    align-items: center;
    border-color: transparent;
    background: var(--portail-text);
    color: var(--portail-surface);
    box-shadow: var(--portail-shadow);
    white-space: nowrap;
    transform: translateX(-50%);
  }

  .new-messages:hover {
    background: var(--portail-accent-strong);
    color: var(--portail-on-accent);
  }

  @keyframes arrive {
    from {
      transform: translateY(8px);
    }
  }

  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }

    30% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    li,
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble,
    li:not(.mine) .bubble,
    .agent:not(.mine) .bubble,
    .new-messages {
      border-color: CanvasText;
    }

    .dots i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
