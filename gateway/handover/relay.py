"""Hand-overs: from the assistant to a person and back, as clients and agents live them.

Each function moves the owner, keeps the case in step and says in the transcript what happened, all
in the caller's transaction; the caller publishes after the commit. Rights are checked here: an
agent acts on a case that is open, and on a taken one only if it is theirs.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import (
    append_message,
    find_message,
)
from gateway.desk.agents import SignedInAgent
from gateway.follow_ups import drop_follow_up
from gateway.handover.announcements import (
    asks_for_call,
    expectation,
    minutes_in_words,
    offered,
)
from gateway.handover.availability import Availability, Outlook
from gateway.handover.call_back_words import CALL_OFFERED
from gateway.handover.cases import (
    CaseAbsent,
    HandoverRequest,
    access_case,
    cases_of,
    close_case,
    count_cases_of,
    explain_closing,
    open_case,
    open_case_of,
    record_event,
    reopen_case,
    return_case,
    take_case,
)
from gateway.handover.ownership import Event, Owner, move
from gateway.handover.resumption import resume_assistant
from gateway.masked_copies import MaskedCopies
from gateway.models import (
    Agent,
    Case,
    CaseEventKind,
    Conversation,
    Priority,
    Role,
    Speaker,
    Survey,
    now,
)
from gateway.refusals import Refused

REASON_BREAKDOWN = "panne"
# Why the clock closes a case.
CLIENT_GONE = "client_parti"
# Why cases are closed without an agent's saying so.
NO_AGENTS_REASONS = {CLIENT_GONE, "rappel", "assistant"}


async def escalate(
    session: AsyncSession,
    conversation: Conversation,
    request: HandoverRequest,
    *,
    availability: Availability,
    catalogue: Catalogue,
) -> None:
    """Put a conversation in the queue and tell its client what to expect; nothing if it is there.

    A person is announced only when one can come; otherwise the client is offered a call.
    """
    if not move(conversation, Event.ESCALATE):
        return
    # Given back by the person, the client is past what the assistant wanted to ask.
    await drop_follow_up(session, conversation.id)
    case = await open_case(session, conversation, request)
    outlook = await availability.outlook(session, case)
    if outlook.minutes is not None:
        said = [catalogue.say("relais"), expectation(catalogue, outlook, now())]
    elif request.reason == REASON_BREAKDOWN:
        # The apology before it has the numbers already.
        said = [catalogue.say("panne_dossier")]
    else:
        said = [expectation(catalogue, outlook, now())]
    await _announce(session, case, said, outlook, catalogue)


async def escalate_breakdown(
    session: AsyncSession,
    conversation: Conversation,
    *,
    availability: Availability,
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
    await escalate(session, conversation, request, availability=availability, catalogue=catalogue)


async def return_to_assistant(
    session: AsyncSession, conversation: Conversation, catalogue: Catalogue
) -> None:
    """Give a client who waits, or whom nobody answers any more, back to the assistant."""
    if conversation.owner is Owner.WAITING:
        move(conversation, Event.CLIENT_RETURNS)
        case = await open_case_of(session, conversation.id)
        if case is not None:
            close_case(case)
            record_event(session, case, CaseEventKind.CLIENT_RETURNED)
    elif conversation.owner is Owner.CLOSED:
        move(conversation, Event.CLIENT_WRITES)
    await resume_assistant(session, conversation, catalogue, "retour")


async def put_first(session: AsyncSession, conversation_id: str) -> None:
    """Have the case of a client who waits go before all that are not urgent."""
    case = await open_case_of(session, conversation_id)
    if case is not None:
        case.priority = Priority.FIRST


async def take(
    session: AsyncSession,
    agent: SignedInAgent,
    case_id: int,
    *,
    availability: Availability,
    answer_within: timedelta,
    catalogue: Catalogue,
) -> Case:
    """Put an agent in charge of a waiting case; one that is already theirs stays so.

    Nobody takes more than they have said they can have at once.
    """
    case = await access_open_case(session, case_id)
    if case.agent_id == agent.id:
        return case
    _refuse_if_of_another(case, agent)
    capacity = availability.capacity_of(await session.get_one(Agent, agent.id))
    if await count_cases_of(session, agent.id) >= capacity:
        raise Refused("refus_capacite", maximum=str(capacity))
    move(case.conversation, Event.TAKE)
    take_case(case, agent.id, answer_within)
    record_event(session, case, CaseEventKind.TAKEN, agent_id=agent.id)
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        catalogue.say("prise_en_charge", agent=agent.name),
    )
    return case


async def release(
    session: AsyncSession, case: Case, *, availability: Availability, catalogue: Catalogue
) -> None:
    """Put a case whose agent is silent or gone back in the queue, before others."""
    if case.agent is None:
        return
    agent = case.agent
    move(case.conversation, Event.RELEASE)
    return_case(case)
    record_event(session, case, CaseEventKind.RELEASED, agent_id=agent.id)
    await session.flush()
    outlook = await availability.outlook(session, case)
    said = [
        catalogue.say("agent_parti", agent=agent.name),
        expectation(catalogue, outlook, now()),
    ]
    await _announce(session, case, said, outlook, catalogue)


async def release_all(
    session: AsyncSession, agent_id: int, *, availability: Availability, catalogue: Catalogue
) -> Sequence[Case]:
    """Put every case of an agent who may no longer answer back in the queue, before others."""
    cases = await cases_of(session, agent_id)
    for case in cases:
        await release(session, case, availability=availability, catalogue=catalogue)
    return cases


async def apologise(
    session: AsyncSession,
    case: Case,
    *,
    nobody_is_left: bool,
    availability: Availability,
    catalogue: Catalogue,
) -> None:
    """Say that the wait is long, or that nobody can come any more, and offer a call."""
    case.apologised_at = now()
    outlook = await availability.outlook(session, case)
    if nobody_is_left or outlook.opens_at is not None:
        sentence = expectation(catalogue, outlook, now())
    else:
        sentence = catalogue.say("attente_longue")
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        sentence,
        choices=offered(catalogue, outlook, apologised=True),
        offers=CALL_OFFERED,
    )


async def warn_absent(
    session: AsyncSession, case: Case, *, closes_in_minutes: int, catalogue: Catalogue
) -> None:
    """Ask a client who has left whether they are still there."""
    case.warned_at = now()
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        catalogue.say("absence", attente=minutes_in_words(catalogue, closes_in_minutes)),
    )


async def close_absent(session: AsyncSession, case: Case, catalogue: Catalogue) -> None:
    """End the conversation of a client who was warned and did not come back."""
    move(case.conversation, Event.CLOSE)
    close_case(case)
    case.close_reason = CLIENT_GONE
    record_event(session, case, CaseEventKind.CLOSED)
    await append_message(
        session, case.conversation, Speaker.SYSTEM, catalogue.say("fermeture_absence")
    )


async def reopen(
    session: AsyncSession,
    case: Case,
    *,
    is_urgent: bool,
    availability: Availability,
    catalogue: Catalogue,
) -> None:
    """Put the closed case of a client who writes again in the queue, before others.

    Before all that are not urgent, if what they write is.
    """
    move(case.conversation, Event.REOPEN)
    if is_urgent:
        case.priority = Priority.FIRST
    case.conversation.survey = None
    reopen_case(case)
    record_event(session, case, CaseEventKind.REOPENED)
    await session.flush()
    outlook = await availability.outlook(session, case)
    said = [catalogue.say("reouverture"), expectation(catalogue, outlook, now())]
    await _announce(session, case, said, outlook, catalogue)


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
        case.answer_due_at = None
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
    record_event(session, case, CaseEventKind.HANDED_BACK, agent_id=agent.id)
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        catalogue.say("remise", agent=agent.name),
    )
    await resume_assistant(session, case.conversation, catalogue, "reprise", buttons="reprise")
    return case


async def close(
    session: AsyncSession,
    agent: SignedInAgent,
    case_id: int,
    reason: str,
    note: str | None,
    catalogue: Catalogue,
) -> Case:
    """End the conversation of a case that waits, or that one has taken; a supervisor, of any.

    `reason` is one of the catalogue's `fermetures` that agents have.
    """
    if reason not in catalogue.labels["fermetures"].keys() - NO_AGENTS_REASONS:
        raise Refused("refus_motif")
    case = await access_open_case(session, case_id)
    if agent.role is not Role.SUPERVISOR:
        _refuse_if_of_another(case, agent)
    move(case.conversation, Event.CLOSE)
    await explain_closing(session, case, reason, note)
    close_case(case)
    record_event(session, case, CaseEventKind.CLOSED, agent_id=agent.id)
    if case.agent_id is not None:
        case.conversation.survey = Survey.AGENT
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
        case.close_reason = CLIENT_GONE
        close_case(case)
        record_event(session, case, CaseEventKind.CLIENT_LEFT)
        await append_message(session, conversation, Speaker.SYSTEM, catalogue.say(sentence))


async def access_taken_case(session: AsyncSession, agent: SignedInAgent, case_id: int) -> Case:
    """The open case of that id, which this agent has taken. Raises Refused."""
    case = await access_open_case(session, case_id)
    if case.agent_id is None:
        raise Refused("refus_non_pris")
    _refuse_if_of_another(case, agent)
    return case


async def access_open_case(session: AsyncSession, case_id: int) -> Case:
    """The open case of that id, for any agent. Raises Refused."""
    try:
        return await access_case(session, case_id)
    except CaseAbsent:
        raise Refused("refus_dossier") from None


def _refuse_if_of_another(case: Case, agent: SignedInAgent) -> None:
    """Raise Refused, which says whose it is, if another agent has taken the case."""
    if case.agent is not None and case.agent_id != agent.id:
        raise Refused("refus_pris", agent=case.agent.name)


async def _announce(
    session: AsyncSession,
    case: Case,
    said: list[str],
    outlook: Outlook,
    catalogue: Catalogue,
) -> None:
    """Tell a client who waits what was made of their case, with its reference."""
    asks = asks_for_call(outlook) and case.reason != REASON_BREAKDOWN
    await append_message(
        session,
        case.conversation,
        Speaker.SYSTEM,
        " ".join([*said, catalogue.say("reference", reference=case.reference)]),
        choices=offered(catalogue, outlook),
        offers=CALL_OFFERED if asks else None,
    )
