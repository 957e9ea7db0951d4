"""Who may talk to the gateway from a browser, and what browsers may do with what it serves."""

from urllib.parse import urlsplit

from aiohttp import hdrs, web

# Nothing the gateway serves may load or be framed, unless a page says more (DESK_CSP).
API_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The desk page: its own files and its own socket. Lit makes the one Trusted Types policy.
DESK_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)
# Defaults: a response that sets one of these keeps its own.
HEADERS = {
    "Content-Security-Policy": API_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    hdrs.CACHE_CONTROL: "no-store",
}


async def add_security_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler: give every response the headers it doesn't set itself."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


class Origins:
    """The origins that may use the gateway: its own, and those that were allowed."""

    def __init__(self, allowed: frozenset[str]) -> None:
        """`allowed` are the sites, beside the gateway itself, that carry the widget."""
        self._allowed = allowed

    def allows(self, request: web.Request) -> bool:
        """Whether a page of an allowed origin sent this request."""
        return request.headers.get(hdrs.ORIGIN) in self._allowed or self.is_own(request)

    def is_own(self, request: web.Request) -> bool:
        """Whether a page of the gateway itself sent this request.

        Browsers leave the Origin out of a same-origin GET, but then say so in a header no script
        can set. The scheme isn't compared: behind a proxy that ends TLS, ours is not the one the
        browser sees.
        """
        origin = request.headers.get(hdrs.ORIGIN)
        if origin is None:
            return request.headers.get("Sec-Fetch-Site") == "same-origin"
        return urlsplit(origin).netloc == request.host


def is_https(request: web.Request) -> bool:
    """Whether the browser speaks HTTPS, to us or to the proxy before us."""
    return request.secure or request.headers.get(hdrs.ORIGIN, "").startswith("https://")
