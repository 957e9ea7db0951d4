"""Alembic's entry: migrates the store of the settings, or the one of `attributes["store_url"]`."""

from pathlib import Path

from alembic import context
from sqlalchemy import create_engine, make_url

from gateway.models import Base
from gateway.settings import DatabaseSettings


def main() -> None:
    """Run the migrations that were asked for, in one transaction."""
    store_url = context.config.attributes.get("store_url") or DatabaseSettings().store_url
    url = make_url(store_url)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    # Migrations run one by one: the driver without an event loop serves.
    engine = create_engine(url.set(drivername=url.get_backend_name()))
    with engine.connect() as connection:
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
