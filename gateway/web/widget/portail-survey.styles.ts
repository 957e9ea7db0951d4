import { css } from "lit";

export const surveyStyles = css`
  :host {
    display: block;
    margin-block-start: 20px;
  }

  form,
  .thanks {
    padding: 14px 16px;
    border: 1px solid var(--portail-line);
    border-radius: var(--portail-radius);
    background: var(--portail-surface);
  }

  form {
    display: grid;
    gap: 14px;
  }

  h3,
  p {
    margin: 0;
  }

  h3 {
    font-size: 1em;
    font-weight: 650;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: 6px;
    font-size: var(--portail-text-medium);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  label {
    position: relative;
    display: block;
    min-inline-size: var(--portail-target);
  }

  .scores {
    gap: 6px;
  }

  .scores label {
    flex: 1;
  }

  /* Over the whole of its label, so that all of it is the target. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  input + span {
    display: grid;
    place-items: center;
    min-block-size: var(--portail-target);
    padding-inline: 16px;
    border: 1px solid var(--portail-line-control);
    border-radius: var(--portail-radius-round);
    font-weight: 500;
  }

  .scores input + span {
    padding-inline: 0;
    border-radius: var(--portail-radius-small);
  }

  input:checked + span {
    border-color: var(--portail-accent);
    background: var(--portail-accent);
    color: var(--portail-on-accent);
  }

  input:focus-visible + span {
    outline: 3px solid var(--portail-focus);
    outline-offset: 2px;
  }

  .ends {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    margin-block-start: 4px;
    color: var(--portail-text-quiet);
    font-size: var(--portail-text-small);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .error {
    padding: 8px 12px;
    border-radius: var(--portail-radius-small);
    background: var(--portail-danger-soft);
    color: var(--portail-danger);
    font-size: var(--portail-text-medium);
  }

  .error a {
    color: inherit;
  }

  @media (forced-colors: active) {
    input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
