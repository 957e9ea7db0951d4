"""The store's schema against the migrations: the gateway serves only on the one it expects."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from gateway.database import Database

MIGRATIONS_PATH = Path(__file__).parent / "migrations"


class OutdatedSchema(Exception):
    """The store is not at the newest migration."""

    def __init__(self, found: str | None, expected: str | None) -> None:
        super().__init__(
            f"the store is at migration {found}, the code at {expected}: run `alembic upgrade head`"
        )


def migrations_config() -> Config:
    """Alembic's configuration for our migrations, without a database."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_PATH))
    return config


async def check_schema(database: Database) -> None:
    """Raise OutdatedSchema unless the store is at the newest migration."""
    expected = ScriptDirectory.from_config(migrations_config()).get_current_head()
    async with database.read() as session:
        connection = await session.connection()
        found = await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision()
        )
    if found != expected:
        raise OutdatedSchema(found, expected)
