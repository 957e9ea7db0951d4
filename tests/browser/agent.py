"""An agent of customer service, at the desk."""

from playwright.sync_api import Locator, expect

from tests.browser.watched_context import WatchedContext
from tests.running_system import RunningSystem


class Agent:
    """One tab of an agent's browser, with the desk."""

    def __init__(self, browser: WatchedContext, system: RunningSystem) -> None:
        self.page = page = browser.new_page()
        self._system = system
        self.queue = page.get_by_role("navigation", name="File")
        self.transcript = page.get_by_role("region", name="Conversation", exact=True)
        self.composer = page.get_by_role("textbox", name="Votre message")
        self.confirmation = page.get_by_role("dialog")

    def visit(self) -> None:
        """Opens the desk's page."""
        self.page.goto(f"{self._system.gateway_url}/bureau")

    def sign_in(self) -> None:
        """Signs in and waits for the queue."""
        self.visit()
        self.page.get_by_label("Identifiant").fill(self._system.agent_login)
        self.page.get_by_label("Mot de passe").fill(self._system.agent_password)
        self.page.get_by_role("button", name="Se connecter").click()
        expect(self.queue.get_by_role("heading", name="En attente")).to_be_visible()

    def case(self, reference: str) -> Locator:
        """A case in the queue."""
        return self.queue.get_by_role("button").filter(has_text=reference)

    def do(self, command: str) -> None:
        """Presses one of the buttons of the case on screen."""
        self.page.get_by_role("button", name=command, exact=True).click()

    def take(self, reference: str) -> None:
        """Opens a case of the queue and takes it."""
        self.case(reference).click()
        self.do("Prendre")
        expect(self.composer).to_be_focused()

    def close(self, reason: str = "Réglé") -> None:
        """Ends the conversation on screen."""
        self.do("Fermer")
        self.confirmation.get_by_role("radio", name=reason).check()
        self.do("Fermer la conversation")

    def write(self, text: str) -> None:
        """Writes to the client of the case on screen."""
        self.composer.fill(text)
        self.composer.press("Enter")
