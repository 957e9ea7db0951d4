"""Rasa's endpoint of the actions, over connections that stay open: Rasa opens one for each call."""

import contextlib
from typing import Any

from aiohttp import ClientSession
from rasa.utils.endpoints import EndpointConfig


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

    async def close(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()
