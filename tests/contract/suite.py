"""What every identity backend must do, told through the port alone.

An adapter's tests subclass `IdentityBackendContract` and give the two fixtures; the accounts are
the sandbox's (sandbox/README.md), which a backend under test must hold too.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest

from actions.identity.port import (
    IdentityBackend,
    IdentityRefused,
    PasswordReset,
    RequestContext,
    UserCodeReminder,
)

RESET = PasswordReset(user_code="AB123456", first_name="Jean", last_name="Tremblay")
REMINDER = UserCodeReminder(
    first_name="Luc",
    last_name="Gagnon",
    email="gagnon.lajoie@example.com",
    account_type="joint",
)
CONTEXT = RequestContext(idempotency_key="turn-1", client_key="client-1")


@dataclass(frozen=True)
class Mail:
    to: str
    text: str


Mailbox = Callable[[], Awaitable[list[Mail]]]
"""All the mails sent so far, once the backend has done its work."""


class IdentityBackendContract:
    @pytest.fixture
    async def backend(self) -> IdentityBackend:
        raise NotImplementedError("the subclass gives the adapter")

    @pytest.fixture
    async def mailbox(self) -> Mailbox:
        raise NotImplementedError("the subclass gives the mails")

    async def test_is_healthy(self, backend: IdentityBackend) -> None:
        assert await backend.is_healthy()

    async def test_reset_is_mailed_to_the_address_on_file(
        self, backend: IdentityBackend, mailbox: Mailbox
    ) -> None:
        await backend.request_password_reset(RESET, CONTEXT)
        (mail,) = await mailbox()
        assert mail.to == "jean.tremblay@example.com"
        assert "/portail/reinitialisation?jeton=" in mail.text

    async def test_reminder_says_the_code(self, backend: IdentityBackend, mailbox: Mailbox) -> None:
        await backend.request_user_code_reminder(REMINDER, CONTEXT)
        (mail,) = await mailbox()
        assert mail.to == "gagnon.lajoie@example.com"
        assert "LM678901" in mail.text

    @pytest.mark.parametrize(
        ("code", "first_name", "last_name"),
        [
            ("ab 123-456", "jean", "TREMBLAY"),
            ("CD234567", "marie eve", "cote"),
            ("CD234567", "MARIE-ÈVE", "Côté"),
            ("EF345678", "Patrick", "O’Neil"),
            ("EF345678", "patrick", "oneil"),
            ("JK567890", "Francois", "St Pierre"),
            ("LM678901", "Sylvie", "Lajoie Cote"),
        ],
    )
    async def test_typed_in_other_ways(
        self,
        backend: IdentityBackend,
        mailbox: Mailbox,
        code: str,
        first_name: str,
        last_name: str,
    ) -> None:
        await backend.request_password_reset(PasswordReset(code, first_name, last_name), CONTEXT)
        assert len(await mailbox()) == 1

    @pytest.mark.parametrize(
        "request_",
        [
            pytest.param(replace(RESET, user_code="ZZ999999"), id="unknown code"),
            pytest.param(replace(RESET, last_name="Tremblé"), id="other name"),
            pytest.param(replace(RESET, first_name="Tremblay", last_name="Jean"), id="swapped"),
            pytest.param(PasswordReset("WX135790", "Nathalie", "Bouchard"), id="locked"),
            pytest.param(PasswordReset("YZ246801", "Gilles", "Lévesque"), id="without e-mail"),
        ],
    )
    async def test_reset_that_reaches_nobody_reads_the_same(
        self, backend: IdentityBackend, mailbox: Mailbox, request_: PasswordReset
    ) -> None:
        await backend.request_password_reset(request_, CONTEXT)
        assert await mailbox() == []

    @pytest.mark.parametrize(
        "request_",
        [
            pytest.param(replace(REMINDER, email="autre@example.com"), id="unknown address"),
            pytest.param(replace(REMINDER, first_name="Lucie"), id="other name"),
            pytest.param(replace(REMINDER, account_type="individual"), id="other type"),
            pytest.param(
                UserCodeReminder("Denis", "Roy", "denis.roy@example.org", "individual"),
                id="trust",
            ),
            pytest.param(
                UserCodeReminder(
                    "Nathalie", "Bouchard", "nathalie.bouchard@example.com", "individual"
                ),
                id="locked",
            ),
        ],
    )
    async def test_reminder_that_reaches_nobody_reads_the_same(
        self, backend: IdentityBackend, mailbox: Mailbox, request_: UserCodeReminder
    ) -> None:
        await backend.request_user_code_reminder(request_, CONTEXT)
        assert await mailbox() == []

    async def test_reminder_tells_types_apart(
        self, backend: IdentityBackend, mailbox: Mailbox
    ) -> None:
        await backend.request_user_code_reminder(
            UserCodeReminder("Jean", "Tremblay", "Jean.Tremblay@example.com", "joint"), CONTEXT
        )
        (mail,) = await mailbox()
        assert "NP789012" in mail.text
        assert "AB123456" not in mail.text

    async def test_repeated_turn_sends_one_mail(
        self, backend: IdentityBackend, mailbox: Mailbox
    ) -> None:
        for _ in range(3):
            await backend.request_password_reset(RESET, CONTEXT)
        assert len(await mailbox()) == 1

    async def test_key_of_another_request_is_refused(
        self, backend: IdentityBackend, mailbox: Mailbox
    ) -> None:
        await backend.request_password_reset(RESET, CONTEXT)
        with pytest.raises(IdentityRefused) as refusal:
            await backend.request_password_reset(replace(RESET, first_name="Jeanne"), CONTEXT)
        assert refusal.value.fields == ("Idempotency-Key",)
        with pytest.raises(IdentityRefused):
            await backend.request_user_code_reminder(REMINDER, CONTEXT)
        assert len(await mailbox()) == 1

    async def test_throttled_reads_like_accepted(
        self, backend: IdentityBackend, mailbox: Mailbox
    ) -> None:
        await backend.request_password_reset(RESET, CONTEXT)
        await backend.request_password_reset(RESET, replace(CONTEXT, idempotency_key="turn-2"))
        assert len(await mailbox()) == 1

    @pytest.mark.parametrize(
        ("request_", "fields"),
        [
            (replace(RESET, user_code=" "), ("user_code",)),
            (replace(RESET, last_name="Trem\0blay"), ("last_name",)),
            (replace(RESET, first_name="J" * 101), ("first_name",)),
            (replace(RESET, first_name="", last_name=""), ("first_name", "last_name")),
        ],
    )
    async def test_malformed_reset(
        self,
        backend: IdentityBackend,
        mailbox: Mailbox,
        request_: PasswordReset,
        fields: tuple[str, ...],
    ) -> None:
        with pytest.raises(IdentityRefused) as refusal:
            await backend.request_password_reset(request_, CONTEXT)
        assert refusal.value.fields == fields
        assert await mailbox() == []

    @pytest.mark.parametrize("email", ["", "gagnon", "gagnon@", "a b@example.com", "a@b"])
    async def test_malformed_address(
        self, backend: IdentityBackend, mailbox: Mailbox, email: str
    ) -> None:
        with pytest.raises(IdentityRefused) as refusal:
            await backend.request_user_code_reminder(replace(REMINDER, email=email), CONTEXT)
        assert refusal.value.fields == ("email",)
        assert await mailbox() == []
