import { css } from "lit";

export const callBacksStyles = css`
  :host {
    display: block;
    padding: 8px 12px 16px;
    overflow-y: auto;
  }

  /* In view, however far down the list the agent is. */
  .alert {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  h2 {
    margin: 0;
    padding: 14px 8px 8px;
    font-size: var(--portail-text-medium);
    font-weight: 650;
  }

  .empty {
    margin: 0;
    padding: 14px 8px;
    color: var(--portail-text-quiet);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
