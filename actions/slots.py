"""The slots and entities that actions read and write, named once."""

PROBLEM = "probleme"  # the intent whose ladder is being walked
STEP = "etape"  # the step of that ladder whose question is open
SIDE_QUESTION = "question"  # what side_questions.py asked, for one turn
STEPS_DONE = "etapes_faites"  # every step said so far, as "probleme.etape"
NEXT_PROBLEMS = "ensuite"  # problems to come back to once this one is over
EMAIL_DUE = "echeance"  # when the reset e-mail should be there at the latest (F6), POSIX seconds

FORM = "formulaire"  # which form the dialogue goes on with: one of the values below
FORM_RESEND = "renvoi"
FORM_RECOVERY = "recuperation"

REQUESTED_SLOT = "requested_slot"  # Rasa's own
USER_CODE = "code_utilisateur"
FIRST_NAME = "prenom"
LAST_NAME = "nom"
EMAIL = "courriel"
ACCOUNT_TYPE = "type_compte"
CONFIRMATION = "confirmation"
ATTEMPTS = "essais"  # failed answers to the value being asked for

# Entities
DELAY = "delai"  # minutes since the e-mail was asked for, or "inconnu"
DEVICE = "appareil"  # kept for the agent, as the next one is
ERROR_CODE = "code_erreur"
PROBLEMS = "problemes"  # the two problems of one line, in its order
SECRET = "secret"  # noqa: S105 - a password, an insurance or card number: never used (A2)

# Entities that only buttons carry: no extractor produces them, so no typed text can.
CORRECTION = "corriger"
ERASURE = "effacer"
RECEIVED = "recu"
# Only from a line that announces the next one (bot/pauses.py).
PAUSE = "pause"
# Only from the gateway: the time it was asked to come back at.
FOLLOW_UP = "relance"
# Only from the gateway: a person has given the client back.
RESUMPTION = "reprise"

ACCOUNT_TYPE_INDIVIDUAL = "individuel"
ACCOUNT_TYPE_JOINT = "conjoint"
