import { css } from "lit";

export const dialogStyles = css`
  dialog {
    inline-size: min(460px, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 24px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    color: inherit;
    box-shadow: var(--portail-shadow);
    overflow-y: auto;
  }

  dialog::backdrop {
    background: rgb(9 25 29 / 45%);
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }

  .effect {
    margin-block-start: -8px;
    color: var(--portail-text-quiet);
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  .hint {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
`;
