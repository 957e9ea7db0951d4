"""A supervisor, on the team's page."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.watched_context import WatchedContext
from tests.running_system import RunningSystem

LOGIN = "chef"


class Supervisor:
    """One tab of a supervisor's browser, with the team's page."""

    def __init__(self, browser: WatchedContext, system: RunningSystem) -> None:
        self.page: Page = browser.new_page()
        self._system = system

    def sign_in(self) -> None:
        """Signs in and waits for the accounts."""
        self.page.goto(f"{self._system.gateway_url}/bureau/equipe")
        self.page.get_by_label("Identifiant").fill(LOGIN)
        self.page.get_by_label("Mot de passe").fill(self._system.agent_password)
        self.page.get_by_role("button", name="Se connecter").click()
        expect(self.row("demo")).to_be_visible()

    def go(self, section: str) -> None:
        """Goes to a section of the page, by keyboard."""
        self.page.get_by_role("link", name=section, exact=True).press("Enter")

    def row(self, text: str) -> Locator:
        """A row of the table on screen."""
        return self.page.get_by_role("row").filter(has_text=text)

    def press(self, name: str) -> None:
        """Presses a button, by keyboard."""
        self.page.get_by_role("button", name=name, exact=True).press("Enter")
