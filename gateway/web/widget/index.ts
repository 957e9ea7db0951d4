/**
 * The script of the page that offers help:
 * `<script async src="https://gateway.example/clavardage.js"></script>`. Puts one
 * `<portail-clavardage>` at the end of the page, which talks to the gateway the script came from.
 */
import "./portail-clavardage.js";

const gateway = new URL((document.currentScript as HTMLScriptElement).src).origin;

function mount(): void {
  const widget = document.createElement("portail-clavardage");
  widget.gateway = gateway;
  document.body.append(widget);
}

// An async script may run before the page has a body.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mount);
else mount();
