"""The demo portal's pages: sign-in, the two recoveries, the page behind the link, welcome.

Owns what is shown and where to go next. Rules are the services' (sign_in, recovery, reset_links,
passwords), words are the templates'. No page says whether an account exists.
"""

import uuid
from http import HTTPStatus

import aiohttp_jinja2
import structlog
from aiohttp import web
from pydantic import ValidationError

from sandbox.keys import DIGESTS, PASSWORDS, PORTAL_SESSIONS, RECOVERY, RESET_LINKS, SIGN_IN
from sandbox.passwords import LONGEST, SHORTEST, broken_rule
from sandbox.requests import PasswordReset, RecoveryRequest, UserCodeReminder, refused_fields
from sandbox.sign_in import TooManyTriesError
from sandbox.tables import Account

LOGIN = "/portail/"
WELCOME = "/portail/bienvenue"

log = structlog.get_logger(__name__)

Form = dict[str, str]


def add_portal_routes(app: web.Application) -> None:
    app.add_routes(
        [
            web.get("/", _to_portal),
            web.get("/portail", _to_portal),
            web.get(LOGIN, _show_login),
            web.post(LOGIN, _sign_in),
            web.get(WELCOME, _show_welcome),
            web.post("/portail/deconnexion", _sign_out),
            web.get("/portail/mot-de-passe-oublie", _show_forgotten_password),
            web.post("/portail/mot-de-passe-oublie", _ask_password_reset),
            web.get("/portail/code-oublie", _show_forgotten_code),
            web.post("/portail/code-oublie", _ask_user_code),
            web.get("/portail/demande-recue/{subject:mot-de-passe|code}", _show_request_taken),
            web.get("/portail/reinitialisation", _show_new_password),
            web.post("/portail/reinitialisation", _set_new_password),
        ]
    )


async def _to_portal(_request: web.Request) -> web.Response:
    raise web.HTTPFound(LOGIN)


async def _show_login(request: web.Request) -> web.Response:
    return _page(request, "connexion.html", notice=request.query.get("avis", ""))


async def _sign_in(request: web.Request) -> web.Response:
    form = await _read_form(request, "user_code", "password")
    errors = {field: "missing" for field, value in form.items() if not value.strip()}
    if errors:
        return _form_again(request, "connexion.html", form, errors)
    try:
        account = await request.app[SIGN_IN].account(
            form["user_code"], form["password"], _client_key(request)
        )
    except TooManyTriesError as refusal:
        page = _form_again(request, "connexion.html", form, {"sign_in": "throttled"})
        page.set_status(HTTPStatus.TOO_MANY_REQUESTS)
        page.headers["Retry-After"] = str(refusal.retry_after_s)
        return page
    if account is None:
        return _form_again(request, "connexion.html", form, {"sign_in": "refused"})
    response = web.HTTPSeeOther(WELCOME)
    request.app[PORTAL_SESSIONS].begin(response, account)
    raise response


async def _show_welcome(request: web.Request) -> web.Response:
    account = await request.app[PORTAL_SESSIONS].account(request)
    if account is None:
        raise web.HTTPSeeOther(LOGIN)
    return _page(request, "bienvenue.html", account=account)


async def _sign_out(request: web.Request) -> web.Response:
    response = web.HTTPSeeOther(f"{LOGIN}?avis=deconnexion")
    request.app[PORTAL_SESSIONS].end(response)
    raise response


async def _show_forgotten_password(request: web.Request) -> web.Response:
    return _page(request, "mot_de_passe_oublie.html")


async def _ask_password_reset(request: web.Request) -> web.Response:
    form = await _read_form(request, "user_code", "last_name", "first_name")
    try:
        asked = PasswordReset.model_validate(form)
    except ValidationError as error:
        return _form_again(request, "mot_de_passe_oublie.html", form, dict(refused_fields(error)))
    await _take(request, asked)
    raise web.HTTPSeeOther("/portail/demande-recue/mot-de-passe")


async def _show_forgotten_code(request: web.Request) -> web.Response:
    return _page(request, "code_oublie.html")


async def _ask_user_code(request: web.Request) -> web.Response:
    form = await _read_form(request, "account_type", "last_name", "first_name", "email")
    form["email"] = form["email"].strip()
    try:
        asked = UserCodeReminder.model_validate(form)
    except ValidationError as error:
        return _form_again(request, "code_oublie.html", form, dict(refused_fields(error)))
    await _take(request, asked)
    raise web.HTTPSeeOther("/portail/demande-recue/code")


async def _show_request_taken(request: web.Request) -> web.Response:
    return _page(request, "demande_recue.html", subject=request.match_info["subject"])


async def _show_new_password(request: web.Request) -> web.Response:
    """The link does not count as used until the form is sent: mail filters open links too."""
    token = request.query.get("jeton", "")
    await _account_behind(request, token)
    return _page(request, "reinitialisation.html", token=token, rules=(SHORTEST, LONGEST))


async def _set_new_password(request: web.Request) -> web.Response:
    form = await _read_form(request, "token", "password", "password_again")
    account = await _account_behind(request, form["token"])
    errors = {}
    if rule := broken_rule(form["password"], account.user_code):
        errors = {"password": rule}
    elif form["password"] != form["password_again"]:
        errors = {"password_again": "different"}
    if errors:
        values = {"token": form["token"], "rules": (SHORTEST, LONGEST)}
        return _form_again(request, "reinitialisation.html", {}, errors, **values)
    password_hash = await request.app[PASSWORDS].hash(form["password"])
    if not await request.app[RESET_LINKS].use(form["token"], password_hash):
        raise _link_no_longer_valid()
    log.info("password_changed")
    raise web.HTTPSeeOther(f"{LOGIN}?avis=mot-de-passe")


async def _account_behind(request: web.Request, token: str) -> Account:
    account = await request.app[RESET_LINKS].account_of(token)
    if account is None:
        raise _link_no_longer_valid()
    return account


def _link_no_longer_valid() -> web.HTTPSeeOther:
    """Expired, used and unknown links all lead to the login page (F7)."""
    return web.HTTPSeeOther(f"{LOGIN}?avis=lien")


async def _take(request: web.Request, asked: RecoveryRequest) -> None:
    """Throttled and accepted are shown the same page. Each form sent is a request of its own."""
    await request.app[RECOVERY].take(
        asked, idempotency_key=str(uuid.uuid4()), client_key=_client_key(request)
    )


def _client_key(request: web.Request) -> str:
    return request.app[DIGESTS].of("address", request.remote or "")


async def _read_form(request: web.Request, *fields: str) -> Form:
    """The named fields as text, empty when absent; a body that is no form is refused."""
    try:
        sent = await request.post()
    except (ValueError, LookupError):  # undecodable, or in an unknown charset
        raise web.HTTPBadRequest from None
    return {field: value if isinstance(value := sent.get(field), str) else "" for field in fields}


def _page(request: web.Request, template: str, **values: object) -> web.Response:
    context = {"form": {}, "errors": {}, "notice": "", **values}
    return aiohttp_jinja2.render_template(template, request, context)


def _form_again(
    request: web.Request, template: str, form: Form, errors: dict[str, str], **values: object
) -> web.Response:
    """The same form with what was typed, passwords excepted, and what is wrong with it."""
    page = _page(request, template, form=form, errors=errors, **values)
    page.set_status(HTTPStatus.UNPROCESSABLE_ENTITY)
    return page
