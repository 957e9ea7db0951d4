"""Where conversations are kept: Rasa's own table of events in SQLite, appended to and read rarely.

Not Rasa's SQLTrackerStore, which reads a whole session to add a turn to it and can't delete; what
either wrote, the other reads. Several workers share the file. Must know nothing of the dialogue.
"""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rasa.shared.core.events import Event, SessionStarted, deserialise_events

_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    id INTEGER NOT NULL PRIMARY KEY,
    sender_id VARCHAR(255) NOT NULL,
    type_name VARCHAR(255) NOT NULL,
    timestamp FLOAT,
    intent_name VARCHAR(255),
    action_name VARCHAR(255),
    data TEXT
);
CREATE INDEX IF NOT EXISTS ix_events_sender_id ON events (sender_id);
"""
# Another worker's write takes a millisecond; longer than this, the turn fails instead.
_BUSY_TIMEOUT_MS = 5000
_CHECKPOINT_WAIT_MS = 250


class Head(NamedTuple):
    """The last event of a conversation: as long as it is the same, nobody wrote to it."""

    id: int
    timestamp: float


class TrackerStore:
    """The events of every conversation; to be opened in the process that uses it."""

    def __init__(self, path: Path) -> None:
        """Opens the database, or makes it."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        # WAL lets workers read while one writes. NORMAL: a killed process loses nothing; a machine
        # that loses its power may lose the last turns, which then are asked again.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        # What is erased is overwritten, not only unlinked.
        self._connection.execute("PRAGMA secure_delete = ON")
        self._connection.executescript(_SCHEMA)

    def head(self, conversation_id: str) -> Head | None:
        """Returns the last event's place and time, None if there is no such conversation."""
        row = self._connection.execute(
            "SELECT id, timestamp FROM events WHERE sender_id = ? ORDER BY id DESC LIMIT 1",
            [conversation_id],
        ).fetchone()
        return Head(*row) if row else None

    def session(self, conversation_id: str) -> list[Event]:
        """Returns the events since the conversation's last session began."""
        rows = self._connection.execute(
            "SELECT data FROM events WHERE sender_id = :id AND id >= coalesce(("
            "SELECT max(id) FROM events WHERE sender_id = :id AND type_name = :start), 0)"
            " ORDER BY id",
            {"id": conversation_id, "start": SessionStarted.type_name},
        )
        events: list[Event] = deserialise_events([json.loads(data) for (data,) in rows])
        return events

    def append(self, conversation_id: str, events: Iterable[Event]) -> None:
        """Adds the events of a turn: all of them, or none if it raises."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name,"
                " data) VALUES (?, ?, ?, ?, ?, ?)",
                [_row(conversation_id, event) for event in events],
            )

    def erase(self, conversation_id: str) -> None:
        """Deletes every event of the conversation; does nothing if there is none."""
        self._connection.execute("DELETE FROM events WHERE sender_id = ?", [conversation_id])
        # The log beside the database still holds what was written to it. If somebody reads it, the
        # next erasure empties it: nobody's turn waits for that.
        self._connection.execute(f"PRAGMA busy_timeout = {_CHECKPOINT_WAIT_MS}")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()


def _row(conversation_id: str, event: Event) -> tuple[object, ...]:
    data = event.as_dict()
    intent = data.get("parse_data", {}).get("intent", {}).get("name")
    kept = json.dumps(data)
    return conversation_id, event.type_name, event.timestamp, intent, data.get("name"), kept
