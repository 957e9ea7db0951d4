"""The mails that reach clients during a conversation, read off the sandbox's mailbox."""

import asyncio
import html
import re
from typing import Any

import aiohttp

_POLL_SECONDS = 0.2
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"https?://\S+")


class Mailbox:
    """What has arrived since `open`, and what of it has been read."""

    def __init__(self, http: aiohttp.ClientSession, portal_url: str) -> None:
        self._http = http
        self._url = f"{portal_url}/courriels.json"
        self._newest_before = 0
        self._newest_read = 0

    async def open(self) -> None:
        """Take all that is there as old."""
        self._newest_before = max((mail["id"] for mail in await self._all()), default=0)
        self._newest_read = self._newest_before

    async def mails_to(self, recipient: str) -> list[dict[str, Any]]:
        """The new mails to an address, newest first."""
        return [
            mail
            for mail in await self._all()
            if mail["id"] > self._newest_before and mail["recipient"] == recipient
        ]

    async def read_next(self, recipient: str, seconds: float) -> dict[str, Any]:
        """The newest mail to an address, once it is one that wasn't read.

        Raises:
            TimeoutError: none came within `seconds`.
        """
        try:
            async with asyncio.timeout(seconds):
                while True:
                    mails = await self.mails_to(recipient)
                    if mails and mails[0]["id"] > self._newest_read:
                        self._newest_read = mails[0]["id"]
                        return mails[0]
                    await asyncio.sleep(_POLL_SECONDS)
        except TimeoutError:
            raise TimeoutError(f"no mail came to {recipient}") from None

    async def follow_link(self, mail: dict[str, Any]) -> str:
        """The words of the page that the mail's link leads to."""
        link = _LINK.search(mail["text"])
        if link is None:
            return ""
        async with self._http.get(link.group()) as page:
            return " ".join(html.unescape(_TAG.sub(" ", await page.text())).split())

    async def _all(self) -> list[dict[str, Any]]:
        async with self._http.get(self._url) as answer:
            mails: list[dict[str, Any]] = await answer.json()
            return mails
