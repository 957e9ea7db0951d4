"""Engine and actions, reached by somebody who is not their one caller."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from actions.server import create_app
from actions.settings import ActionSettings
from tests.abuse.wire import exchange, status

SECRET = "actions-secret-of-the-tests"


@pytest.fixture(autouse=True)
def bystander() -> None:
    """None here: these services hold no conversation of their own."""


@pytest.fixture
async def actions(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The action server's address."""
    monkeypatch.setenv("ASSISTANT_ACTIONS_SECRET", SECRET)
    monkeypatch.setenv("ASSISTANT_IDENTITY_TOKEN", "identity-token-of-the-tests")
    async with TestServer(create_app(ActionSettings())) as server:
        yield str(server.make_url("")).rstrip("/")


STRANGERS = {
    "no header": b"",
    "no token": b"Authorization: Bearer\r\n",
    "another token": b"Authorization: Bearer " + b"x" * 40 + b"\r\n",
    "the token with more": f"Authorization: Bearer {SECRET}x\r\n".encode(),
    "the token with less": f"Authorization: Bearer {SECRET[:-1]}\r\n".encode(),
    "the bare token": f"Authorization: {SECRET}\r\n".encode(),
    "another scheme": f"Authorization: Basic {SECRET}\r\n".encode(),
    "bytes that are no text": b"Authorization: Bearer \xff\xfe\r\n",
    "the token after a wrong one": (
        f"Authorization: Bearer x\r\nAuthorization: Bearer {SECRET}\r\n".encode()
    ),
}


@pytest.mark.parametrize("header", STRANGERS.values(), ids=STRANGERS.keys())
async def test_actions_answer_nobody_without_the_secret(actions: str, header: bytes) -> None:
    for path in (b"/webhook", b"/actions", b"/absent"):
        request = b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
        received = await exchange(actions, request + header + b"Connection: close\r\n\r\n{}")
        assert status(received) in {400, 401}
        assert b"next_action" not in received


CALLS = {
    "no JSON": b"allo",
    "nothing": b"",
    "a list": b"[]",
    "null": b"null",
    "text": b'"x"',
    "an action that is not": b'{"next_action": "os.system", "tracker": {}, "domain": {}}',
    "an action that is a list": b'{"next_action": [1], "tracker": {}}',
    "a tracker that is text": b'{"next_action": "action_repeter", "tracker": "x", "domain": {}}',
    "no UTF-8": b'{"next_action": "\xff"}',
    "a thousand lists": b"[" * 10_000,
}


@pytest.mark.parametrize("body", CALLS.values(), ids=CALLS.keys())
async def test_a_call_that_makes_no_sense_is_an_error_that_tells_nothing(
    actions: str, body: bytes
) -> None:
    headers = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers) as http:
        async with http.post(f"{actions}/webhook", data=body) as response:
            assert response.status in {400, 422, 500}
            assert "Traceback" not in await response.text()
        assert (await http.get(f"{actions}/health")).status == 200
