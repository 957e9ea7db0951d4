import { css } from "lit";

export const barStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    align-items: center;
    padding: 6px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  /* It takes no place. */
  bureau-shortcuts-dialog {
    display: contents;
  }

  .switch {
    display: inline-flex;
    gap: 10px;
    align-items: center;
    padding-inline: 4px;
    border: 0;
    background: none;
  }

  .track {
    position: relative;
    flex: none;
    inline-size: 40px;
    block-size: 24px;
    border: 2px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
  }

  .track::after {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--portail-line-control);
    content: "";
  }

  [aria-checked="true"] > .track {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
  }

  [aria-checked="true"] > .track::after {
    inset-inline: auto 3px;
    background: var(--portail-on-accent);
  }

  .capacity {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    font-size: 1em;
    font-weight: 400;
  }

  .capacity select {
    inline-size: auto;
  }

  details {
    position: relative;
  }

  summary {
    display: flex;
    align-items: center;
    min-block-size: var(--portail-target);
    cursor: pointer;
  }

  summary::before {
    inline-size: 0;
    margin-inline-end: 8px;
    border: 5px solid transparent;
    border-block-end: 0;
    border-block-start-color: currentcolor;
    content: "";
  }

  summary::marker {
    content: "";
  }

  .colleagues {
    position: absolute;
    z-index: 2;
    inset-block-start: 100%;
    inset-inline-start: 0;
    min-inline-size: 240px;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--portail-line);
    border-radius: 12px;
    background: var(--portail-surface-raised);
    box-shadow: var(--portail-shadow);
    list-style: none;
  }

  .colleagues li {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    padding-block: 4px;
  }

  .quiet {
    color: var(--portail-text-quiet);
  }

  .end {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-inline-start: auto;
  }

  .end button:not(.switch) {
    min-block-size: 36px;
    padding-block: 4px;
  }

  @media (max-width: 50em) {
    :host,
    .end {
      gap: 0 12px;
    }

    :host {
      padding: 4px 12px;
      font-size: var(--portail-text-medium);
    }
  }

  @media (forced-colors: active) {
    .track::after {
      background: CanvasText;
      forced-color-adjust: none;
    }

    [aria-checked="true"] > .track {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
