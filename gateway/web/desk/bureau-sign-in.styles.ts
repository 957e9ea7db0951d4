import { css } from "lit";

export const signInStyles = css`
  main {
    display: grid;
    place-items: center;
    min-block-size: 100dvh;
    padding: 24px 16px;
  }

  form,
  .card {
    display: flex;
    flex-direction: column;
    inline-size: min(380px, 100%);
    padding: 32px 28px;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 16px;
    border-radius: 14px;
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  h1 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }

  .subtitle {
    margin: 4px 0 12px;
    color: var(--portail-text-quiet);
  }

  .error {
    margin: 8px 0 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  label {
    margin-block: 16px 6px;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input {
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  button {
    min-block-size: 48px;
    margin-block-start: 24px;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;
