import { css } from "lit";

export const earlierStyles = css`
  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li > button {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    padding: 8px 12px;
    border-color: var(--portail-line);
    border-radius: 12px;
    font-weight: 400;
    text-align: start;
  }

  .about {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .error {
    margin-block-start: 8px;
  }

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

  .head,
  .foot {
    padding: 16px 20px;
  }

  .foot {
    border-block-start: 1px solid var(--portail-line);
    text-align: end;
  }

  portail-transcript {
    flex: 1;
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface-sunken);
  }
`;
