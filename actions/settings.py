"""The action server's settings, read once from the environment (README.md, Settings)."""

from typing import Annotated

from pydantic import AnyHttpUrl, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

type Port = Annotated[int, Field(gt=0, lt=65536)]


class ActionSettings(BaseSettings):
    """Where the actions listen, which identity backend they call and what they may tell clients."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True)

    actions_port: Port = 5055
    actions_secret: SecretStr
    identity_url: AnyHttpUrl = AnyHttpUrl("http://127.0.0.1:8090/identity/v1")
    identity_token: SecretStr
    retention_days: int = Field(default=30, gt=0)
    privacy_contact: str | None = None
    hint_newest_email: bool = True
    hint_company_filter: bool = True

    @property
    def hints(self) -> frozenset[str]:
        """The hints switched on, by the names ladders.yml uses."""
        switches = {
            "newest_email": self.hint_newest_email,
            "company_filter": self.hint_company_filter,
        }
        return frozenset(name for name, is_on in switches.items() if is_on)
