import { css } from "lit";

export const valueStyles = css`
  button {
    min-block-size: 28px;
    margin-inline-start: 4px;
    padding: 2px 10px;
    font-size: var(--portail-text-small);
    /* A bubble keeps white space, which here is the template's. */
    white-space: nowrap;
  }
`;
