"""What browsers are told to allow on every page, and the check that a form is the portal's own."""

from aiohttp import web
from aiohttp.typedefs import Handler
from yarl import URL

from sandbox.keys import SETTINGS

TRUSTED_TYPES = ("lit-html",)
"""The policies of the chat widget (Lit's templates); no other code may make markup from text."""


def content_security_policy(widget: URL) -> str:
    """Scripts and connections: our own and the widget's. Nothing inline, nothing evaluated."""
    origin = str(widget.origin())
    socket = str(widget.with_scheme("wss" if widget.scheme == "https" else "ws").origin())
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {origin}",
            f"connect-src 'self' {origin} {socket}",
            "style-src 'self'",
            "img-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {' '.join(TRUSTED_TYPES)}",
        )
    )


async def add_security_headers(request: web.Request, response: web.StreamResponse) -> None:
    """For `on_response_prepare`: every answer gets them, errors too."""
    headers = response.headers
    headers["Content-Security-Policy"] = content_security_policy(
        request.app[SETTINGS].widget_script
    )
    headers.popall("Server", None)  # names versions
    headers["X-Content-Type-Options"] = "nosniff"
    # A reset link's token is in its page's address, which no other origin may learn. The stricter
    # "no-referrer" would also blank the Origin header that `refuse_foreign_forms` reads.
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    # Pages may hold personal data; files only need to be asked about again.
    headers["Cache-Control"] = "no-cache" if request.path.startswith("/static/") else "no-store"


@web.middleware
async def refuse_foreign_forms(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses a portal form sent by a page of another origin (CSRF), beside the SameSite cookie.

    Compared with the Host header and not with a setting, so that the portal works under each of
    its names; the setting is for a proxy that rewrites Host.
    """
    if request.method == "POST" and request.path.startswith("/portail/"):
        origin = request.headers.get("Origin", "")
        portal = str(request.app[SETTINGS].portal_base.origin())
        if origin != portal and origin.partition("://")[2] != request.host:
            raise web.HTTPForbidden
    return await handler(request)
