"""Agents' accounts and sessions, and the command that makes accounts: the first supervisor's.

    python -m gateway.desk.agents add LOGIN NAME [--role supervisor]

The password is the first line of standard input, or a new one, printed, when nothing is piped in.
What supervisors do with accounts is in team.py.
"""

import argparse
import asyncio
import hashlib
import secrets
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.database import Database
from gateway.desk.passwords import WeakPassword, check_new_password, fits, hash_password
from gateway.models import Agent, AgentSession, Role, now
from gateway.sealing import StoreKey
from gateway.settings import DatabaseSettings
from gateway.text_cleaning import clean

SESSION_LIFETIME = timedelta(hours=12)
SESSION_TOKEN_BYTES = 32
GENERATED_PASSWORD_BYTES = 12


class LoginTaken(Exception):
    """An agent with that login exists already."""


@dataclass(frozen=True)
class SignedInAgent:
    """Who is behind a session, and until when."""

    id: int
    name: str
    role: Role
    expires_at: datetime


class Agents:
    """Accounts and sessions in the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, login: str, name: str, password: str, role: Role = Role.AGENT) -> None:
        """Make an account. Raises LoginTaken."""
        agent = Agent(
            login=canonical_login(login),
            name=clean_name(name),
            role=role,
            password_hash=await hash_password(password),
        )
        try:
            async with self._database.write() as session:
                session.add(agent)
        except IntegrityError:
            raise LoginTaken from None

    async def sign_in(self, login: str, password: str) -> tuple[str, SignedInAgent] | None:
        """A new session's token and its agent; None when login and password don't fit.

        An account that is locked, or has no password yet, reads like an unknown one.
        """
        async with self._database.read() as session:
            agent = await session.scalar(select(Agent).where(Agent.login == canonical_login(login)))
        known = agent.password_hash if agent and not agent.locked_at else None
        if not await fits(known, password) or agent is None:
            return None
        expires_at = now() + SESSION_LIFETIME
        async with self._database.write() as session:
            current = await session.get_one(Agent, agent.id)
            if current.password_hash != known or current.locked_at:
                # Changed, or locked, while this one was looked at.
                return None
            await session.execute(delete(AgentSession).where(AgentSession.expires_at <= now()))
            token = _start_session(session, agent.id, expires_at)
        return token, SignedInAgent(agent.id, agent.name, agent.role, expires_at)

    async def access_session(self, token: str) -> SignedInAgent | None:
        """The agent of a session's token; None when it is unknown, ended or expired, or locked."""
        async with self._database.read() as session:
            found = await session.get(AgentSession, digest_of(token))
        if found is None or found.expires_at <= now() or found.agent.locked_at:
            return None
        agent = found.agent
        return SignedInAgent(agent.id, agent.name, agent.role, found.expires_at)

    async def sign_out(self, token: str) -> None:
        """End a session."""
        async with self._database.write() as session:
            await session.execute(
                delete(AgentSession).where(AgentSession.token_digest == digest_of(token))
            )

    async def change_password(self, agent: SignedInAgent, current: str, new: str) -> str | None:
        """Give a signed-in agent another password, and end every session of theirs.

        The token of the one that takes this one's place, and ends when it would have; None when
        `current` isn't their password. Raises WeakPassword.
        """
        async with self._database.read() as session:
            known = await session.get_one(Agent, agent.id)
        if not await fits(known.password_hash, current):
            return None
        check_new_password(new, known.login)
        password_hash = await hash_password(new)
        async with self._database.write() as session:
            changed = await session.get_one(Agent, agent.id)
            if changed.password_hash != known.password_hash or changed.locked_at:
                # Changed, or locked, by somebody else meanwhile.
                return None
            changed.password_hash = password_hash
            await end_sessions(session, agent.id)
            return _start_session(session, agent.id, agent.expires_at)


def canonical_login(login: str) -> str:
    """A login as it is kept: case and blanks around it don't count."""
    return login.strip().lower()


def clean_name(name: str) -> str:
    """A name as it is kept: what can't be seen doesn't count."""
    return " ".join(clean(name).split())


def digest_of(token: str) -> str:
    """What is kept of a secret that somebody else holds."""
    return hashlib.sha256(token.encode()).hexdigest()


async def end_sessions(session: AsyncSession, agent_id: int) -> None:
    """End every session of an agent; their open desks are ended after the commit."""
    await session.execute(delete(AgentSession).where(AgentSession.agent_id == agent_id))


def _start_session(session: AsyncSession, agent_id: int, expires_at: datetime) -> str:
    """The token of a new session."""
    token = secrets.token_urlsafe(SESSION_TOKEN_BYTES)
    session.add(
        AgentSession(token_digest=digest_of(token), agent_id=agent_id, expires_at=expires_at)
    )
    return token


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m gateway.desk.agents", description="Agents' accounts"
    )
    commands = parser.add_subparsers(required=True)
    add = commands.add_parser("add", help="make an account; its password comes on standard input")
    add.add_argument("login")
    add.add_argument("name", help="what clients and colleagues read")
    add.add_argument("--role", type=Role, choices=list(Role), default=Role.AGENT)
    arguments = parser.parse_args()

    given = "" if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    password = given or secrets.token_urlsafe(GENERATED_PASSWORD_BYTES)
    try:
        check_new_password(password, canonical_login(arguments.login))
    except WeakPassword:
        parser.error("the password is too short, too common, or contains the login")
    try:
        asyncio.run(_add_and_close(arguments.login, arguments.name, password, arguments.role))
    except LoginTaken:
        sys.exit(f"{arguments.login}: this login exists already")
    print(f"{arguments.login}: added" if given else password)


async def _add_and_close(login: str, name: str, password: str, role: Role) -> None:
    settings = DatabaseSettings()  # type: ignore[call-arg]  # read from the environment
    database = Database(settings.store_url, StoreKey(settings.store_key.get_secret_value()))
    try:
        await Agents(database).add(login, name, password, role)
    finally:
        await database.close()


if __name__ == "__main__":
    main()
