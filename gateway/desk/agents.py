"""Agents' accounts and sessions, and the command that makes accounts.

    python -m gateway.desk.agents add LOGIN NAME

The password is the first line of standard input, or a new one, printed, when nothing is piped in.
The only module that reads or writes those rows.
"""

import argparse
import asyncio
import hashlib
import secrets
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from gateway.database import Database
from gateway.models import Agent, AgentSession, Role, now
from gateway.sealing import StoreKey
from gateway.settings import DatabaseSettings
from gateway.text_cleaning import clean

SESSION_LIFETIME = timedelta(hours=12)
SESSION_TOKEN_BYTES = 32
GENERATED_PASSWORD_BYTES = 12
MINIMUM_PASSWORD_LENGTH = 12

_hasher = PasswordHasher()
# Verified when there is no such login, so that an unknown one takes the time of a known one.
_NOBODY = _hasher.hash(secrets.token_urlsafe())


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

    async def add(self, login: str, name: str, password: str) -> None:
        """Make an account. Raises LoginTaken."""
        agent = Agent(
            login=_canonical(login),
            name=" ".join(clean(name).split()),
            password_hash=_hasher.hash(password),
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
            agent = await session.scalar(select(Agent).where(Agent.login == _canonical(login)))
        known = agent.password_hash if agent and not agent.locked_at else None
        # Argon2 is slow on purpose: not on the event loop.
        fits = await asyncio.to_thread(_verify, known or _NOBODY, password)
        if agent is None or known is None or not fits:
            return None
        token = secrets.token_urlsafe(SESSION_TOKEN_BYTES)
        expires_at = now() + SESSION_LIFETIME
        async with self._database.write() as session:
            await session.execute(delete(AgentSession).where(AgentSession.expires_at <= now()))
            session.add(
                AgentSession(token_digest=_digest(token), agent_id=agent.id, expires_at=expires_at)
            )
        return token, SignedInAgent(agent.id, agent.name, agent.role, expires_at)

    async def access_session(self, token: str) -> SignedInAgent | None:
        """The agent of a session's token; None when it is unknown, ended or expired, or locked."""
        async with self._database.read() as session:
            found = await session.get(AgentSession, _digest(token))
        if found is None or found.expires_at <= now() or found.agent.locked_at:
            return None
        agent = found.agent
        return SignedInAgent(agent.id, agent.name, agent.role, found.expires_at)

    async def sign_out(self, token: str) -> None:
        """End a session."""
        async with self._database.write() as session:
            await session.execute(
                delete(AgentSession).where(AgentSession.token_digest == _digest(token))
            )


def _canonical(login: str) -> str:
    return login.strip().lower()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m gateway.desk.agents", description="Agents' accounts"
    )
    commands = parser.add_subparsers(required=True)
    add = commands.add_parser("add", help="make an account; its password comes on standard input")
    add.add_argument("login")
    add.add_argument("name", help="what clients and colleagues read")
    arguments = parser.parse_args()

    given = "" if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    password = given or secrets.token_urlsafe(GENERATED_PASSWORD_BYTES)
    if len(password) < MINIMUM_PASSWORD_LENGTH:
        parser.error(f"the password needs at least {MINIMUM_PASSWORD_LENGTH} characters")
    try:
        asyncio.run(_add_and_close(arguments.login, arguments.name, password))
    except LoginTaken:
        sys.exit(f"{arguments.login}: this login exists already")
    print(f"{arguments.login}: added" if given else password)


async def _add_and_close(login: str, name: str, password: str) -> None:
    settings = DatabaseSettings()  # type: ignore[call-arg]  # read from the environment
    database = Database(settings.store_url, StoreKey(settings.store_key.get_secret_value()))
    try:
        await Agents(database).add(login, name, password)
    finally:
        await database.close()


if __name__ == "__main__":
    main()
