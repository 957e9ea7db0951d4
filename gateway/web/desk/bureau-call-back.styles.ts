import { css } from "lit";

export const callBackStyles = css`
  :host {
    display: block;
    border: 1px solid var(--portail-line);
    border-radius: 12px;
    background: var(--portail-surface);
  }

  .head {
    display: flex;
    flex-direction: column;
    gap: 4px;
    inline-size: 100%;
    padding: 12px 14px;
    border: 0;
    border-radius: 12px;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    justify-content: space-between;
  }

  .reason {
    font-weight: 600;
  }

  time {
    display: inline-block;
    white-space: nowrap;
  }

  /* The names of days are small. */
  time::first-letter {
    text-transform: uppercase;
  }

  .quiet {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .body {
    display: flex;
    flex-direction: column;
    gap: 12px;
    align-items: flex-start;
    padding: 0 14px 14px;
  }

  /* In view, however far down the form the agent is. */
  .alert {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  .alert > .error {
    margin: 0 14px 12px;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 12px;
    inline-size: 100%;
  }

  p {
    margin: 0;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  .phone {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--portail-target);
    font-size: 1.125em;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
