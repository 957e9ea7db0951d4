import { css } from "lit";

export const confirmationStyles = css`
  :host {
    display: block;
    padding: 20px 16px;
    overflow-y: auto;
    background: var(--portail-surface);
  }

  h3,
  p {
    margin: 0 0 12px;
  }

  h3 {
    font-size: 1.0625em;
    font-weight: 650;
  }

  .error {
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .error a {
    color: inherit;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .danger {
    border-color: var(--portail-danger);
    color: var(--portail-danger);
  }
`;
