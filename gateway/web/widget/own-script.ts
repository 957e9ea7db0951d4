/**
 * The script tag that brought the widget, and what it says. Read while it runs: later nobody knows.
 */
const script = document.currentScript as HTMLScriptElement | null;

/** `data-passerelle`, or the origin the script came from. */
export const scriptGateway =
  script?.dataset.passerelle ?? new URL(script?.src ?? location.href).origin;

/** `data-contexte`: what the page is about. */
export const scriptContext = script?.dataset.contexte ?? null;
