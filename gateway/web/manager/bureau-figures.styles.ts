import { css } from "lit";

export const figuresStyles = css`
  :host {
    display: block;
    /* Around what is hidden in it, which would make the document as high as all figures. */
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }

  main {
    max-inline-size: 1120px;
    margin-inline: auto;
    padding: 20px;
  }

  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 650;
  }

  p {
    margin: 0;
  }

  main > :is(section, form, p, .presets),
  .error {
    margin-block-end: 16px;
  }

  .quiet {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .error {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 10px 16px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  form,
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
  }

  label {
    display: grid;
    gap: 2px;
    font-size: var(--portail-text-medium);
    font-weight: 500;
  }

  input {
    min-block-size: var(--portail-target);
    padding: 6px 12px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-small);
    background: var(--portail-surface);
    color: var(--portail-text);
    font: inherit;
  }

  button[aria-pressed="true"] {
    border-color: var(--portail-accent);
    background: var(--portail-accent-soft);
  }

  section {
    display: grid;
    gap: 10px;
    grid-template-columns: minmax(0, 1fr);
    padding: 16px 20px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  .scrolled {
    position: relative;
    max-block-size: 420px;
    overflow: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--portail-text-medium);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 6px 10px;
    border-block-end: 1px solid var(--portail-line);
    text-align: end;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--portail-surface);
    vertical-align: bottom;
  }

  th:first-child {
    min-inline-size: 9em;
    text-align: start;
  }

  tbody th {
    font-weight: 500;
  }

  tr.total :is(th, td) {
    font-weight: 650;
  }

  @media (max-width: 50em) {
    main {
      padding: 12px;
    }

    section {
      padding: 12px;
    }
  }
`;
