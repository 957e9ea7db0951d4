"""Giving a client back to the assistant: what the client reads, and what the engine is told.

The engine is told to leave a form that was in progress; it keeps what was tried. The conversation's
lane tells it, before the client's next line (turns.py): an engine that is down keeps nobody from
handing back.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import append_message
from gateway.follow_ups import plan_follow_up
from gateway.models import Conversation, Speaker

# Ends a form, with nothing to say (docs/engine.md).
RESUME_PAYLOAD = '/annuler{"reprise": "oui"}'


async def resume_assistant(
    session: AsyncSession,
    conversation: Conversation,
    catalogue: Catalogue,
    sentence: str,
    *,
    buttons: str = "problemes",
    expects: str | None = None,
) -> None:
    """Have the assistant say `sentence` to a client whom it owns again, with those choices.

    `expects` is what the next line may be about, beside what the assistant is for.
    """
    await plan_follow_up(
        session,
        conversation.id,
        minutes=0,
        step=None,
        payload=RESUME_PAYLOAD,
        # It asks nothing of the identity backend.
        client_key="",
    )
    await append_message(
        session,
        conversation,
        Speaker.BOT,
        catalogue.say(sentence),
        name=catalogue.say("nom_assistant"),
        choices=catalogue.buttons[buttons],
        expects=expects,
    )
