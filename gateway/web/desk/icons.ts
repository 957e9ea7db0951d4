/** The icons of the desk alone. */
import { html } from "lit";

export const repliesIcon = html`<svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
  <path d="M4 5h16v11H9l-5 4Z" />
  <path d="M8 9h8M8 12.5h5" />
</svg>`;
