"""A choice that a client may press: the same shape from the engine and from the catalogue."""

from pydantic import BaseModel, ConfigDict


class Choice(BaseModel):
    """What the client reads on a button, and what pressing it means (never shown to a browser)."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    title: str
    payload: str
