import { css } from "lit";

export const composerStyles = css`
  :host {
    display: block;
  }

  .field {
    display: flex;
    gap: 8px;
    align-items: flex-end;
    padding: 5px;
    border: 1px solid var(--portail-line-control);
    border-radius: 27px;
    background: var(--portail-surface);
  }

  .field:focus-within {
    border-color: var(--portail-focus);
    outline: 2px solid var(--portail-focus);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--portail-target);
    max-block-size: 9em;
    padding: 10px 4px 10px 12px;
    border: 0;
    background: none;
    color: var(--portail-text);
    font: inherit;
    line-height: 1.5;
    resize: none;
  }

  /* The whole field shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--portail-text-quiet);
    opacity: 1;
  }

  .error {
    margin: 0 0 8px;
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-size: var(--portail-text-medium);
  }

  .count {
    margin: 6px 12px 0;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
    text-align: end;
  }

  @media (forced-colors: active) {
    .error {
      border: 1px solid CanvasText;
    }
  }
`;
