"""The settings: read from the environment, checked, and silent about secrets."""

import pytest
from pydantic import ValidationError

from gateway.settings import Settings

REQUIRED = {
    "ASSISTANT_ENGINE_SECRET": "secret-of-the-engine",
    "ASSISTANT_COOKIE_SECRET": "a-cookie-secret-of-thirty-two-characters",
    "ASSISTANT_IDENTITY_TOKEN": "token-of-the-identity-backend",
    "ASSISTANT_STORE_KEY": "a-store-key-of-at-least-thirty-two-characters",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in REQUIRED.items():
        monkeypatch.setenv(name, value)


def test_the_defaults_serve_one_machine() -> None:
    settings = Settings()
    assert (settings.host, settings.gateway_port) == ("127.0.0.1", 8080)
    assert str(settings.engine_url) == "http://127.0.0.1:5005/"
    assert settings.store_url == "sqlite+aiosqlite:///var/gateway.db"
    assert settings.allowed_origins == {"http://127.0.0.1:8090"}


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings()) + str(Settings())
    for secret in REQUIRED.values():
        assert secret not in shown


def test_origins_come_as_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ALLOWED_ORIGINS", "https://a.example, https://b.example:8443,")
    assert Settings().allowed_origins == {"https://a.example", "https://b.example:8443"}


def test_proxies_come_as_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().trusted_proxies == ()
    monkeypatch.setenv("ASSISTANT_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7,fd00::/8")
    shown = [str(network) for network in Settings().trusted_proxies]
    assert shown == ["10.0.0.0/8", "192.0.2.7/32", "fd00::/8"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_ALLOWED_ORIGINS", "https://a.example/"),
        ("ASSISTANT_ALLOWED_ORIGINS", "*"),
        ("ASSISTANT_ALLOWED_ORIGINS", "null"),
        ("ASSISTANT_ALLOWED_ORIGINS", "a.example"),
        ("ASSISTANT_COOKIE_SECRET", "court"),
        ("ASSISTANT_ENGINE_SECRET", ""),
        ("ASSISTANT_GATEWAY_PORT", "99999"),
        ("ASSISTANT_MESSAGES_PER_MINUTE", "-1"),
        ("ASSISTANT_ENGINE_URL", "ailleurs"),
        ("ASSISTANT_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("ASSISTANT_TRUSTED_PROXIES", "mandataire.example"),
        ("ASSISTANT_ENGINE_WORKERS", "0"),
    ],
)
def test_what_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        Settings()


def test_opening_hours_that_cannot_be_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_OPENING_HOURS", "lun-ven 8:00-17:00, sam 9:00-12:00")
    assert Settings().opening_hours
    monkeypatch.setenv("ASSISTANT_OPENING_HOURS", "lundi de 8 h à 17 h")
    with pytest.raises(ValidationError, match="opening_hours"):
        Settings()
