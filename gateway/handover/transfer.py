"""Transfers: a case goes to another agent, or back to the queue, by whom it is with.

A supervisor may do the same with any open case, also with one that waits. Works inside the
caller's session, as relay.py does.
"""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import append_message
from gateway.desk.agents import SignedInAgent
from gateway.desk.door import AGENTS
from gateway.handover.availability import Availability
from gateway.handover.cases import count_cases_of, record_event, return_case, take_case
from gateway.handover.ownership import Event, Owner, move
from gateway.handover.relay import access_open_case, access_taken_case
from gateway.models import Agent, Case, CaseEventKind, Role, Speaker
from gateway.refusals import Refused


async def return_to_queue(
    session: AsyncSession, agent: SignedInAgent, case_id: int, catalogue: Catalogue
) -> Case:
    """Take a case from whoever has it, for anyone to take. Raises Refused."""
    case = await _access(session, agent, case_id)
    if case.agent is None:
        raise Refused("refus_deja_file")
    name = case.agent.name
    move(case.conversation, Event.RELEASE)
    return_case(case)
    record_event(session, case, CaseEventKind.TRANSFERRED, agent_id=agent.id)
    await append_message(
        session, case.conversation, Speaker.SYSTEM, catalogue.say("remis_file", agent=name)
    )
    return case


async def transfer(
    session: AsyncSession,
    agent: SignedInAgent,
    case_id: int,
    to_agent_id: int,
    *,
    availability: Availability,
    answer_within: timedelta,
    catalogue: Catalogue,
) -> Case:
    """Put another agent, who is here and has a free place, in charge of a case. Raises Refused."""
    case = await _access(session, agent, case_id)
    if case.agent_id == to_agent_id:
        raise Refused("refus_deja_sien")
    target = await session.get(Agent, to_agent_id)
    if target is None or target.role not in AGENTS or target.cannot_come_since is not None:
        raise Refused("refus_agent_absent")
    if await count_cases_of(session, target.id) >= availability.capacity_of(target):
        raise Refused("refus_agent_occupe", agent=target.name)
    before = case.agent
    if case.conversation.owner is Owner.WAITING:
        move(case.conversation, Event.TAKE)
    else:
        move(case.conversation, Event.TRANSFER)
    take_case(case, target.id, answer_within)
    record_event(
        session,
        case,
        CaseEventKind.TRANSFERRED,
        agent_id=agent.id,
        to_agent_id=target.id,
    )
    said = (
        catalogue.say("prise_en_charge", agent=target.name)
        if before is None
        else catalogue.say("transfert", agent=before.name, nouvel_agent=target.name)
    )
    await append_message(session, case.conversation, Speaker.SYSTEM, said)
    return case


async def _access(session: AsyncSession, agent: SignedInAgent, case_id: int) -> Case:
    if agent.role is Role.SUPERVISOR:
        return await access_open_case(session, case_id)
    return await access_taken_case(session, agent, case_id)
