"""A browser context whose pages are watched for what no page of ours may ever do."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError
from yarl import URL

# The browser's own words for an answer that is not 200, or that did not come.
NETWORK_ERRORS = ("Failed to load resource", "WebSocket connection to")


class WatchedContext:
    """One person's browser: its cookies and tabs, and what went wrong in them."""

    def __init__(self, context: BrowserContext, origins: set[str]) -> None:
        """`origins` are those that pages may talk to."""
        self._origins = origins
        self.context = context
        self.requests: list[str] = []
        """Every address that was asked for, sockets included."""
        self.wrongs: list[str] = []
        """Errors of scripts and consoles, policy violations, requests to somebody else."""
        context.on("request", self._see_request)
        context.on("console", self._see_console)
        context.on("weberror", self._see_error)
        context.on("page", self._see_page)

    def new_page(self) -> Page:
        """A new tab."""
        return self.context.new_page()

    def close(self) -> None:
        """Closes all tabs."""
        self.context.close()

    def _see_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._see_address(socket.url))

    def _see_request(self, request: Request) -> None:
        self._see_address(request.url)

    def _see_address(self, address: str) -> None:
        self.requests.append(address)
        origin = URL(address).with_scheme("http").origin()
        if str(origin) not in self._origins:
            self.wrongs.append(f"a request to {address}")

    def _see_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(NETWORK_ERRORS):
            self.wrongs.append(f"{message.type}: {message.text}")

    def _see_error(self, error: WebError) -> None:
        self.wrongs.append(f"script: {error.error}")
