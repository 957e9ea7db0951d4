/** Tables, fields and dialogs of the supervisors' page. */
import { css } from "lit";

export const teamStyles = css`
  :host {
    display: block;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: end;
    margin-block-end: 16px;
  }

  .bar > .push {
    margin-inline-start: auto;
  }

  .quiet,
  caption {
    color: var(--portail-text-quiet);
  }

  /* A narrow window scrolls the table, not the page. */
  .scroller {
    overflow-x: auto;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--portail-text-medium);
  }

  th,
  td {
    padding: 8px 14px;
    border-block-end: 1px solid var(--portail-line);
    text-align: start;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    color: var(--portail-text-quiet);
    font-weight: 600;
    white-space: nowrap;
  }

  tbody th {
    font-weight: 600;
  }

  td.actions,
  .reference {
    white-space: nowrap;
  }

  td button + button {
    margin-inline-start: 6px;
  }

  .locked {
    color: var(--portail-danger);
  }

  label {
    display: block;
    margin-block-end: 4px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input,
  select {
    min-block-size: var(--portail-target);
    padding: 8px 12px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  dialog input,
  dialog select {
    inline-size: 100%;
  }

  .field {
    margin-block-start: 16px;
  }

  .field p {
    margin: 4px 0 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  dialog {
    inline-size: min(460px, 100vw - 32px);
    padding: 24px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    color: inherit;
    box-shadow: var(--portail-shadow);
  }

  dialog::backdrop {
    background: rgb(9 25 29 / 45%);
  }

  h2,
  h3 {
    margin: 0;
    font-weight: 650;
    line-height: 1.3;
  }

  h2 {
    font-size: 1.125em;
  }

  h3 {
    font-size: 1em;
  }

  dialog > p,
  dialog form > p {
    margin: 8px 0 0;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-block-start: 20px;
  }

  .error,
  .done {
    margin: 0 0 16px;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .done {
    background: var(--portail-accent-soft);
    color: var(--portail-text);
  }

  dialog .error {
    margin: 12px 0 0;
  }

  @media (forced-colors: active) {
    .error,
    .done {
      border: 1px solid CanvasText;
    }
  }
`;
