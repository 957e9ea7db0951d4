"""SQLite connections that run their statements where they are awaited, in the event loop.

aiosqlite hands every statement to a thread. On a busy loop each result waits a millisecond and more
to be looked at, twenty times in a transaction, and nobody else can write meanwhile. A statement
itself takes some hundredths of one. docs/decisions/0010 has the figures and the costs.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite

# Rows that an iteration fetches at once: aiosqlite's default.
_CHUNK = 64


class InlineConnection(aiosqlite.Connection):
    """For short statements only: the event loop does nothing else meanwhile."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        return fn(*args, **kwargs)


def connect_inline(path: str) -> InlineConnection:
    """A connection to the database at `path`, to be awaited."""
    # Only opening and closing it are still the thread's.
    connection = InlineConnection(lambda: sqlite3.connect(path, check_same_thread=False), _CHUNK)
    connection._thread.daemon = True
    return connection
