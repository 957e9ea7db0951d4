/** The script of the supervisors' page, and of the one where an invited person chooses a password. */
import "../desk/bureau-page.js";
import "./bureau-invitation.js";
import "./bureau-team.js";
