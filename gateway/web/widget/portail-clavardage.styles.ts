import { css, unsafeCSS } from "lit";

/**
 * Where the panel takes the whole screen: on a phone either way round, and on a desktop enlarged
 * until as little fits on it.
 */
export const FULL_SCREEN = "(max-width: 30em), (max-height: 30em)";

export const clavardageStyles = css`
  .launcher {
    position: fixed;
    inset-block-end: calc(16px + env(safe-area-inset-bottom));
    inset-inline-end: calc(16px + env(safe-area-inset-right));
    z-index: 2147483000;
    display: flex;
    gap: 10px;
    align-items: center;
    max-inline-size: calc(100vw - 32px);
    min-block-size: 52px;
    padding: 10px 20px 10px 16px;
    box-shadow: var(--portail-shadow);
    text-align: start;
  }

  .badge {
    min-inline-size: 24px;
    padding: 1px 7px;
    border-radius: var(--portail-radius-round);
    background: var(--portail-on-accent);
    color: var(--portail-accent);
    font-size: var(--portail-text-small);
    font-weight: 700;
    text-align: center;
  }

  .farewell {
    position: fixed;
    inset-block-end: calc(84px + env(safe-area-inset-bottom));
    inset-inline-end: calc(16px + env(safe-area-inset-right));
    z-index: 2147483000;
    max-inline-size: calc(100vw - 32px);
    margin: 0;
    padding: 10px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
    box-shadow: var(--portail-shadow);
  }

  dialog {
    position: fixed;
    inset: auto calc(16px + env(safe-area-inset-right)) 16px auto;
    z-index: 2147483000;
    inline-size: min(25em, 100vw - 32px);
    block-size: min(660px, 100vh - 32px);
    block-size: min(660px, 100dvh - 32px);
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    /* Not scrolled by anything, not even by a focus that moves. */
    overflow: clip;
    border: 1px solid var(--portail-line);
    border-radius: 20px;
    background: var(--portail-surface-sunken);
    color: inherit;
    font-size: calc(1em * var(--portail-text-scale, 1));
    box-shadow: var(--portail-shadow);
    animation: open 180ms ease-out;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: none;
  }

  .head {
    /* The options are placed by it, and cover what is below. */
    position: relative;
    z-index: 1;
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 12px 10px 12px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  .head > div {
    flex: 1;
    min-inline-size: 0;
  }

  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--portail-accent-soft);
    color: var(--portail-accent);
  }

  h2,
  .head p {
    margin: 0;
    line-height: 1.25;
  }

  h2 {
    font-size: 1.0625em;
    font-weight: 650;
  }

  /* Has the focus where the panel opened by itself, until one goes somewhere in it. */
  h2:focus-visible {
    outline: none;
  }

  .owner {
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .owner.agent {
    color: var(--portail-agent);
    font-weight: 600;
  }

  .banner {
    margin: 0;
    padding: 10px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
    font-size: var(--portail-text-medium);
  }

  .banner a {
    color: inherit;
  }

  .place {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    justify-content: space-between;
    padding: 8px 16px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-accent-soft);
    font-size: var(--portail-text-medium);
  }

  .place p {
    margin: 0;
  }

  .place p:first-child:not(:last-child) {
    font-weight: 600;
  }

  /* One press selects the whole of it. */
  .reference {
    font-variant-numeric: tabular-nums;
    user-select: all;
  }

  portail-transcript {
    flex: 1;
  }

  .notice {
    display: flex;
    gap: 10px;
    margin-block-end: 12px;
    padding: 10px 12px;
    border-radius: 12px;
    background: var(--portail-accent-soft);
    color: var(--portail-text);
    font-size: var(--portail-text-small);
  }

  .notice svg {
    color: var(--portail-accent);
  }

  .notice p {
    margin: 0;
  }

  .notice p + p {
    margin-block-start: 4px;
    font-weight: 600;
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 8px 16px;
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
    font-size: var(--portail-text-medium);
  }

  .offer button {
    border-color: var(--portail-accent);
    color: var(--portail-accent);
  }

  .erased {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 16px;
    background: var(--portail-surface);
  }

  portail-confirmation {
    flex: 1;
  }

  .connecting {
    color: var(--portail-text-quiet);
    text-align: center;
  }

  portail-composer {
    padding: 10px 12px calc(10px + env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--portail-line);
    background: var(--portail-surface);
  }

  @media ${unsafeCSS(FULL_SCREEN)} {
    dialog {
      inset: var(--visible-top, 0) 0 auto 0;
      inline-size: 100%;
      block-size: var(--visible-height, 100vh);
      block-size: var(--visible-height, 100dvh);
      border: 0;
      border-radius: 0;
    }

    .head {
      padding-block: 8px;
    }
  }

  :host([cadre]) dialog {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    box-shadow: none;
    animation: none;
  }

  @media (max-width: 22em) {
    .mark {
      display: none;
    }
  }

  @keyframes open {
    from {
      transform: translateY(16px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    dialog,
    .notice,
    .badge {
      border: 1px solid CanvasText;
    }
  }
`;
