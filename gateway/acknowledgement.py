"""Acknowledgements: a browser's event is answered with {"ok": true, …} or a French sentence."""

from collections.abc import Awaitable
from typing import Any

import structlog
from pydantic import ValidationError

from gateway.refusals import Refusals, Refused

log = structlog.get_logger(__name__)


async def acknowledge(work: Awaitable[dict[str, Any]], refusals: Refusals) -> dict[str, Any]:
    """Do `work` and answer with what it returns, or with why it was not done.

    An unreadable event (pydantic's ValidationError) is refused like any other; a failure of ours is
    logged, and told without its cause.
    """
    try:
        return {"ok": True, **await work}
    except Refused as refused:
        refusal = refused
    except ValidationError:
        refusal = Refused("refus_illisible")
    except Exception:
        log.exception("event_failed")
        refusal = Refused("refus_interne")
    return {"ok": False, "error": refusals.say(refusal)}
