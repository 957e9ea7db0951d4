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
`;
