import { css } from "lit";

export const composerStyles = css`
  :host {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: flex-end;
  }

  portail-composer {
    flex: 1;
    min-inline-size: 0;
  }

  .replies {
    flex: none;
    margin-block-end: 6px;
  }

  bureau-replies {
    position: absolute;
    z-index: 1;
    inset-block-end: calc(100% + 4px);
    inset-inline: 0;
  }
`;
