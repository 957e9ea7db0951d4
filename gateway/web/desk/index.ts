/** The script of the agents' desk. */
import { documentStyles } from "./bureau-page.styles.js";
import "./bureau-page.js";

if (documentStyles.styleSheet) document.adoptedStyleSheets.push(documentStyles.styleSheet);
