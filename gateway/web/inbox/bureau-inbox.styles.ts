import { css } from "lit";

export const inboxStyles = css`
  :host {
    display: block;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }

  main {
    display: flex;
    flex-direction: column;
    gap: 12px;
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: 20px;
  }

  p {
    margin: 0;
  }

  .news {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding-block: 8px;
    background: var(--portail-surface-sunken);
  }

  [role="status"] {
    flex: 1;
    color: var(--portail-success);
    font-weight: 600;
  }

  .error {
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  .empty {
    padding: 48px 24px;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  .groups {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  @media (max-width: 50em) {
    main {
      padding: 12px;
    }
  }
`;
