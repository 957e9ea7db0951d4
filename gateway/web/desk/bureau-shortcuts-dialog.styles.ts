import { css } from "lit";

export const shortcutsStyles = css`
  table {
    inline-size: 100%;
    margin-block: 12px 16px;
    border-collapse: collapse;
  }

  td,
  th {
    padding: 3px 0;
    border-block-end: 1px solid var(--portail-line);
    text-align: start;
  }

  th:first-child {
    inline-size: 5em;
  }

  th {
    font-size: var(--portail-text-medium);
  }

  kbd {
    display: inline-block;
    min-inline-size: 28px;
    padding: 1px 8px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-small);
    font: inherit;
    text-align: center;
  }

  .intro {
    margin-block: 8px;
    color: var(--portail-text-quiet);
  }
`;
