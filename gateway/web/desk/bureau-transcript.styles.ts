import { css } from "lit";

export const transcriptDialogStyles = css`
  dialog {
    padding: 0;
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    inline-size: min(620px, 100vw - 32px);
    block-size: min(720px, 100dvh - 32px);
  }

  h2,
  .foot {
    padding: 16px 20px;
  }

  .foot {
    border-block-start: 1px solid var(--portail-line);
    text-align: end;
  }

  ul {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 4px;
    max-block-size: 30%;
    margin: 0;
    padding: 0 20px 16px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    list-style: none;
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  portail-transcript {
    flex: 1;
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface-sunken);
  }
`;
