"""What the assistant asks of an identity backend, whichever it is.

Owns the requests, the protocol and its two errors. Must not know HTTP, Rasa or any one backend.
An answer never says whether an account exists (A5 of the facts): the verbs return nothing.
"""

from dataclasses import dataclass, field
from typing import Literal, Protocol

AccountType = Literal["individual", "joint"]
"""The accounts whose user code can be recovered; all others must phone (F3, F4)."""


@dataclass(frozen=True)
class PasswordReset:
    """Ask for a password-reset e-mail. Names are compared without case, accents or hyphens."""

    user_code: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)


@dataclass(frozen=True)
class UserCodeReminder:
    """Ask for an e-mail that says the user code; for individual and joint accounts only (F3)."""

    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    email: str = field(repr=False)
    account_type: AccountType


@dataclass(frozen=True)
class RequestContext:
    """Where a request comes from.

    `idempotency_key` is the same whenever the same turn of a conversation is run again, so that
    one mail leaves; `client_key` is the gateway's opaque mark of the client, for throttling.
    Both are 1 to 128 visible ASCII characters.
    """

    idempotency_key: str
    client_key: str


class IdentityRefused(Exception):
    """The backend found values malformed; `fields` names them, without what was typed in them."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"refused fields: {', '.join(fields)}")
        self.fields = fields


class IdentityUnavailable(Exception):
    """The request could not be handed over; its message is a cause without personal data."""


class IdentityBackend(Protocol):
    """A backend that can recover access to an account.

    A verb returns when the request was accepted, and also when it was throttled: the client reads
    the same sentence for both. It raises `IdentityRefused` for malformed values and
    `IdentityUnavailable` for everything else, within a few seconds in any case.
    """

    async def request_password_reset(
        self, request: PasswordReset, context: RequestContext
    ) -> None: ...

    async def request_user_code_reminder(
        self, request: UserCodeReminder, context: RequestContext
    ) -> None: ...

    async def is_healthy(self) -> bool:
        """Whether requests would be taken now; never raises."""
        ...
