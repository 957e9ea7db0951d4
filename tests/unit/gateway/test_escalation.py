"""Asking for a person again, whoever has the conversation: one case, said once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import func, select

from gateway.catalogue import load_catalogue
from gateway.conversations import start_conversation
from gateway.desk.agents import SignedInAgent
from gateway.handover.availability import Availability
from gateway.handover.cases import REFERENCE_ALPHABET, HandoverRequest
from gateway.handover.ownership import Owner
from gateway.handover.relay import escalate, take
from gateway.models import Agent, Case, Message, Priority, now
from gateway.settings import PeopleSettings
from tests.gateway.stores import open_store, store_config

CATALOGUE = load_catalogue()
AVAILABILITY = Availability(PeopleSettings())
HOW: dict[str, Any] = {"availability": AVAILABILITY, "catalogue": CATALOGUE}
REQUEST = HandoverRequest("demande", Priority.NORMAL, None, "Veut un agent.")


@pytest.mark.parametrize("taken", [False, True])
async def test_escalating_again_changes_nothing(tmp_path: Path, taken: bool) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'gateway.db'}"
    command.upgrade(store_config(url), "head")
    database = open_store(url)
    async with database.write() as session:
        conversation = await start_conversation(session)
        await escalate(
            session, conversation, REQUEST, availability=AVAILABILITY, catalogue=CATALOGUE
        )
        case = (await session.scalars(select(Case))).one()
        assert len(case.reference) == 7
        assert set(case.reference) <= {*REFERENCE_ALPHABET, "-"}
        if taken:
            agent = Agent(login="camille", name="Camille", password_hash="x")
            session.add(agent)
            await session.flush()
            signed_in = SignedInAgent(agent.id, agent.name, agent.role, now())
            await take(
                session,
                signed_in,
                case.id,
                answer_within=timedelta(minutes=3),
                **HOW,
            )
        said = await session.scalar(select(func.count()).select_from(Message))

        await escalate(
            session, conversation, REQUEST, availability=AVAILABILITY, catalogue=CATALOGUE
        )

        assert conversation.owner is (Owner.AGENT if taken else Owner.WAITING)
        assert (await session.scalars(select(Case))).all() == [case]
        assert await session.scalar(select(func.count()).select_from(Message)) == said
    await database.close()
