import { css } from "lit";

export const recordStyles = css`
  :host {
    display: block;
    padding: 16px 20px 24px;
    overflow-y: auto;
    background: var(--portail-surface);
  }

  section + section {
    margin-block-start: 20px;
  }

  h3 {
    margin: 0 0 6px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  p,
  ul,
  dl {
    margin: 0;
  }

  ul {
    padding-inline-start: 1.2em;
  }

  .quiet {
    color: var(--portail-text-quiet);
  }
`;
