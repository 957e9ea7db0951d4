"""The sandbox's settings, read once from `ASSISTANT_*` environment variables."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from yarl import URL

Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """Frozen and validated; a wrong value stops the process before it serves anything."""

    model_config = SettingsConfigDict(
        env_prefix="ASSISTANT_",
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,  # an error must not print the token
    )

    host: str = "127.0.0.1"
    sandbox_port: Port = 8090
    portal_url: HttpUrl = HttpUrl("http://127.0.0.1:8090")
    """Where clients reach the portal: the base of mailed links."""
    widget_url: HttpUrl = HttpUrl("http://127.0.0.1:8080/clavardage.js")
    identity_token: SecretStr = Field(min_length=1)
    smtp_host: str = "127.0.0.1"
    smtp_port: Port = 8025
    smtp_catcher: bool = True
    """Whether to start the mail catcher on the SMTP address, and its mailbox page."""
    mail_from: str = "ne-pas-repondre@portail.example"
    data_dir: Path = Path("var")

    @property
    def database_path(self) -> Path:
        return self.data_dir / "sandbox.db"

    @property
    def portal_base(self) -> URL:
        return URL(str(self.portal_url))

    @property
    def widget_script(self) -> URL:
        return URL(str(self.widget_url))
