import { css } from "lit";

export const caseStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: flex-start;
    padding: 16px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .about {
    flex: 1 1 260px;
    min-inline-size: 0;
  }

  h2,
  header p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  header p {
    font-size: var(--portail-text-medium);
  }

  .about p {
    color: var(--portail-text-quiet);
  }

  /* Seen below the buttons, where it has the whole width; read before them. */
  .summary {
    flex-basis: 100%;
    order: 1;
    margin-block-start: -6px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
  }

  .body {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) 300px;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  .talk {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  portail-transcript {
    flex: 1;
  }

  .gone {
    margin: 0;
    padding: 8px 20px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  bureau-composer,
  .foot {
    padding: 12px 16px calc(12px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .foot {
    margin: 0;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  bureau-record {
    border-inline-start: 1px solid var(--portail-line);
  }

  .record-switch {
    display: none;
  }

  /* One at a time: the conversation, or the record. */
  @media (max-width: 70em) {
    .record-switch {
      display: block;
    }

    .record-switch[aria-pressed="true"] {
      border-color: var(--portail-accent);
      background: var(--portail-accent-soft);
    }

    .body {
      grid-template-columns: minmax(0, 1fr);
    }

    .body:not(.record-shown) > bureau-record,
    .record-shown > .talk {
      display: none;
    }

    bureau-record {
      border: 0;
    }
  }

  @media (min-width: 50em) {
    button.back {
      display: none;
    }
  }

  /* The facts take the whole width, and so a line each from the conversation. */
  @media (min-width: 70.01em) {
    header {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 4px 12px;
    }

    .about {
      display: contents;
    }

    h2 {
      grid-column: 1 / 3;
      align-self: center;
    }

    .actions {
      grid-area: 1 / 3;
    }

    .tags {
      grid-row: 2;
    }

    .facts {
      grid-column: 2 / -1;
      grid-row: 2;
    }

    .about .summary {
      grid-column: 1 / -1;
      margin: 0;
    }
  }

  @media (max-width: 50em) {
    header {
      gap: 8px;
      padding: 8px 12px;
    }

    .about {
      flex-basis: calc(100% - 80px);
    }

    .summary {
      order: 0;
      margin: 0;
    }

    .actions {
      display: contents;
    }

    .actions button,
    .record-switch {
      flex: 1 auto;
      min-block-size: 36px;
      padding: 4px 12px;
      font-size: var(--portail-text-medium);
    }
  }
`;
