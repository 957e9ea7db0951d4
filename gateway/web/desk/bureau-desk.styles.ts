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
    grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }

  bureau-side {
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

    bureau-side {
      border: 0;
    }

    /* One at a time: the lists, or the case that was chosen in them. */
    .case-shown bureau-bar,
    .case-shown bureau-side,
    main:not(.case-shown) bureau-side + .empty {
      display: none;
    }
  }
`;
