"""Ratings: a client's answers to the question asked once a conversation is over.

The only module that writes those rows; it works inside the caller's session. The assistant and an
agent are asked about apart. There is one answer for each time the question was asked: another one,
given before the client writes again, replaces it.
"""

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import access_conversation
from gateway.models import Case, Message, Rating, Speaker, Survey, now
from gateway.refusals import Refused

LOWEST_SCORE, HIGHEST_SCORE = 1, 5


async def rate(
    session: AsyncSession,
    conversation_id: str,
    about: Survey,
    *,
    solved: bool | None,
    score: int | None,
) -> None:
    """Keep a client's answer. Raises Refused when it isn't asked for, or not any more."""
    conversation = await access_conversation(session, conversation_id)
    rating = await _given_since_asked(session, conversation_id, about)
    if rating is None:
        if conversation.survey is not about:
            raise Refused("refus_question")
        case_id = await _last_case_id(session, conversation_id) if about is Survey.AGENT else None
        rating = Rating(conversation_id=conversation_id, about=about, case_id=case_id)
        session.add(rating)
    rating.solved, rating.score, rating.at = solved, score, now()
    conversation.survey = None


async def _given_since_asked(
    session: AsyncSession, conversation_id: str, about: Survey
) -> Rating | None:
    """The answer that another one replaces: the client has written nothing since."""
    return await session.scalar(
        select(Rating)
        .where(
            Rating.conversation_id == conversation_id,
            Rating.about == about,
            ~exists().where(
                Message.conversation_id == conversation_id,
                Message.speaker == Speaker.CLIENT,
                Message.at > Rating.at,
            ),
        )
        .order_by(Rating.at.desc())
        .limit(1)
    )


async def _last_case_id(session: AsyncSession, conversation_id: str) -> int | None:
    """The case that was closed last in a conversation."""
    return await session.scalar(
        select(Case.id)
        .where(Case.conversation_id == conversation_id, Case.closed_at.is_not(None))
        .order_by(Case.closed_at.desc())
        .limit(1)
    )
