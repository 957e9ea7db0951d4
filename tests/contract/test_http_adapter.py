"""The HTTP adapter: the port's contract against the sandbox, then faults against a fake server."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestServer

from actions.identity import http as adapter
from actions.identity.http import HttpIdentityBackend
from actions.identity.port import IdentityRefused, IdentityUnavailable
from tests.contract.suite import (
    CONTEXT,
    REMINDER,
    RESET,
    IdentityBackendContract,
    Mail,
    Mailbox,
)
from tests.ports import free_port
from tests.sandbox.running import TOKEN, RunningSandbox


class TestAgainstSandbox(IdentityBackendContract):
    @pytest.fixture
    async def backend(self, sandbox: RunningSandbox) -> AsyncIterator[HttpIdentityBackend]:
        async with HttpIdentityBackend(sandbox.identity_url, TOKEN) as backend:
            yield backend

    @pytest.fixture
    async def mailbox(self, sandbox: RunningSandbox) -> Mailbox:
        async def mails() -> list[Mail]:
            return [Mail(mail.recipient, mail.text) for mail in await sandbox.mails()]

        return mails

    async def test_wrong_token(self, sandbox: RunningSandbox) -> None:
        async with HttpIdentityBackend(sandbox.identity_url, "wrong") as backend:
            assert not await backend.is_healthy()
            with pytest.raises(IdentityUnavailable, match="status 401"):
                await backend.request_password_reset(RESET, CONTEXT)


Answer = Callable[[web.Request], Awaitable[web.Response]]


class FakeBackend:
    """A server that answers with the given functions in turn, the last one from then on."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: list[Answer] = []
        self.requests: list[tuple[dict[str, str], str]] = []

    async def handle(self, request: web.Request) -> web.Response:
        self.requests.append((dict(request.headers), await request.text()))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)


@pytest.fixture
async def fake() -> AsyncIterator[FakeBackend]:
    fake = FakeBackend()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", fake.handle)
    async with TestServer(app) as server:
        fake.url = str(server.make_url("/identity/v1"))
        yield fake


@pytest.fixture
async def backend(fake: FakeBackend) -> AsyncIterator[HttpIdentityBackend]:
    async with HttpIdentityBackend(fake.url, TOKEN) as backend:
        yield backend


def status(code: int, body: object = None, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=code, text=json.dumps(body), headers=names)

    return answer


