"""The sandbox's answers, byte by byte, against openapi.yaml."""

import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from sandbox import outbox
from sandbox.keys import DATABASE
from sandbox.tables import Attempt, Job, RememberedAnswer
from tests.sandbox.running import TOKEN, RunningSandbox

CONTRACT = Path(__file__).parents[2] / "actions" / "identity" / "openapi.yaml"
RESET = {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"}
REMINDER = {
    "first_name": "Luc",
    "last_name": "Gagnon",
    "email": "gagnon.lajoie@example.com",
    "account_type": "joint",
}
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "Idempotency-Key": "turn-1",
    "Client-Key": "client-1",
    "Content-Type": "application/json",
}


@pytest.fixture(scope="session")
def contract() -> OpenAPI:
    contract = OpenAPI.from_file_path(str(CONTRACT))
    contract.check_spec()
    return contract


class Caller:
    """Sends raw requests and holds every answer against the contract."""

    def __init__(self, sandbox: RunningSandbox, contract: OpenAPI) -> None:
        self._sandbox = sandbox
        self._contract = contract

    async def post(
        self, path: str, body: bytes | dict[str, Any], headers: dict[str, str] = HEADERS
    ) -> tuple[ClientResponse, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self._sandbox.http.post(
            f"{self._sandbox.identity_url}{path}", data=data, headers=headers
        ) as response:
            return response, await self._checked("post", path, response)

    async def get(self, path: str, headers: dict[str, str]) -> tuple[ClientResponse, Any]:
        async with self._sandbox.http.get(
            f"{self._sandbox.identity_url}{path}", headers=headers
        ) as response:
            return response, await self._checked("get", path, response)

    async def _checked(self, method: str, path: str, response: ClientResponse) -> Any:
        content = await response.read()
        self._contract.validate_response(
            MockRequest("http://localhost", method, f"/identity/v1{path}"),
            MockResponse(
                content,
                status_code=response.status,
                headers=dict(response.headers),
                content_type=response.content_type,
            ),
        )
        return json.loads(content)


@pytest.fixture
def caller(sandbox: RunningSandbox, contract: OpenAPI) -> Caller:
    return Caller(sandbox, contract)


async def test_the_check_sees_a_breach(contract: OpenAPI) -> None:
    with pytest.raises(Exception, match="status"):
        contract.validate_response(
            MockRequest("http://localhost", "post", "/identity/v1/password-resets"),
            MockResponse(b'{"status": "sent"}', 202, content_type="application/json"),
        )


@pytest.mark.parametrize(
    ("path", "body"), [("/password-resets", RESET), ("/user-code-reminders", REMINDER)]
)
async def test_accepted(caller: Caller, path: str, body: dict[str, str]) -> None:
    response, answer = await caller.post(path, body)
    assert response.status == 202
    assert answer == {"status": "accepted"}


async def test_replay_gets_the_first_answer(caller: Caller, sandbox: RunningSandbox) -> None:
    first, first_answer = await caller.post("/password-resets", RESET)
    other_order = dict(reversed(RESET.items()))
    second, second_answer = await caller.post("/password-resets", other_order)
    assert (second.status, second_answer) == (first.status, first_answer)
    assert len(await sandbox.mails()) == 1


async def test_replay_of_a_throttled_answer(caller: Caller, sandbox: RunningSandbox) -> None:
    await caller.post("/password-resets", RESET)
    throttled = HEADERS | {"Idempotency-Key": "turn-2"}
    first, _ = await caller.post("/password-resets", RESET, throttled)
    sandbox.clock.move(minutes=31)
    second, _ = await caller.post("/password-resets", RESET, throttled)
    assert first.status == second.status == 429
    assert first.headers["Retry-After"] == second.headers["Retry-After"]
    assert len(await sandbox.mails()) == 1


async def test_key_of_another_request(caller: Caller) -> None:
    await caller.post("/password-resets", RESET)
    for path, body in (
        ("/password-resets", RESET | {"first_name": "Jeanne"}),
        ("/user-code-reminders", REMINDER),
    ):
        response, answer = await caller.post(path, body)
        assert response.status == 422
        assert answer == {"errors": [{"field": "Idempotency-Key", "reason": "reused"}]}


async def test_refused_body_leaves_its_key_free(caller: Caller, sandbox: RunningSandbox) -> None:
    refused, _ = await caller.post("/password-resets", RESET | {"last_name": ""})
    corrected, _ = await caller.post("/password-resets", RESET)
    assert (refused.status, corrected.status) == (422, 202)
    assert len(await sandbox.mails()) == 1


@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
async def test_without_the_token(
    caller: Caller, sandbox: RunningSandbox, token: str | None
) -> None:
    headers = {name: value for name, value in HEADERS.items() if name != "Authorization"}
    if token is not None:
        headers["Authorization"] = token
    response, _ = await caller.post("/password-resets", RESET, headers)
    assert response.status == 401
    health, _ = await caller.get("/health", headers)
    assert health.status == 401
    assert await sandbox.count(RememberedAnswer) == 0


async def test_health(caller: Caller) -> None:
    response, answer = await caller.get("/health", HEADERS)
    assert response.status == 200
    assert answer == {"status": "ready"}


BODIES = {
    "empty": b"",
    "no JSON": b"user_code=AB123456",
    "no UTF-8": b'{"user_code": "\xff"}',
    "array": b"[]",
    "null": b"null",
    "number": b"1e999",
    "deep": b"[" * 5_000,
    "huge": b'{"user_code": "' + b"A" * 100_000 + b'"}',
    "missing fields": b"{}",
    "lone surrogate": json.dumps(RESET | {"last_name": "\ud800"}).encode(),
    "NUL": json.dumps(RESET | {"last_name": "a\0b"}).encode(),
    "object for text": json.dumps(RESET | {"last_name": {"$ne": ""}}).encode(),
    "list for text": json.dumps(RESET | {"last_name": ["Tremblay"]}).encode(),
    "number for text": json.dumps(RESET | {"user_code": 123456}).encode(),
    "true for text": json.dumps(RESET | {"user_code": True}).encode(),
    "null for text": json.dumps(RESET | {"first_name": None}).encode(),
    "blank": json.dumps(RESET | {"first_name": "\u00a0 "}).encode(),
    "long": json.dumps(RESET | {"user_code": "A" * 65}).encode(),
    "one field too many": json.dumps(RESET | {"admin": True}).encode(),
    "strange field": json.dumps(RESET | {"\u202e\n": 1}).encode(),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_malformed_body(caller: Caller, sandbox: RunningSandbox, body: bytes) -> None:
    response, _ = await caller.post("/password-resets", body)
    assert response.status == 422
    assert [await sandbox.count(t) for t in (Attempt, RememberedAnswer, Job)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"account_type": "company"}, "account_type", "invalid"),
        ({"account_type": ""}, "account_type", "invalid"),
        ({"email": "luc"}, "email", "invalid"),
        ({"user_code": "AB123456"}, "user_code", "unexpected"),
    ],
)
async def test_malformed_reminder(
    caller: Caller, change: dict[str, str], field: str, reason: str
) -> None:
    response, answer = await caller.post("/user-code-reminders", REMINDER | change)
    assert response.status == 422
    assert answer == {"errors": [{"field": field, "reason": reason}]}


