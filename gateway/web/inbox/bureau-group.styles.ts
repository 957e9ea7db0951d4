import { css } from "lit";

export const groupStyles = css`
  form {
    display: flex;
    flex-direction: column;
    padding: 16px 20px 20px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  h2 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
  }

  .quiet {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-medium);
  }

  #help {
    min-block-size: 1.45em;
    margin-block: 6px 12px;
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 8px;
    margin: 12px 0 16px;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 12px;
    align-items: center;
  }

  .tick {
    inline-size: 24px;
    block-size: 24px;
    margin: 10px;
    accent-color: var(--portail-accent);
  }

  .text,
  #intent {
    min-block-size: var(--portail-target);
    min-inline-size: 0;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  label {
    margin-block-end: 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  .intent,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  #intent {
    flex: 1 1 18em;
  }

  #intent::placeholder {
    color: var(--portail-text-quiet);
    opacity: 1;
  }

  .error {
    margin-block-end: 12px;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  @media (max-width: 50em) {
    li {
      grid-template-columns: auto minmax(0, 1fr);
    }

    li .quiet {
      grid-column: 2;
    }
  }
`;