async def hang_up(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def stall(_request: web.Request) -> web.Response:
    await asyncio.sleep(60)
    return web.Response(status=202)


@pytest.mark.parametrize("failure", [hang_up, status(502), status(503), status(504)])
async def test_retries_what_may_pass(
    fake: FakeBackend, backend: HttpIdentityBackend, failure: Answer
) -> None:
    fake.answers = [failure, failure, status(202)]
    await backend.request_password_reset(RESET, CONTEXT)
    assert len(fake.requests) == 3
    assert {body for _, body in fake.requests} == {fake.requests[0][1]}
    assert {headers["Idempotency-Key"] for headers, _ in fake.requests} == {"turn-1"}


async def test_retries_a_stalled_try(
    fake: FakeBackend, backend: HttpIdentityBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "TRY_TIMEOUT_S", 0.2)
    fake.answers = [stall, status(202)]
    await backend.request_password_reset(RESET, CONTEXT)
    assert len(fake.requests) == 2


@pytest.mark.parametrize("code", [200, 301, 400, 401, 403, 404, 409, 500])
async def test_never_retries_what_will_not_pass(
    fake: FakeBackend, backend: HttpIdentityBackend, code: int
) -> None:
    fake.answers = [status(code, Location="/elsewhere")]
    with pytest.raises(IdentityUnavailable, match=f"status {code}"):
        await backend.request_user_code_reminder(REMINDER, CONTEXT)
    assert len(fake.requests) == 1


async def test_throttled_is_not_retried(fake: FakeBackend, backend: HttpIdentityBackend) -> None:
    fake.answers = [status(429, Retry_After="1")]
    await backend.request_password_reset(RESET, CONTEXT)
    assert len(fake.requests) == 1


async def test_refusal_names_the_fields(fake: FakeBackend, backend: HttpIdentityBackend) -> None:
    fake.answers = [status(422, {"errors": [{"field": "email", "reason": "invalid"}]})]
    with pytest.raises(IdentityRefused) as refusal:
        await backend.request_user_code_reminder(REMINDER, CONTEXT)
    assert refusal.value.fields == ("email",)
    assert len(fake.requests) == 1


@pytest.mark.parametrize("body", ["not an object", {}, {"errors": [{}]}, {"errors": 3}])
async def test_unreadable_refusal(
    fake: FakeBackend, backend: HttpIdentityBackend, body: object
) -> None:
    fake.answers = [status(422, body)]
    with pytest.raises(IdentityUnavailable, match="unreadable"):
        await backend.request_password_reset(RESET, CONTEXT)


async def test_waits_as_long_as_asked(fake: FakeBackend, backend: HttpIdentityBackend) -> None:
    fake.answers = [status(503, Retry_After="1"), status(202)]
    started = asyncio.get_running_loop().time()
    await backend.request_password_reset(RESET, CONTEXT)
    assert 1.0 <= asyncio.get_running_loop().time() - started < 2.0


async def test_does_not_wait_past_the_budget(
    fake: FakeBackend, backend: HttpIdentityBackend
) -> None:
    fake.answers = [status(503, Retry_After="30")]
    async with asyncio.timeout(1):
        with pytest.raises(IdentityUnavailable, match="status 503"):
            await backend.request_password_reset(RESET, CONTEXT)
    assert len(fake.requests) == 1


@pytest.mark.parametrize("failure", [stall, status(503)])
async def test_gives_up_within_the_budget(
    fake: FakeBackend,
    backend: HttpIdentityBackend,
    monkeypatch: pytest.MonkeyPatch,
    failure: Answer,
) -> None:
    monkeypatch.setattr(adapter, "BUDGET_S", 1.0)
    monkeypatch.setattr(adapter, "TRY_TIMEOUT_S", 0.4)
    fake.answers = [failure]
    async with asyncio.timeout(1.3):
        with pytest.raises(IdentityUnavailable):
            await backend.request_password_reset(RESET, CONTEXT)
    assert len(fake.requests) > 1


async def test_budget_cuts_a_try_short(
    fake: FakeBackend, backend: HttpIdentityBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "BUDGET_S", 0.3)
    fake.answers = [stall]
    async with asyncio.timeout(1):
        with pytest.raises(IdentityUnavailable, match="budget spent"):
            await backend.request_password_reset(RESET, CONTEXT)


async def test_backend_down() -> None:
    async with HttpIdentityBackend(f"http://127.0.0.1:{free_port()}", TOKEN) as backend:
        assert not await backend.is_healthy()
        started = asyncio.get_running_loop().time()
        with pytest.raises(IdentityUnavailable, match="ClientConnectorError"):
            await backend.request_password_reset(RESET, CONTEXT)
        assert asyncio.get_running_loop().time() - started <= adapter.BUDGET_S


async def test_is_unhealthy_when_the_backend_says_so(
    fake: FakeBackend, backend: HttpIdentityBackend
) -> None:
    fake.answers = [status(503)]
    assert not await backend.is_healthy()


async def test_nothing_typed_is_logged_or_raised(
    fake: FakeBackend, backend: HttpIdentityBackend
) -> None:
    fake.answers = [status(503, Retry_After="30")]
    with structlog.testing.capture_logs() as lines:
        with pytest.raises(IdentityUnavailable) as failure:
            await backend.request_user_code_reminder(REMINDER, CONTEXT)
        fake.answers = [status(500)]
        with pytest.raises(IdentityUnavailable):
            await backend.request_password_reset(RESET, CONTEXT)
    told = f"{lines} {failure.value!r} {REMINDER!r} {RESET!r}"
    assert len(lines) == 2
    for typed in ("Luc", "Gagnon", "gagnon.lajoie", "AB123456", "Tremblay"):
        assert typed not in told


async def test_close_ends_the_session(fake: FakeBackend) -> None:
    fake.answers = [status(202)]
    backend = HttpIdentityBackend(fake.url, TOKEN)
    await backend.request_password_reset(RESET, CONTEXT)
    await backend.close()
    await backend.close()
    assert backend._session is None
