"""What the gateway knows a client by: a signed cookie for the conversation, and an opaque key for
the address. Both come from the one cookie secret, under salts of their own.
"""

import hashlib
import hmac

from aiohttp import web
from itsdangerous import BadSignature, URLSafeTimedSerializer

from gateway.peers import Peers

CONVERSATION_COOKIE = "assistant_conversation"
CONVERSATION_LIFETIME_SECONDS = 24 * 60 * 60
CONVERSATION_SALT = "gateway.conversation"
CLIENT_KEY_SALT = b"gateway.client-key"


class ClientIdentity:
    """Signs and reads conversation cookies, and makes client keys."""

    def __init__(self, secret: str, peers: Peers) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt=CONVERSATION_SALT)
        self._client_key = hmac.digest(secret.encode(), CLIENT_KEY_SALT, "sha256")
        self._peers = peers

    def remember(self, response: web.StreamResponse, conversation_id: str, *, secure: bool) -> None:
        """Give the browser the conversation, for a whole lifetime from now."""
        response.set_cookie(
            CONVERSATION_COOKIE,
            self._signer.dumps(conversation_id),
            max_age=CONVERSATION_LIFETIME_SECONDS,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=secure,
        )

    def conversation_id(self, request: web.Request) -> str | None:
        """The id in the request's cookie; None when it is missing, not ours or too old."""
        try:
            conversation_id: str = self._signer.loads(
                request.cookies.get(CONVERSATION_COOKIE, ""),
                max_age=CONVERSATION_LIFETIME_SECONDS,
            )
        except BadSignature:
            return None
        return conversation_id

    def client_key(self, request: web.Request) -> str:
        """What stands for the client's address (peers.py): equal for equal addresses."""
        address = self._peers.address(request).encode()
        return hmac.new(self._client_key, address, hashlib.sha256).hexdigest()
