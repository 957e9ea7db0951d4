"""The team: what supervisors do with accounts, and the invitations by which passwords are chosen.

An invitation is a one-time link; the store has only the digest of its secret. These functions work
inside the caller's session, and the caller ends the open desks of whom they sign out.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.desk.agents import (
    SignedInAgent,
    canonical_login,
    clean_name,
    digest_of,
    end_sessions,
)
from gateway.models import Agent, Case, Role, now
from gateway.refusals import Refused

INVITATION_LIFETIME = timedelta(days=7)
INVITATION_TOKEN_BYTES = 32


@dataclass(frozen=True)
class Invitation:
    """The secret of a one-time link, and until when it is good."""

    token: str
    expires_at: datetime


async def everyone(session: AsyncSession) -> Sequence[tuple[Agent, int]]:
    """Every account and how many open cases it has, by name."""
    open_cases = (
        select(func.count())
        .where(Case.agent_id == Agent.id, Case.closed_at.is_(None))
        .scalar_subquery()
    )
    found = await session.execute(select(Agent, open_cases).order_by(Agent.name, Agent.id))
    return [(agent, count) for agent, count in found]


async def invite(
    session: AsyncSession, login: str, name: str, role: Role
) -> tuple[Agent, Invitation]:
    """A new account without a password, and the link by which its owner chooses one."""
    agent = Agent(login=canonical_login(login), name=clean_name(name), role=role)
    session.add(agent)
    try:
        await session.flush()
    except IntegrityError:
        raise Refused("refus_identifiant_pris") from None
    return agent, _new_invitation(agent)


async def invite_again(session: AsyncSession, agent_id: int) -> tuple[Agent, Invitation]:
    """A new link for an account, in place of the one it may have; its password stays until then."""
    agent = await _account(session, agent_id)
    if agent.locked_at:
        raise Refused("refus_verrouille")
    return agent, _new_invitation(agent)


async def invited_by(session: AsyncSession, token: str) -> Agent:
    """Whose link that is. Unknown, used, expired and locked ones are Refused alike."""
    agent = await session.scalar(select(Agent).where(Agent.invitation_digest == digest_of(token)))
    if (
        agent is None
        or agent.locked_at
        or agent.invitation_expires_at is None
        or agent.invitation_expires_at <= now()
    ):
        raise Refused("refus_invitation")
    return agent


async def accept(session: AsyncSession, token: str, password_hash: str) -> Agent:
    """Use up a link: its owner has that password, and no session that is older."""
    agent = await invited_by(session, token)
    agent.password_hash = password_hash
    _withdraw_invitation(agent)
    await end_sessions(session, agent.id)
    return agent


async def change(
    session: AsyncSession,
    supervisor: SignedInAgent,
    agent_id: int,
    *,
    locked: bool | None,
    role: Role | None,
    name: str | None,
) -> Agent:
    """Change what is not None of an account. Locking it ends its sessions and its invitation.

    Nobody locks or demotes themselves, so a supervisor always stays.
    """
    # As they are now: another supervisor may have been faster.
    acting = await _account(session, supervisor.id)
    if acting.locked_at or acting.role is not Role.SUPERVISOR:
        raise Refused("refus_role")
    agent = await _account(session, agent_id)
    if agent is acting and (locked or role not in {None, Role.SUPERVISOR}):
        raise Refused("refus_soi_meme")
    if name is not None:
        agent.name = clean_name(name)
    if role is not None:
        agent.role = role
    if locked is False:
        agent.locked_at = None
    elif locked and agent.locked_at is None:
        agent.locked_at = now()
        _withdraw_invitation(agent)
        await end_sessions(session, agent.id)
    return agent


async def _account(session: AsyncSession, agent_id: int) -> Agent:
    agent = await session.get(Agent, agent_id)
    if agent is None:
        raise Refused("refus_compte")
    return agent


def _new_invitation(agent: Agent) -> Invitation:
    token = secrets.token_urlsafe(INVITATION_TOKEN_BYTES)
    agent.invitation_digest = digest_of(token)
    agent.invitation_expires_at = now() + INVITATION_LIFETIME
    return Invitation(token, agent.invitation_expires_at)


def _withdraw_invitation(agent: Agent) -> None:
    agent.invitation_digest = agent.invitation_expires_at = None
