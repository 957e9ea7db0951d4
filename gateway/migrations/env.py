"""Alembic's entry: migrates the store of the settings, or of `attributes["settings"]`."""

from pathlib import Path

from alembic import context
from sqlalchemy import create_engine, make_url, text

from gateway.models import Base
from gateway.settings import DatabaseSettings


def main() -> None:
    """Run the migrations that were asked for, in one transaction."""
    # Some migrations need the store's key as well.
    settings = context.config.attributes.get("settings") or DatabaseSettings()  # type: ignore[call-arg]  # read from the environment
    context.config.attributes["settings"] = settings
    url = make_url(settings.store_url)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    # Migrations run one by one: the driver without an event loop serves.
    engine = create_engine(url.set(drivername=url.get_backend_name()))
    with engine.connect() as connection:
        # No free page may keep in clear what a migration seals.
        connection.execute(text("PRAGMA secure_delete = ON"))
        connection.commit()
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            # SQLite changes a table by copying it.
            render_as_batch=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


main()
