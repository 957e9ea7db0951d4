import { css } from "lit";

export const queueStyles = css`
  :host {
    display: block;
    padding: 8px 12px 16px;
    overflow-y: auto;
  }

  h2 {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 0;
    padding: 14px 8px 8px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  .count {
    min-inline-size: 24px;
    padding: 0 7px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-accent-soft);
    color: var(--portail-accent);
    text-align: center;
  }

  .closed {
    margin: 8px 0 0;
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  .empty {
    margin: 0;
    padding: 4px 8px 8px;
    color: var(--portail-text-quiet);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    display: flex;
    flex-direction: column;
    gap: 4px;
    inline-size: 100%;
    padding: 12px 14px;
    border-color: var(--portail-line);
    border-radius: 12px;
    font-weight: 400;
    text-align: start;
  }

  button[aria-current="true"] {
    border-color: var(--portail-accent);
    background: var(--portail-accent-soft);
    box-shadow: inset 4px 0 0 var(--portail-accent);
  }

  .line {
    display: flex;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
  }

  .reason {
    font-weight: 600;
  }

  time {
    flex: none;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    font-variant-numeric: tabular-nums;
  }

  .summary {
    display: -webkit-box;
    overflow: hidden;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .facts {
    flex-wrap: wrap;
    justify-content: flex-start;
    margin-block-start: 2px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  @media (forced-colors: active) {
    button[aria-current="true"] {
      border: 3px solid Highlight;
    }
  }
`;
