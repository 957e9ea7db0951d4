"""What a request gets when its handler fails, and the one log line that each request leaves."""

import time
from http import HTTPStatus

import aiohttp_jinja2
import structlog
from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from sandbox.api import BASE

log = structlog.get_logger(__name__)


@web.middleware
async def show_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns errors into a page, or JSON for the API; never with the exception's text."""
    started = time.perf_counter()
    try:
        response = await handler(request)
    except web.HTTPException as answer:
        if answer.status < HTTPStatus.BAD_REQUEST:  # a redirection
            _log_request(request, answer.status, started)
            raise
        response = _error(request, answer.status)
        if isinstance(answer, web.HTTPMethodNotAllowed):
            response.headers[hdrs.ALLOW] = answer.headers[hdrs.ALLOW]
    except Exception:
        log.exception("request_failed", route=_route(request))
        response = _error(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    _log_request(request, response.status, started)
    return response


def _error(request: web.Request, status: int) -> web.Response:
    if request.path.startswith(BASE):
        return web.json_response({"error": HTTPStatus(status).phrase}, status=status)
    return aiohttp_jinja2.render_template("erreur.html", request, {"status": status}, status=status)


def _log_request(request: web.Request, status: int, started: float) -> None:
    """The route and not the path, whose query may hold a reset link's token."""
    log.info(
        "request",
        method=request.method,
        route=_route(request),
        status=status,
        ms=round((time.perf_counter() - started) * 1000, 1),
    )


def _route(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return resource.canonical if resource else "none"
