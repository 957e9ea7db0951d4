/** The script of the inbox of what was not understood. */
import "../desk/bureau-page.js";
import "./bureau-inbox.js";
