/**
 * The script of the page that offers help:
 * `<script async src="https://gateway.example/clavardage.js"></script>`. Puts one
 * `<portail-clavardage>` at the end of a page that has none.
 */
import "./portail-clavardage.js";

function mount(): void {
  if (document.querySelector("portail-clavardage")) return;
  document.body.append(document.createElement("portail-clavardage"));
}

// An async script may run before the page has a body.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mount);
else mount();
