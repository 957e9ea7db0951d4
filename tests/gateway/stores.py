"""Stores for tests: how Alembic and the gateway come to one."""

from alembic.config import Config
from pydantic import SecretStr

from gateway.database import Database
from gateway.schema import migrations_config
from gateway.sealing import StoreKey
from gateway.settings import DatabaseSettings

STORE_KEY = "store-key-of-the-tests-long-enough-too"


def store_config(url: str) -> Config:
    """Alembic's configuration for the store at `url`."""
    config = migrations_config()
    config.attributes["settings"] = DatabaseSettings(
        database_url=url, store_key=SecretStr(STORE_KEY)
    )
    return config


def open_store(url: str) -> Database:
    """The store at `url`; close it when done."""
    return Database(url, StoreKey(STORE_KEY))
