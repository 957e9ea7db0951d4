"""The sandbox's SQLite file: its engine, its schema, its key."""

import secrets
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

from sandbox.tables import Base, ProcessKey

Database = async_sessionmaker[AsyncSession]
"""`async with database.begin() as session:` is one transaction."""

LOCK_WAIT_MS = 5_000
"""How long a transaction waits for the one before it; each lasts a few milliseconds."""
KEY_BYTES = 32


def create_engine(path: Path) -> AsyncEngine:
    """An engine whose transactions take the write lock at once (BEGIN IMMEDIATE).

    What a transaction has read then can't change before it writes: two requests with one
    Idempotency-Key, or two clicks on one link, run one after the other.
    """
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        hide_parameters=True,  # database errors get logged; what was typed must not be
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DBAPIConnection, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_MS}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_database(engine: AsyncEngine) -> Database:
    return async_sessionmaker(engine, expire_on_commit=False)


async def create_schema(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def process_key(database: Database) -> bytes:
    """The key that signs sessions and digests, made at the first start and kept in the file.

    Kept, because throttles and sessions must outlive a restart; not a setting, because nobody
    else needs it.
    """
    async with database.begin() as session:
        row = await session.get(ProcessKey, 1)
        if row is None:
            row = ProcessKey(id=1, key=secrets.token_bytes(KEY_BYTES))
            session.add(row)
        return row.key
