import { css } from "lit";

export const repliesStyles = css`
  :host {
    display: block;
    padding: 12px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface-raised);
    box-shadow: var(--portail-shadow);
  }

  ul {
    max-block-size: min(320px, 40dvh);
    margin: 8px 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  li {
    padding: 8px 12px;
    border-radius: 12px;
    cursor: pointer;
  }

  li[aria-selected="true"] {
    background: var(--portail-accent-soft);
    box-shadow: inset 4px 0 0 var(--portail-accent);
  }

  .line {
    display: flex;
    gap: 12px;
    justify-content: space-between;
    font-weight: 600;
  }

  .shortcut {
    color: var(--portail-text-quiet);
    font-weight: 400;
  }

  .text {
    display: -webkit-box;
    overflow: hidden;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  input:focus-visible {
    outline-offset: 0;
  }

  .found {
    margin: 8px 12px 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  @media (forced-colors: active) {
    li[aria-selected="true"] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
