"""Who is signed in to the portal: a signed cookie, no row."""

import hashlib

from aiohttp.web import Request, StreamResponse
from itsdangerous import BadSignature, URLSafeTimedSerializer

from sandbox.database import Database
from sandbox.tables import Account

COOKIE = "portail_session"
PATH = "/portail"
LIFETIME_S = 30 * 60
"""Half an hour, as an unattended screen should not show an account for longer."""


class PortalSessions:
    """Begins, reads and ends sessions. A new password ends all those begun before it."""

    def __init__(self, key: bytes, database: Database, *, secure: bool) -> None:
        """`secure`: the portal is reached over https, and so must be its cookie."""
        self._database = database
        self._secure = secure
        self._serializer = URLSafeTimedSerializer(
            key, salt=COOKIE, signer_kwargs={"digest_method": hashlib.sha256}
        )

    def begin(self, response: StreamResponse, account: Account) -> None:
        response.set_cookie(
            COOKIE,
            self._serializer.dumps([account.id, account.password_version]),
            max_age=LIFETIME_S,
            path=PATH,
            httponly=True,
            samesite="Lax",
            secure=self._secure,
        )

    async def account(self, request: Request) -> Account | None:
        """The account of a session that is still good."""
        try:
            account_id, password_version = self._serializer.loads(
                request.cookies.get(COOKIE, ""), max_age=LIFETIME_S
            )
        except BadSignature:  # expired ones included
            return None
        async with self._database.begin() as session:
            account = await session.get(Account, account_id)
        if account is None or account.locked or account.password_version != password_version:
            return None
        return account

    def end(self, response: StreamResponse) -> None:
        response.del_cookie(COOKIE, path=PATH, httponly=True, samesite="Lax")
