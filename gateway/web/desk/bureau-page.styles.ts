import { css } from "lit";

/** The document around the page's one element. */
export const documentStyles = css`
  html {
    color-scheme: light dark;
  }

  body {
    margin: 0;
  }
`;

export const pageStyles = css`
  /* As high as the window: a content that is higher scrolls within itself. */
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--portail-surface-sunken);
  }

  .notice {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }
`;
