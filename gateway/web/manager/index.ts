/** The script of the manager's page. */
import "../desk/bureau-page.js";
import "./bureau-figures.js";
