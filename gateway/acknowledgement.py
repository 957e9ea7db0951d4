"""Acknowledgements: a browser's event is answered with {"ok": true, …} or a French sentence."""

from collections.abc import Awaitable
from typing import Any

import structlog
from pydantic import ValidationError

from gateway.catalogue import Catalogue
from gateway.intake import MAXIMUM_TEXT_LENGTH
from gateway.refusals import Refused

log = structlog.get_logger(__name__)


async def acknowledge(work: Awaitable[dict[str, Any]], catalogue: Catalogue) -> dict[str, Any]:
    """Do `work` and answer with what it returns, or with why it was not done.

    An unreadable event (pydantic's ValidationError) is refused like any other; a failure of ours is
    logged, and told without its cause.
    """
    try:
        return {"ok": True, **await work}
    except Refused as refused:
        sentence = refused.sentence
    except ValidationError:
        sentence = "refus_illisible"
    except Exception:
        log.exception("event_failed")
        sentence = "refus_interne"
    return {"ok": False, "error": catalogue.say(sentence, maximum=str(MAXIMUM_TEXT_LENGTH))}
