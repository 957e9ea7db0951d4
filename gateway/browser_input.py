"""The shape of what browsers send: nothing unnamed, and only text that can be stored."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

# What a database's integer key can hold.
LARGEST_ID = 2**63 - 1


def _encodable(text: str) -> str:
    """`text`, unless it holds half of a surrogate pair (UnicodeEncodeError is a ValueError)."""
    text.encode()
    return text


# Strict: bytes, which a socket also carries, would be read as text.
Text = Annotated[str, Field(strict=True), AfterValidator(_encodable)]
# The id of a row.
Id = Annotated[int, Field(strict=True, ge=1, le=LARGEST_ID)]


# Strict: a boolean would be read as a number. What the store's integers can hold at most.
Seq = Annotated[int, Field(strict=True, ge=1, le=2**31 - 1)]


class BrowserInput(BaseModel):
    """Base of every event's or body's content."""

    # hide_input_in_errors: the input is what clients and agents write.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
