"""The action server: rasa_sdk's executor behind aiohttp, on loopback, for the engine alone.

Not rasa_sdk's own server: it listens everywhere, asks for no secret and echoes the whole
conversation in its error answers.
"""

import hmac
from collections.abc import AsyncIterator
from pathlib import Path

import structlog
import yaml
from aiohttp import web
from aiohttp.typedefs import Handler
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from actions.answers import (
    ActionAnnuler,
    ActionConclure,
    ActionEscalader,
    ActionProposer,
    ActionRepeter,
    ActionRepondre,
)
from actions.forms import form_actions
from actions.identity.http import HttpIdentityBackend
from actions.identity.port import IdentityBackend
from actions.requests import ActionEnvoyerDemande
from actions.settings import ActionSettings
from actions.walk import ActionSuivreEchelle

LOOPBACK = "127.0.0.1"
# Plain Rasa posts the whole tracker with each call: a long conversation is large.
MAX_BODY_BYTES = 16 * 1024 * 1024
DOMAIN = Path(__file__).parents[1] / "domain.yml"

_EXECUTOR = web.AppKey("executor", ActionExecutor)
_DOMAIN = web.AppKey("domain", dict)
_log = structlog.get_logger(__name__)


def create_app(settings: ActionSettings) -> web.Application:
    """Returns the application that runs every action of the assistant."""
    secret = settings.actions_secret.get_secret_value()

    @web.middleware
    async def authenticate(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        if request.path != "/health" and not hmac.compare_digest(
            given, f"Bearer {secret}".encode()
        ):
            return web.json_response({"error": "unauthorized"}, status=401)
        return await handler(request)

    async def identity(app: web.Application) -> AsyncIterator[None]:
        backend = HttpIdentityBackend(
            str(settings.identity_url), settings.identity_token.get_secret_value()
        )
        executor = ActionExecutor()
        for action in _actions(settings, backend):
            executor.register_action(action)
        app[_EXECUTOR] = executor
        yield
        await backend.close()

    app = web.Application(middlewares=[authenticate], client_max_size=MAX_BODY_BYTES)
    app[_DOMAIN] = yaml.load(DOMAIN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    app.cleanup_ctx.append(identity)
    app.router.add_get("/health", _health)
    app.router.add_post("/webhook", _run)
    return app


def _actions(settings: ActionSettings, identity: IdentityBackend) -> list[Action]:
    return [
        ActionSuivreEchelle(settings),
        ActionRepondre(settings),
        ActionEscalader(settings),
        ActionConclure(settings),
        ActionAnnuler(),
        ActionRepeter(settings),
        ActionProposer(settings),
        ActionEnvoyerDemande(identity),
        *form_actions(),
    ]


async def _health(request: web.Request) -> web.Response:
    return web.json_response({"status": "ready"})


async def _run(request: web.Request) -> web.Response:
    # The engine leaves the domain out of its calls: it is fifty kilobytes, and the same each time.
    call = await request.json() | {"domain": request.app[_DOMAIN]}
    try:
        result = await request.app[_EXECUTOR].run(call)
    except Exception as failure:
        # Only the type: the message of an exception may quote the client.
        _log.error("action_failed", action=call.get("next_action"), error=type(failure).__name__)
        return web.json_response({"error": "action failed"}, status=500)
    return web.json_response(result.model_dump() if result else None)
