"""Hand-overs: from the assistant to a person and back, as clients and agents live them.

Each function moves the owner, keeps the case in step and says in the transcript what happened, all
in the caller's transaction; the caller publishes after the commit. Rights are checked here: an
agent acts on a case that is open, and on a taken one only if it is theirs.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import (
    append_message,
    find_message,
)
from gateway.desk.agents import SignedInAgent
from gateway.follow_ups import drop_follow_up
from gateway.handover.cases import (
    CaseAbsent,
    HandoverRequest,
    access_case,
    close_case,
    open_case,
    open_case_of,
    take_case,
)
from gateway.handover.ownership import Event, Owner, move
from gateway.masked_copies import MaskedCopies
from gateway.models import Case, Conversation, Priority, Speaker
from gateway.refusals import Refused

REASON_BREAKDOWN = "panne"


async def escalate(
    session: AsyncSession,
    conversation: Conversation,
    request: HandoverRequest,
    *,
    agents_present: bool,
    catalogue: Catalogue,
) -> None:
    """Put a conversation in the queue and tell its client what to expect; nothing if it is there.

    A person is announced only when one is present; otherwise the client gets the telephone numbers.
    """
    if not move(conversation, Event.ESCALATE):
        return
    # Given back by the person, the client is past what the assistant wanted to ask.
    await drop_follow_up(session, conversation.id)
    case = await open_case(session, conversation, request)
    if agents_present:
        sentence = "relais_present"
    elif request.reason == REASON_BREAKDOWN:
        # The apology before it has the numbers already.
        sentence = "panne_dossier"
    else:
        sentence = "relais_absent"
    await append_message(
        session,
        conversation,
        Speaker.SYSTEM,
        catalogue.say(sentence, reference=case.reference),
        choices=catalogue.buttons["relais"],
    )


async def escalate_breakdown(
    session: AsyncSession,
    conversation: Conversation,
    *,
    agents_present: bool,
    catalogue: Catalogue,
) -> None:
    """Apologise for an assistant that can't answer, and put the conversation in the queue."""
    await append_message(session, conversation, Speaker.SYSTEM, catalogue.say("panne"))
    request = HandoverRequest(
        reason=REASON_BREAKDOWN,
        priority=Priority.NORMAL,
        problem=None,
        summary=catalogue.say("resume_panne"),
    )
    await escalate(
        session, conversation, request, agents_present=agents_present, catalogue=catalogue
    )


async def return_to_assistant(
    session: AsyncSession, conversation: Conversation, catalogue: Catalogue
) -> None:
    """Give a client who waits, or who is with the assistant already, back to the assistant."""
    if conversation.owner is Owner.WAITING:
        move(conversation, Event.CLIENT_RETURNS)
        case = await open_case_of(session, conversation.id)
        if case is not None:
            close_case(case)
    await append_message(
        session,
        conversation,
        Speaker.BOT,
        catalogue.say("retour"),
        name=catalogue.say("nom_assistant"),
        choices=catalogue.buttons["problemes"],
    )


async def take(
    session: AsyncSession, agent: SignedInAgent, case_id: int, catalogue: Catalogue
) -> Case:
    """Put an agent in charge of a waiting case; one that is already theirs stays so."""
    case = await _access(session, case_id)
    if case.agent_id == agent.id:
        return case
    if case.agent_id is not None:
        raise Refused("refus_pris")
    move(case.conversation, Event.TAKE)
    take_case(case, agent.id)
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        catalogue.say("prise_en_charge", agent=agent.name),
    )
    return case


async def write(
    session: AsyncSession,
    agent: SignedInAgent,
    case_id: int,
    message_id: str,
    text: str,
    masked_copies: MaskedCopies,
) -> Case:
    """Say something to the client of a case one has taken; a repeated id is said once."""
    case = await access_taken_case(session, agent, case_id)
    said = await find_message(session, case.conversation_id, message_id)
    if said is None:
        await append_message(
            session,
            case.conversation,
            Speaker.AGENT,
            text,
            name=agent.name,
            masked=await masked_copies.of_text(session, case.conversation_id, text),
            message_id=message_id,
        )
    elif (said.speaker, said.text) != (Speaker.AGENT, text):
        raise Refused("refus_reutilise")
    return case


async def hand_back(
    session: AsyncSession, agent: SignedInAgent, case_id: int, catalogue: Catalogue
) -> Case:
    """Give the client of a case one has taken back to the assistant."""
    case = await access_taken_case(session, agent, case_id)
    move(case.conversation, Event.HAND_BACK)
    close_case(case)
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        catalogue.say("remise", agent=agent.name),
    )
    return case


async def close(
    session: AsyncSession, agent: SignedInAgent, case_id: int, catalogue: Catalogue
) -> Case:
    """End the conversation of a case that waits, or that one has taken."""
    case = await _access(session, case_id)
    if case.agent_id not in {None, agent.id}:
        raise Refused("refus_pris")
    move(case.conversation, Event.CLOSE)
    close_case(case)
    await append_message(session, case.conversation, Speaker.SYSTEM, catalogue.say("fermeture"))
    return case


async def end_by_client(
    session: AsyncSession, conversation: Conversation, catalogue: Catalogue, sentence: str
) -> None:
    """End a conversation for good; the agents who see its case read `sentence`, and it closes."""
    move(conversation, Event.CLIENT_ENDS)
    await drop_follow_up(session, conversation.id)
    case = await open_case_of(session, conversation.id)
    if case is not None:
        close_case(case)
        await append_message(session, conversation, Speaker.SYSTEM, catalogue.say(sentence))


async def access_taken_case(session: AsyncSession, agent: SignedInAgent, case_id: int) -> Case:
    """The open case of that id, which this agent has taken. Raises Refused."""
    case = await _access(session, case_id)
    if case.agent_id is None:
        raise Refused("refus_non_pris")
    if case.agent_id != agent.id:
        raise Refused("refus_pris")
    return case


async def _access(session: AsyncSession, case_id: int) -> Case:
    try:
        return await access_case(session, case_id)
    except CaseAbsent:
        raise Refused("refus_dossier") from None
