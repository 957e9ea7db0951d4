"""The migrations: each goes up, down and up again; together they make the models' tables."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from gateway.conversation_keys import check_store_key
from gateway.conversations import next_pending_turn, read_filled_values, read_messages
from gateway.follow_ups import due_follow_up
from gateway.schema import OutdatedSchema, check_schema, migrations_config
from tests.gateway.stores import open_store, store_config

# A conversation as it was before texts were sealed.
SPOKEN = (
    "INSERT INTO conversations VALUES ('c', 'bot', 2, NULL, '2026-01-01 00:00:00')",
    "INSERT INTO messages VALUES ('c', 1, 'i', '2026-01-01 00:00:00', 'client', NULL, "
    "'Zoé Quévillon', 'Zoé [nom masqué]', NULL)",
    "INSERT INTO messages VALUES ('c', 2, 'j', '2026-01-01 00:00:00', 'bot', NULL, "
    "'Bonjour.', 'Bonjour.', NULL)",
    "INSERT INTO buttons VALUES ('t', 'c', 2, 0, 'Oui', '/oui Quévillon')",
    "INSERT INTO turns VALUES ('c', 1, 'pending', '', 't')",
    "INSERT INTO filled_values VALUES ('c', 'nom', 'Quévillon')",
    "INSERT INTO follow_ups VALUES ('c', 'f', '2026-01-01 00:00:00', NULL, "
    "'/relancer Quévillon', '')",
)
CLEAR = ("messages", "buttons", "turns", "filled_values", "follow_ups")

REVISIONS = [
    script.revision
    for script in reversed(
        list(ScriptDirectory.from_config(migrations_config()).walk_revisions("base", "heads"))
    )
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "gateway.db"


@pytest.fixture
def config(path: Path) -> Config:
    return store_config(f"sqlite+aiosqlite:///{path}")


def test_each_migration_goes_up_down_and_up(config: Config, path: Path) -> None:
    for revision in REVISIONS:
        command.upgrade(config, revision)
        command.downgrade(config, "-1")
        command.upgrade(config, revision)
    command.downgrade(config, "base")
    assert inspect(create_engine(f"sqlite:///{path}")).get_table_names() == ["alembic_version"]


def test_what_was_in_clear_is_sealed_and_read_again(config: Config, path: Path) -> None:
    command.upgrade(config, "0002")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for statement in SPOKEN:
            connection.execute(text(statement))
        before = {table: _rows(connection, table) for table in CLEAR}
    assert "Quévillon".encode() in path.read_bytes()

    command.upgrade(config, "head")
    assert "Quévillon".encode() not in path.read_bytes()
    with engine.begin() as connection:
        # An open conversation goes on, and its line's old mask still hides all it hid.
        assert connection.execute(text("SELECT masked_text FROM messages")).scalars().all() == [
            "[renseignement masqué]",
            "Bonjour.",
        ]

    command.downgrade(config, "0002")
    with engine.begin() as connection:
        after = {table: _rows(connection, table) for table in CLEAR}
    before["messages"][0]["masked_text"] = "[renseignement masqué]"
    assert after == before


async def test_what_was_sealed_by_the_migration_is_served(config: Config, path: Path) -> None:
    def migrate() -> None:
        command.upgrade(config, "0002")
        with create_engine(f"sqlite:///{path}").begin() as connection:
            for statement in SPOKEN:
                connection.execute(text(statement))
        command.upgrade(config, "head")

    await asyncio.to_thread(migrate)
    database = open_store(f"sqlite+aiosqlite:///{path}")
    await check_store_key(database)
    async with database.read() as session:
        messages = await read_messages(session, "c", 0)
        turn = await next_pending_turn(session, "c")
        follow_up = await due_follow_up(session, "c")
        filled = await read_filled_values(session, "c")
    await database.close()
    assert [message.text for message in messages] == ["Zoé Quévillon", "Bonjour."]
    assert turn is not None and turn.payload == "/oui Quévillon"
    assert follow_up is not None and follow_up.payload == "/relancer Quévillon"
    assert filled == [("nom", "Quévillon")]


def test_who_is_away_stays_so(config: Config, path: Path) -> None:
    command.upgrade(config, "0008")
    agent = "INSERT INTO agents (login, name, role, presence) VALUES (:said, '', 'agent', :said)"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for presence in ("here", "away"):
            connection.execute(text(agent), {"said": presence})
    command.upgrade(config, "0009")
    with engine.begin() as connection:
        gone = {row["login"]: row["away_at"] is not None for row in _rows(connection, "agents")}
    assert gone == {"here": False, "away": True}
    command.downgrade(config, "0008")
    with engine.begin() as connection:
        assert all(row["presence"] == row["login"] for row in _rows(connection, "agents"))


def test_what_was_opened_before_is_of_the_case_it_was_opened_in(config: Config, path: Path) -> None:
    command.upgrade(config, "0009")
    case = (
        "INSERT INTO cases (id, conversation_id, reference, reason, priority, summary, steps, "
        "details, opened_at, queued_at, returned, agent_read_seq, closed_at) VALUES (:id, 'c', "
        ":id, 'demande', 'normal', '', '[]', '[]', :at, :at, 0, 0, :at)"
    )
    opened = (
        "INSERT INTO opened_values (agent_id, conversation_id, seq, kind, at) "
        "VALUES (1, 'c', 1, 'nom', :at)"
    )
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for number in (1, 3):
            connection.execute(text(case), {"id": number, "at": f"2026-01-0{number} 00:00:00"})
        for number in (1, 2, 4):
            connection.execute(text(opened), {"at": f"2026-01-0{number} 00:00:00"})
    command.upgrade(config, "0010")
    with engine.begin() as connection:
        assert [row["case_id"] for row in _rows(connection, "opened_values")] == [1, 1, 3]


def _rows(connection: Connection, table: str) -> list[dict[str, object]]:
    found = connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608
    return [dict(row) for row in found.mappings()]


def test_the_migrations_make_the_models(config: Config) -> None:
    command.upgrade(config, "head")
    command.check(config)


async def test_only_the_newest_schema_is_served(config: Config, path: Path) -> None:
    path.parent.mkdir()
    database = open_store(f"sqlite+aiosqlite:///{path}")
    with pytest.raises(OutdatedSchema, match="alembic upgrade head"):
        await check_schema(database)
    await database.close()


def test_a_conversation_has_one_open_case(config: Config, path: Path) -> None:
    command.upgrade(config, "head")
    case = (
        "INSERT INTO cases (conversation_id, reference, reason, priority, summary, steps, details, "
        "opened_at, queued_at, returned, agent_read_seq, closed_at) VALUES ('c', :reference, "
        "'demande', 'normal', '', '[]', '[]', '2026-01-01', '2026-01-01', 0, 0, :closed_at)"
    )
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(text(case), {"reference": "A", "closed_at": "2026-01-01"})
        connection.execute(text(case), {"reference": "B", "closed_at": None})
        with pytest.raises(IntegrityError):
            connection.execute(text(case), {"reference": "C", "closed_at": None})
