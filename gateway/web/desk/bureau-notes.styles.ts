import { css } from "lit";

export const notesStyles = css`
  p {
    margin: 0;
  }

  .audience,
  .about {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    overflow-wrap: anywhere;
  }

  .text {
    white-space: pre-line;
  }

  li .about {
    color: inherit;
    font-weight: 600;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin-block-start: 12px;
  }

  form button {
    align-self: flex-end;
  }

  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
  }
`;
