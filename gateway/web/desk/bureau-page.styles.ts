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
  :host {
    min-block-size: 100dvh;
    background: var(--portail-surface-sunken);
  }
`;
