"""A client of the portal: what they see of the widget in one tab, and what they do there.

Everything is found as a person or a screen reader finds it, by role, name and words.
"""

import re
from collections.abc import Sequence
from typing import Self

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.typography import words
from tests.browser.watched_context import WatchedContext

LAUNCHER = "Besoin d’aide?"
REFERENCE = re.compile(r"référence\s: (\w{3}-\w{3})")
PLACE = re.compile(r"^Vous êtes en \d+r?e place · ")
# The lines after the last one of the viewer's own.
ANSWER = "xpath=li[.//span[.='Vous']][last()]/following-sibling::li"


class Client:
    """One tab of a client's browser, with the widget."""

    def __init__(
        self, browser: WatchedContext, page: Page, frame: FrameLocator | None = None
    ) -> None:
        """`frame` is where the widget is, if not in the page itself."""
        self.browser = browser
        self.page = page
        place = frame or page
        self.launcher = place.get_by_role("button", name=LAUNCHER)
        self.panel = place.get_by_role("dialog", name="Aide à la connexion")
        self.transcript = self.panel.get_by_role("region", name="Conversation")
        self.lines = self.transcript.get_by_role("listitem")
        self.answer = self.transcript.get_by_role("list").locator(ANSWER)
        self.composer = self.panel.get_by_role("textbox", name="Votre message")
        self.options = self.panel.get_by_role("button", name="Options")
        self.question = self.panel.get_by_role("alertdialog")
        self.place = self.panel.get_by_text(PLACE)
        self.survey = self.panel.get_by_role("form", name="Votre avis")
        self.offline = self.panel.get_by_role("paragraph").filter(has_text="est interrompue")

    @classmethod
    def arrive(cls, browser: WatchedContext, portal_url: str, path: str = "/portail/") -> Self:
        """A new tab on a page of the portal, the login page unless told otherwise."""
        page = browser.new_page()
        page.goto(f"{portal_url}{path}")
        tab = cls(browser, page)
        expect(tab.launcher).to_be_visible()
        return tab

    def another_tab(self) -> Self:
        """A second tab on the same page, with the panel open."""
        page = self.browser.new_page()
        page.goto(self.page.url)
        tab = type(self)(self.browser, page)
        tab.open()
        return tab

    def open(self) -> None:
        """Opens the panel and waits for the conversation."""
        self.launcher.click()
        expect(self.lines.first).to_be_visible()

    def choose_option(self, name: str) -> None:
        """Presses one of the things that can be done with the whole conversation."""
        if self.options.get_attribute("aria-expanded") == "false":
            self.options.click()
        self.panel.get_by_role("button", name=name, exact=True).click()

    def confirm(self, answer: str) -> None:
        """Answers the question that is asked first."""
        self.question.get_by_role("button", name=answer, exact=True).click()

    def write(self, text: str) -> None:
        """Sends a message in words."""
        self.composer.fill(text)
        self.composer.press("Enter")

    def choice(self, title: str) -> Locator:
        """The newest button of that name in the transcript."""
        return self.transcript.get_by_role("button", name=words(title, whole=True)).last

    def choose(self, title: str) -> None:
        """Presses a button that is on offer."""
        expect(self.choice(title)).to_be_enabled()
        self.choice(title).click()

    def hears(self, *parts: str) -> None:
        """The answer to their last message is this many bubbles, each with its part of a text."""
        expect(self.answer).to_contain_text([words(part) for part in parts])

    def is_with(self, owner: str) -> None:
        """The panel's head says who answers."""
        expect(
            self.panel.get_by_role("heading", level=2).locator("xpath=following-sibling::p")
        ).to_have_text(owner)

    def reference(self) -> str:
        """What they were last given to quote on the phone."""
        telling = self.lines.filter(has_text="Votre numéro de référence").last
        expect(telling).to_be_visible()
        found = REFERENCE.search(telling.inner_text())
        assert found, telling.inner_text()
        return found[1]

    def texts(self, lines: Locator) -> Sequence[str]:
        """The words of some lines, without their headings and buttons."""
        return lines.get_by_role("paragraph").all_inner_texts()
