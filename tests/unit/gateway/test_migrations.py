"""The migrations: each goes up, down and up again; together they make the models' tables."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from gateway.schema import OutdatedSchema, check_schema, migrations_config
from tests.gateway.stores import open_store, store_config

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
        "INSERT INTO cases (conversation_id, reference, reason, priority, summary, opened_at, "
        "closed_at) VALUES ('c', :reference, 'demande', 'normal', '', '2026-01-01', :closed_at)"
    )
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(text(case), {"reference": "A", "closed_at": "2026-01-01"})
        connection.execute(text(case), {"reference": "B", "closed_at": None})
        with pytest.raises(IntegrityError):
            connection.execute(text(case), {"reference": "C", "closed_at": None})
