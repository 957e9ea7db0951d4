import { css } from "lit";

export const sideStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  [role="tablist"] {
    display: flex;
    gap: 4px;
    padding: 8px 12px 0;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  [role="tab"] {
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 8px 8px 0 0;
    background: none;
  }

  [role="tab"][aria-selected="true"] {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
    font-weight: 650;
  }

  [role="tab"]:focus-visible {
    outline-offset: -3px;
  }

  [role="tabpanel"] {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  nav {
    display: grid;
    flex: 1;
    min-block-size: 0;
  }

  bureau-call-backs {
    flex: 1;
  }

  @media (forced-colors: active) {
    [role="tab"][aria-selected="true"] {
      border-color: Highlight;
    }
  }
`;
