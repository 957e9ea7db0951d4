import { css } from "lit";

export const optionsStyles = css`
  :host {
    display: block;
  }

  .options {
    position: absolute;
    inset-block-start: calc(100% - 4px);
    inset-inline-end: 8px;
    display: flex;
    flex-direction: column;
    gap: 2px;
    inline-size: max-content;
    max-inline-size: calc(100% - 16px);
    max-block-size: calc(var(--visible-height, 100vh) - 7em);
    overflow-y: auto;
    padding: 6px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  .options > button {
    border-color: transparent;
    border-radius: 10px;
    text-align: start;
  }

  .options > button.danger {
    color: var(--portail-danger);
  }

  .sizes {
    display: flex;
    gap: 4px;
    align-items: center;
    padding-inline-start: 16px;
    border-block-end: 1px solid var(--portail-line);
  }

  .sizes > span:first-child {
    flex: 1;
  }

  .sizes button.icon[aria-disabled="true"]:hover {
    background: transparent;
  }

  .scale {
    min-inline-size: 3.5em;
    text-align: center;
  }
`;
