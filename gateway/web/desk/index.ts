/** The script of the agents' desk. */
import "./bureau-desk.js";
import "./bureau-page.js";
