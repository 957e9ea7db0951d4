"""Rasa's endpoint of the actions, over connections that stay open: Rasa opens one for each call."""

import asyncio
import contextlib
import time
from typing import Any

from aiohttp import ClientConnectionError, ClientSession
from rasa.utils.endpoints import EndpointConfig

# The actions restart within two seconds; the turn has 7.5 (server.py).
_BRIDGED_S = 4.0
_PAUSE_S = 0.2


class ActionsEndpoint(EndpointConfig):
    """Calls the actions; to be used, and closed, in one event loop."""

    def __init__(self, url: str, secret: str) -> None:
        # Without the domain, whose 50 KB the actions read for themselves.
        super().__init__(
            url, headers={"Authorization": f"Bearer {secret}"}, enable_selective_domain=True
        )
        self._session: ClientSession | None = None

    def session(self) -> "contextlib.nullcontext[Any]":
        """Returns the one session, which Rasa would close after its request."""
        if self._session is None:
            self._session = super().session()
        return contextlib.nullcontext(self._session)

    async def request(self, *arguments: Any, **options: Any) -> Any:
        """Returns the answer of the actions, asked again for as long as they restart.

        An action that was cut off runs again: what it asks of the identity backend is done once,
        by its `Idempotency-Key`.
        """
        deadline = time.monotonic() + _BRIDGED_S
        while True:
            try:
                return await super().request(*arguments, **options)
            except ClientConnectionError:
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(_PAUSE_S)

    async def close(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()
