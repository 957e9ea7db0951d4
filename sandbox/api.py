"""The identity contract (actions/identity/openapi.yaml) over HTTP. Rules: recovery.py."""

import hmac
import re
from collections.abc import Iterable
from http import HTTPStatus

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from sandbox.keys import DATABASE, RECOVERY, SETTINGS
from sandbox.outbox import OutboxFullError
from sandbox.recovery import KeyReusedError
from sandbox.requests import PasswordReset, UserCodeReminder, refused_fields

BASE = "/identity/v1"
KEY_PATTERN = re.compile(r"[\x21-\x7e]{1,128}")
KEY_HEADERS = ("Idempotency-Key", "Client-Key")
UNAVAILABLE_RETRY_AFTER_S = 1
"""The shortest that the header can say: a caller has a person waiting and only seconds to spend."""

log = structlog.get_logger(__name__)


def add_api_routes(app: web.Application) -> None:
    app.add_routes(
        [
            web.post(f"{BASE}/password-resets", _password_reset),
            web.post(f"{BASE}/user-code-reminders", _user_code_reminder),
            web.get(f"{BASE}/health", health),
            web.get("/health", health),
        ]
    )


async def health(request: web.Request) -> web.Response:
    """Ready when the database answers; also the whole process's health, without a token."""
    async with request.app[DATABASE].begin() as session:
        await session.execute(text("SELECT 1"))
    return web.json_response({"status": "ready"})


async def _password_reset(request: web.Request) -> web.Response:
    return await _recover(request, PasswordReset)


async def _user_code_reminder(request: web.Request) -> web.Response:
    return await _recover(request, UserCodeReminder)


async def _recover(
    request: web.Request, kind: type[PasswordReset] | type[UserCodeReminder]
) -> web.Response:
    refused_keys = [
        (name, "invalid" if name in request.headers else "missing")
        for name in KEY_HEADERS
        if not KEY_PATTERN.fullmatch(request.headers.get(name, ""))
    ]
    if refused_keys:
        return _malformed(refused_keys)
    try:
        asked = kind.model_validate_json(await request.read())
    except ValidationError as error:
        return _malformed(refused_fields(error))
    except web.HTTPRequestEntityTooLarge:
        return _malformed([("body", "invalid")])
    try:
        answer = await request.app[RECOVERY].take(
            asked,
            idempotency_key=request.headers["Idempotency-Key"],
            client_key=request.headers["Client-Key"],
        )
    except KeyReusedError:
        return _malformed([("Idempotency-Key", "reused")])
    if answer.retry_after_s is not None:
        return _refusal(HTTPStatus.TOO_MANY_REQUESTS, "throttled", answer.retry_after_s)
    return web.json_response({"status": "accepted"}, status=HTTPStatus.ACCEPTED)


@web.middleware
async def guard_api(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Lets only the token's bearer in, and turns a failing store into a plain "not now"."""
    if not request.path.startswith(f"{BASE}/") and request.path != "/health":
        return await handler(request)
    if request.path != "/health" and not _has_token(request):
        return web.json_response(
            {"error": "unauthorized"},
            status=HTTPStatus.UNAUTHORIZED,
            headers={"WWW-Authenticate": "Bearer"},
        )
    try:
        return await handler(request)
    except (OutboxFullError, SQLAlchemyError) as error:
        log.error("identity_unavailable", cause=type(error).__name__)
        return _refusal(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", UNAVAILABLE_RETRY_AFTER_S)


def _has_token(request: web.Request) -> bool:
    token = request.app[SETTINGS].identity_token.get_secret_value()
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(errors="surrogateescape"), f"Bearer {token}".encode())


def _malformed(fields: Iterable[tuple[str, str]]) -> web.Response:
    return web.json_response(
        {"errors": [{"field": field, "reason": reason} for field, reason in fields]},
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
    )


def _refusal(status: HTTPStatus, error: str, retry_after_s: int) -> web.Response:
    return web.json_response(
        {"error": error}, status=status, headers={"Retry-After": str(retry_after_s)}
    )
