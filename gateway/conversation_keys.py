"""The conversations' keys: the only module that reads or writes those rows.

A conversation always has one key; forgetting what was said replaces it. A key is decrypted once in
a session, which holds the store's key (database.py).
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.database import STORE_KEY, Database
from gateway.models import ConversationKey, StoreKeyCheck
from gateway.sealing import Cipher, StoreKey

CIPHERS = "ciphers"


class WrongStoreKey(Exception):
    """The store was sealed under another key."""

    def __init__(self) -> None:
        super().__init__(
            "ASSISTANT_STORE_KEY is not the key this store was sealed with: set that one again"
        )


async def check_store_key(database: Database) -> None:
    """Raise WrongStoreKey unless the store was made with the key of the settings."""
    async with database.read() as session:
        [value] = await session.scalars(select(StoreKeyCheck.value))
        if not _store_key(session).recognises(value):
            raise WrongStoreKey


async def make_key(session: AsyncSession, conversation_id: str) -> None:
    """Give a conversation a key, in place of the one it may have: that one is destroyed."""
    wrapped_key = _store_key(session).new_wrapped_key(conversation_id)
    await session.merge(ConversationKey(conversation_id=conversation_id, wrapped_key=wrapped_key))
    await session.flush()
    _ciphers(session).pop(conversation_id, None)


async def cipher_of(session: AsyncSession, conversation_id: str) -> Cipher:
    """The cipher of a conversation that exists."""
    ciphers = _ciphers(session)
    if conversation_id not in ciphers:
        key = await session.get_one(ConversationKey, conversation_id)
        ciphers[conversation_id] = _store_key(session).cipher(key.wrapped_key, conversation_id)
    return ciphers[conversation_id]


def _store_key(session: AsyncSession) -> StoreKey:
    store_key: StoreKey = session.info[STORE_KEY]
    return store_key


def _ciphers(session: AsyncSession) -> dict[str, Cipher]:
    """The ciphers this session has made, by conversation."""
    ciphers: dict[str, Cipher] = session.info.setdefault(CIPHERS, {})
    return ciphers
