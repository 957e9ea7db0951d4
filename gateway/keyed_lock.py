"""A lock for each key: work for one key goes in order of arrival, different keys side by side."""

import asyncio
from weakref import WeakValueDictionary


class KeyedLock:
    """Locks that exist for as long as somebody holds or awaits them."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def __getitem__(self, key: str) -> asyncio.Lock:
        """The lock of `key`, to use as `async with locks[key]`."""
        return self._locks.setdefault(key, asyncio.Lock())
