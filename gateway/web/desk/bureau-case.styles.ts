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
  .about p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  .about p {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  .about .summary {
    margin-block-start: 6px;
    color: var(--portail-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  portail-transcript {
    flex: 1;
  }

  portail-composer,
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

  dialog {
    inline-size: min(420px, 100vw - 32px);
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

  h3,
  dialog p {
    margin: 0;
  }

  h3 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  dialog p {
    margin-block-start: 8px;
    color: var(--portail-text-quiet);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-block-start: 20px;
  }

  @media (min-width: 50em) {
    button.back {
      display: none;
    }
  }

  @media (max-width: 50em) {
    header {
      padding: 10px 12px 12px;
    }

    .about {
      flex-basis: calc(100% - 80px);
    }

    .actions button {
      flex: 1 auto;
    }

    .actions {
      inline-size: 100%;
    }
  }
`;
