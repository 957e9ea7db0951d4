/** What an agent fills in, in dialogs and notes. */
import { css } from "lit";

export const fields = css`
  label,
  legend {
    padding: 0;
    font-size: var(--portail-text-medium);
    font-weight: 600;
  }

  input:not([type="radio"], [type="checkbox"]),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: var(--portail-target);
    padding: 8px 12px;
    border: 1px solid var(--portail-line-control);
    border-radius: 12px;
    background: var(--portail-surface);
    color: inherit;
    font: inherit;
  }

  textarea {
    display: block;
    min-block-size: 4.5em;
    resize: vertical;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  input[type="radio"],
  input[type="checkbox"] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--portail-accent);
  }

  .choice {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 36px;
    font-size: 1em;
    font-weight: 400;
  }

  .error {
    margin: 0;
    padding: 10px 14px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;