@pytest.mark.parametrize("name", ["Idempotency-Key", "Client-Key"])
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "missing"),
        ("", "invalid"),
        ("a b", "invalid"),
        ("é", "invalid"),
        ("a" * 129, "invalid"),
    ],
)
async def test_malformed_keys(
    caller: Caller, sandbox: RunningSandbox, name: str, value: str | None, reason: str
) -> None:
    headers = {key: given for key, given in HEADERS.items() if key != name}
    if value is not None:
        headers[name] = value
    response, answer = await caller.post("/password-resets", RESET, headers)
    assert response.status == 422
    assert answer == {"errors": [{"field": name, "reason": reason}]}
    assert await sandbox.count(Job) == 0


async def test_throttled(caller: Caller) -> None:
    await caller.post("/password-resets", RESET)
    response, _ = await caller.post(
        "/password-resets", RESET, HEADERS | {"Idempotency-Key": "turn-2"}
    )
    assert response.status == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 30 * 60


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "TRACE"])
async def test_another_method_is_told_the_right_one(sandbox: RunningSandbox, method: str) -> None:
    async with sandbox.http.request(
        method, f"{sandbox.identity_url}/password-resets", headers=HEADERS
    ) as response:
        assert (response.status, response.headers["Allow"]) == (405, "POST")


async def test_full_queue(
    caller: Caller, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "CAPACITY", 0)
    response, _ = await caller.post("/password-resets", RESET)
    assert response.status == 503
    assert [await sandbox.count(t) for t in (Attempt, RememberedAnswer, Job)] == [0, 0, 0]
    monkeypatch.undo()
    response, _ = await caller.post("/password-resets", RESET)
    assert response.status == 202


async def test_failing_database(caller: Caller, sandbox: RunningSandbox) -> None:
    async with sandbox.app[DATABASE].begin() as session:
        connection = await session.connection()
        await connection.exec_driver_sql("ALTER TABLE remembered_answers RENAME TO elsewhere")
    response, answer = await caller.post("/password-resets", RESET)
    assert response.status == 503
    assert answer == {"error": "unavailable"}
