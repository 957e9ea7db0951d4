"""Who may talk to the gateway from a browser, and what browsers may do with what it serves."""

from urllib.parse import urlsplit

from aiohttp import hdrs, web

from gateway.peers import Peers

# Nothing the gateway serves may load or be framed, unless a page says more (DESK_CSP).
API_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The desk page: its own files and its own socket. Lit makes the one Trusted Types policy.
DESK_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html"
)
# The page of the widget alone, for sites that frame it rather than run a foreign script.
WIDGET_PAGE_CSP = DESK_CSP.replace("frame-ancestors 'none'", "frame-ancestors {ancestors}")
# What no page of ours uses, nor what it frames.
UNUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
# Defaults: a response that sets one of these keeps its own.
HEADERS = {
    "Content-Security-Policy": API_CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
    hdrs.CACHE_CONTROL: "no-store",
}
# A year, as browsers' preload lists ask for.
STRICT_TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains"


class SecurityHeaders:
    """Gives every response the headers it doesn't set itself, and hides which versions serve."""

    def __init__(self, peers: Peers) -> None:
        self._peers = peers

    async def add(self, request: web.Request, response: web.StreamResponse) -> None:
        """Signal handler, before a response is sent."""
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.popall(hdrs.SERVER, None)
        if self._peers.is_https(request):
            response.headers["Strict-Transport-Security"] = STRICT_TRANSPORT_SECURITY


def widget_page_csp(allowed_origins: frozenset[str]) -> str:
    """The policy of the page that holds the widget alone: the allowed sites may frame it."""
    ancestors = " ".join(["'self'", *sorted(allowed_origins)])
    return WIDGET_PAGE_CSP.format(ancestors=ancestors)


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


def is_cross_site(request: web.Request) -> bool:
    """Whether a page of another site sent this request: browsers keep no cookie of ours there."""
    return request.headers.get("Sec-Fetch-Site") == "cross-site"
