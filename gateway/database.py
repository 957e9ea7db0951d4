"""The store's connections: one writer in turn, any number of readers.

SQLite admits one writer at a time and makes the others poll. Here they wait in order instead, for
the one writing connection, whose transactions take the write lock from the start (BEGIN IMMEDIATE),
so that what a transaction has read cannot change before it writes.
"""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from gateway.inline_sqlite import connect_inline
from gateway.sealing import StoreKey

# Where a session's `info` holds the store's key (conversation_keys.py).
STORE_KEY = "store_key"
# How long a statement waits for other processes that have the file: the agents' command, a copy.
BUSY_WAIT_MS = 250

log = structlog.get_logger(__name__)


class Database:
    """Gives sessions; close it when done."""

    def __init__(self, url: str, store_key: StoreKey) -> None:
        """`url` is an SQLAlchemy URL of an asynchronous SQLite driver."""
        self._info = {STORE_KEY: store_key}
        inline = {"async_creator": partial(connect_inline, str(make_url(url).database))}
        self._readers = _engine(url, "BEGIN", **inline)
        self._scanners = _engine(url, "BEGIN")
        self._writer = _engine(url, "BEGIN IMMEDIATE", **inline, pool_size=1, max_overflow=0)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that sees one consistent state of the store and changes nothing.

        For short statements: they run in the event loop (inline_sqlite.py), as those of `write`.
        """
        async with AsyncSession(self._readers, expire_on_commit=False, info=self._info) as session:
            yield session

    @asynccontextmanager
    async def scan(self) -> AsyncIterator[AsyncSession]:
        """As `read`, for statements that look at much of the store: nobody else waits for them."""
        async with AsyncSession(self._scanners, expire_on_commit=False, info=self._info) as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A session whose changes are committed when the block ends, and forgotten if it raises."""
        async with (
            AsyncSession(self._writer, expire_on_commit=False, info=self._info) as session,
            session.begin(),
        ):
            yield session

    async def scrub(self) -> None:
        """Take what was deleted out of SQLite's log too, which keeps the pages as they were.

        Left to the next one if readers are in the way, or the store fails: what was to be deleted
        has been.
        """
        try:
            async with self._writer.connect() as connection:
                # Not through SQLAlchemy, which would begin a transaction: there is none to empty
                # from.
                raw = (await connection.get_raw_connection()).driver_connection
                assert raw is not None, "the connection is open"  # noqa: S101
                async with raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                    [busy, *_] = await cursor.fetchone()
        except (SQLAlchemyError, sqlite3.Error):
            log.exception("scrub_failed")
            return
        if busy:
            log.warning("scrub_postponed")

    async def close(self) -> None:
        """Close every connection."""
        await self._readers.dispose()
        await self._scanners.dispose()
        await self._writer.dispose()


def _engine(url: str, begin: str, **options: Any) -> AsyncEngine:
    """An engine with its connections set up, each of whose transactions starts with `begin`."""
    # hide_parameters: a failing statement's values are what clients wrote.
    engine = create_async_engine(url, hide_parameters=True, **options)

    @event.listens_for(engine.sync_engine, "connect")
    def _set_up(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_WAIT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten: no free page or freed cell keeps it.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
