"""The gateway's settings: `ASSISTANT_*` environment variables, read once, typed and checked."""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from gateway.handover.opening_hours import OpeningHours


class GatewayAddress(BaseSettings):
    """Where the gateway listens: all that a client on the same machine needs to know."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    gateway_port: int = Field(default=8080, ge=0, le=65535)


class DataSettings(BaseSettings):
    """Where this machine keeps its data: all that a copy of it needs to know."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True, extra="ignore")

    data_dir: Path = Path("var")


class DatabaseSettings(DataSettings):
    """Where the store is and how it is read: what a migration or the agents' command needs."""

    database_url: str = ""
    # Encrypts the keys of the conversations: without it nothing that was said can be read.
    store_key: SecretStr = Field(min_length=32)

    @property
    def store_url(self) -> str:
        """The store's SQLAlchemy URL: the one that was set, or a file in the data directory."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'gateway.db'}"


class LimitSettings(BaseSettings):
    """How much the gateway accepts; 0 lifts a limit.

    The defaults leave an office of 200 people behind one address in peace: each four messages a
    minute and three tabs.
    """

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True, extra="ignore")

    # Client messages accepted in a minute from one conversation.
    messages_per_minute: int = Field(default=20, ge=0)
    # Messages, connections and opened windows of one address, in a minute; as many signs of typing
    # and reading.
    address_events_per_minute: int = Field(default=1500, ge=0)
    # Conversations started from one address in an hour.
    address_conversations_per_hour: int = Field(default=600, ge=0)
    # Sockets that one address has open.
    address_sockets: int = Field(default=600, ge=0)
    # Client messages accepted in a second, and conversations started in a minute, in all.
    messages_per_second: int = Field(default=200, ge=0)
    conversations_per_minute: int = Field(default=1200, ge=0)
    # A message that would have to wait longer for its answer is refused.
    longest_wait_seconds: float = Field(default=4.0, ge=0)


class PeopleSettings(BaseSettings):
    """When people answer, and how long anyone is left waiting."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True, extra="ignore")

    # When agents answer, in the time of Québec: "lun-ven 8:00-17:00, sam 9:00-12:00". Empty: the
    # presence of agents alone decides.
    opening_hours: str = ""
    # Whether opening hours leave out Québec's public holidays.
    closed_on_holidays: bool = True
    # Conversations an agent has at once, unless they chose otherwise.
    agent_conversations: int = Field(default=3, gt=0, le=50)
    # An agent who leaves a client without an answer, or the desk, for so long loses the case.
    agent_silent_seconds: float = Field(default=180, gt=0)
    agent_gone_seconds: float = Field(default=60, gt=0)
    # After so long without anyone, the client gets an apology and the offer of a call.
    long_wait_seconds: float = Field(default=300, gt=0)
    # A client without a tab is warned after so long, and the case closed so much later.
    client_gone_seconds: float = Field(default=600, gt=0)
    client_warned_seconds: float = Field(default=300, gt=0)
    # A closed conversation in which the client writes again sooner is reopened.
    reopening_hours: float = Field(default=24, gt=0)
    # What a conversation takes an agent, where too few were had today to know.
    handling_minutes: float = Field(default=8, gt=0)
    # What a call would have taken, for the hours saved.
    call_minutes: float = Field(default=8, gt=0)

    @field_validator("opening_hours")
    @classmethod
    def _check_hours(cls, words: str) -> str:
        """Refuse hours that can't be read, before anybody is told of them."""
        OpeningHours(words, closed_on_holidays=False)
        return words


class Settings(GatewayAddress, DatabaseSettings, LimitSettings, PeopleSettings):
    """Everything the running gateway needs."""

    engine_url: HttpUrl = HttpUrl("http://127.0.0.1:5005")
    # The engine's own setting: a conversation is always sent to the same one of them.
    engine_workers: int = Field(default=1, gt=0, le=64)
    engine_secret: SecretStr = Field(min_length=16)
    cookie_secret: SecretStr = Field(min_length=32)
    # The sites, beside the gateway's own pages, on which the widget may run.
    allowed_origins: Annotated[frozenset[str], NoDecode] = frozenset({"http://127.0.0.1:8090"})
    # The proxies whose word on a client's address and scheme is believed, as networks.
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    # Where /metrics is served, on loopback only; 0 serves it nowhere.
    metrics_port: int = Field(default=0, ge=0, le=65535)
    # The identity backend, which an agent asks on a client's behalf, and its Bearer token.
    identity_url: HttpUrl = HttpUrl("http://127.0.0.1:8090/identity/v1")
    identity_token: SecretStr = Field(min_length=1)
    # How long a conversation is kept after its last message; clients are told (A4).
    retention_days: int = Field(default=30, gt=0)
    # Where the training lines are, which the inbox adds to.
    training_dir: Path = Path("data/nlu")

    @field_validator("allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split_list(cls, value: object) -> object:
        """Read the comma list of an environment variable."""
        if isinstance(value, str):
            return [item.strip() for item in value.split(",") if item.strip()]
        return value

    @field_validator("allowed_origins")
    @classmethod
    def _check_origins(cls, origins: frozenset[str]) -> frozenset[str]:
        """Refuse what a browser would never send as an Origin, such as a trailing slash."""
        for origin in origins:
            parts = urlsplit(origin)
            if (
                parts.scheme not in {"http", "https"}
                or origin != f"{parts.scheme}://{parts.netloc}"
            ):
                raise ValueError(f"{origin!r} is not an origin such as https://portail.example")
        return origins
