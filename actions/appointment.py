"""Coming back by itself once the reset e-mail has had its 30 minutes (F6).

The gateway owns time: an action only says when, and with which payload it wants to be called.
"""

import math
import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker

from actions import slots

# F6: the e-mail can take up to 30 minutes.
EMAIL_DELAY_MINUTES = 30
# The clients' clock: Québec's.
_ZONE = ZoneInfo("America/Toronto")
_PAYLOAD = f'/donner_delai{{"{slots.FOLLOW_UP}": "oui"}}'


def email_due(tracker: Tracker, delay: int | str | None) -> float | None:
    """Returns when the e-mail should be there, in POSIX seconds, None where nothing tells.

    `delay` is how many minutes ago the message says it was asked for; else what was known holds.
    """
    if isinstance(delay, int):
        return time.time() + (EMAIL_DELAY_MINUTES - delay) * 60
    due: float | None = tracker.get_slot(slots.EMAIL_DUE)
    return due


def minutes_since_asked(tracker: Tracker) -> int | None:
    """Returns how many minutes ago the e-mail was asked for, as far as the conversation tells."""
    due: float | None = tracker.get_slot(slots.EMAIL_DUE)
    if due is None:
        return None
    return max(0, EMAIL_DELAY_MINUTES - round((due - time.time()) / 60))


def was_chosen(tracker: Tracker) -> bool:
    """Tells whether the delay said last is a button's, which stands for no length."""
    said = (
        event["text"]
        for event in reversed(tracker.events)
        if event["event"] == "user"
        and any(entity["entity"] == slots.DELAY for entity in event["parse_data"]["entities"])
    )
    return next(said, "").startswith("/")


def is_ahead(due: float) -> bool:
    """Tells whether that time is still to come."""
    return due > time.time()


def values(due: float | None) -> dict[str, Any]:
    """Returns what fills a response's {reste} (minutes) and {heure}, such as "14 h 20"."""
    minutes = _minutes_until(due)
    moment = datetime.fromtimestamp(time.time() + minutes * 60, _ZONE)
    return {"reste": minutes, "heure": f"{moment.hour}\u00a0h\u00a0{moment:%M}"}


def follow_up(due: float | None) -> dict[str, Any]:
    """Returns what asks the gateway to come back at that time (contract: docs/engine.md)."""
    return {"follow_up": {"minutes": _minutes_until(due), "payload": _PAYLOAD}}


def _minutes_until(due: float | None) -> int:
    if due is None:
        return EMAIL_DELAY_MINUTES
    return max(1, math.ceil((due - time.time()) / 60))
