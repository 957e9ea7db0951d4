import { css } from "lit";

export const deskStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  .banner,
  .error {
    margin: 0;
    padding: 10px 20px;
    border-block-end: 1px solid var(--portail-line);
    background: var(--portail-caution-soft);
    color: var(--portail-caution);
  }

  .error {
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(300px, 380px) 1fr;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  nav {
    display: grid;
    min-block-size: 0;
    border-inline-end: 1px solid var(--portail-line);
  }

  .empty {
    margin: auto;
    padding: 24px;
    color: var(--portail-text-quiet);
    text-align: center;
  }

  @media (max-width: 50em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    nav {
      border: 0;
    }

    /* One at a time: the queue, or the case that was chosen in it. */
    .case-shown nav,
    .columns:not(.case-shown) > .empty {
      display: none;
    }
  }
`;
