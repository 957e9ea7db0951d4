"""What the gateway knows a client by: a signed cookie for the conversation, or, where the browser
keeps no cookie of ours, a signed token; and an opaque key for the address. All come from the one
cookie secret, under salts of their own.
"""

import base64
import hashlib
import hmac

from aiohttp import hdrs, web
from itsdangerous import BadSignature, URLSafeTimedSerializer

from gateway.peers import Peers

CONVERSATION_COOKIE = "assistant_conversation"
CONVERSATION_LIFETIME_SECONDS = 24 * 60 * 60
CONVERSATION_SALT = "gateway.conversation"
HEADER_SALT = "gateway.conversation-token"
BEARER = "Bearer "
SUCCESSOR_SALT = b"gateway.successor"
CLIENT_KEY_SALT = b"gateway.client-key"


class ClientIdentity:
    """Signs and reads conversation cookies and tokens, and makes client keys."""

    def __init__(self, secret: str, peers: Peers) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt=CONVERSATION_SALT)
        self._token_signer = URLSafeTimedSerializer(secret, salt=HEADER_SALT)
        self._successor_key = hmac.digest(secret.encode(), SUCCESSOR_SALT, "sha256")
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

    def forget(self, response: web.StreamResponse) -> None:
        """Take the cookie back."""
        response.del_cookie(CONVERSATION_COOKIE, path="/")

    def token(self, conversation_id: str) -> str:
        """What gives a page the conversation without a cookie, for a whole lifetime from now."""
        return str(self._token_signer.dumps(conversation_id))

    def conversation_of_cookie(self, request: web.Request) -> str | None:
        """The id in the request's cookie; None when it is missing, not ours or too old."""
        return _loads(self._signer, request.cookies.get(CONVERSATION_COOKIE, ""))

    def conversation_of_header(self, request: web.Request) -> str | None:
        """The id in the token of the request's Authorization header, as above."""
        header = request.headers.get(hdrs.AUTHORIZATION, "")
        return self.conversation_of_token(header.removeprefix(BEARER))

    def conversation_of_token(self, token: str) -> str | None:
        """The id in a token, as above."""
        return _loads(self._token_signer, token)

    def successor(self, conversation_id: str) -> str:
        """The id of the conversation that follows one its client has ended.

        Always the same, so that all tabs of a browser end up in the same conversation.
        """
        digest = hmac.digest(self._successor_key, conversation_id.encode(), "sha256")
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def client_key(self, request: web.Request) -> str:
        """What stands for the client's address (peers.py): equal for equal addresses."""
        address = self._peers.address(request).encode()
        return hmac.new(self._client_key, address, hashlib.sha256).hexdigest()


def _loads(signer: URLSafeTimedSerializer, signed: str) -> str | None:
    try:
        conversation_id: str = signer.loads(signed, max_age=CONVERSATION_LIFETIME_SECONDS)
    except BadSignature:
        return None
    return conversation_id
