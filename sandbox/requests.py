"""The two recovery requests, as the API and the portal's forms both take them.

Validation only refuses what can't be right whatever accounts exist. The limits are those of
actions/identity/openapi.yaml.
"""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from sandbox.folding import fold_name, normalise_email, normalise_user_code

NO_CONTROL_CHARACTERS = r"^[^\x00-\x1f\x7f-\x9f]*$"

Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=100, pattern=NO_CONTROL_CHARACTERS
    ),
]
UserCode = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=64, pattern=NO_CONTROL_CHARACTERS
    ),
]
Email = Annotated[
    str,
    StringConstraints(
        max_length=254,
        pattern=r"^[^@\s\x00-\x1f\x7f-\x9f]+@[^@\s\x00-\x1f\x7f-\x9f]+\.[^@\s\x00-\x1f\x7f-\x9f]+$",
    ),
]


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

    first_name: Name = Field(repr=False)
    last_name: Name = Field(repr=False)


class PasswordReset(_Request):
    """A password-reset link is wanted, for any kind of account."""

    user_code: UserCode = Field(repr=False)

    def named_account(self) -> tuple[str, ...]:
        """What tells this account from others, as typed: the throttle's key."""
        return ("user_code", normalise_user_code(self.user_code))


class UserCodeReminder(_Request):
    """The user code is wanted, for an individual or joint account (F3)."""

    email: Email = Field(repr=False)
    account_type: Literal["individual", "joint"]

    def named_account(self) -> tuple[str, ...]:
        """What tells this account from others, as typed: the throttle's key."""
        names = (fold_name(self.first_name), fold_name(self.last_name))
        return ("email", normalise_email(self.email), *names)


RecoveryRequest = PasswordReset | UserCodeReminder

RECOVERY_REQUEST: TypeAdapter[RecoveryRequest] = TypeAdapter(RecoveryRequest)
"""Reads a request back from storage: the two have different required fields and forbid others."""

REASONS = {"missing": "missing", "extra_forbidden": "unexpected"}
"""pydantic's kinds of error, in the contract's words; any other is "invalid"."""


def refused_fields(error: ValidationError) -> list[tuple[str, str]]:
    """Each refused field with the contract's reason; `body` when there are no fields to name."""
    return [
        (str(detail["loc"][0]) if detail["loc"] else "body", REASONS.get(detail["type"], "invalid"))
        for detail in error.errors(include_url=False, include_context=False, include_input=False)
    ]
