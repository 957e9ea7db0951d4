"""What a client who waits for a person is told: what happened, what to expect, the reference.

Pure: words of the catalogue put together. The choices offered beside them are a call-back where
nobody can come, or where the wait is long.
"""

from collections.abc import Sequence
from datetime import datetime

from gateway.catalogue import Catalogue
from gateway.choices import Choice
from gateway.handover.availability import Outlook
from gateway.handover.opening_hours import QUEBEC

# A day nearer than that is named by its day of the week alone.
DAYS_OF_A_WEEK = 7


def expectation(
    catalogue: Catalogue, outlook: Outlook, moment: datetime, *, again: bool = False
) -> str:
    """The place and the wait, or that nobody can come, with when somebody can again.

    In other words if the client was told before, and asks `again`.
    """
    if outlook.minutes is not None:
        return catalogue.say(
            "file_place_encore" if again else "file_place",
            place=_place(catalogue, outlook.position),
            attente=minutes_in_words(catalogue, outlook.minutes),
        )
    if outlook.opens_at is not None:
        opening = moment_in_words(catalogue, outlook.opens_at, moment)
        return catalogue.say("file_ferme_encore" if again else "file_ferme", ouverture=opening)
    return catalogue.say("file_absent_encore" if again else "file_absent")


def asks_for_call(outlook: Outlook) -> bool:
    """Whether that asks the client if they want to be called."""
    return outlook.minutes is None


def offered(
    catalogue: Catalogue, outlook: Outlook, *, apologised: bool = False
) -> Sequence[Choice]:
    """The choices of a client who waits; the wait may have been apologised for."""
    if outlook.minutes is None or apologised:
        return catalogue.buttons["relais_rappel"]
    return catalogue.buttons["relais"]


def minutes_in_words(catalogue: Catalogue, minutes: int) -> str:
    """So many minutes: "une minute", "10 minutes"."""
    return catalogue.label("minutes", str(minutes)).format(n=minutes)


def moment_in_words(catalogue: Catalogue, then: datetime, moment: datetime) -> str:
    """`then`, in Québec, as one says it at `moment`: "demain à 8 h", "lundi à 8 h 30"."""
    local = then.astimezone(QUEBEC)
    days = (local.date() - moment.astimezone(QUEBEC).date()).days
    if days <= 1:
        day = catalogue.labels["jours_proches"][str(days)]
    else:
        day = catalogue.labels["jours"][str(local.weekday())]
        if days >= DAYS_OF_A_WEEK:
            month = catalogue.labels["mois"][str(local.month)]
            number = catalogue.label("quantiemes", str(local.day)).format(n=local.day)
            day = f"{day} {number} {month}"
    form = catalogue.labels["moments"]["pile" if local.minute == 0 else "autre"]
    return form.format(jour=day, heure=local.hour, minute=f"{local.minute:02}")


def _place(catalogue: Catalogue, position: int) -> str:
    return catalogue.label("places", str(position)).format(n=position)
