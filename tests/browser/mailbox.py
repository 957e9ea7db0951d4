"""The sandbox's mailbox page, as the person whose mail it is reads it."""

import time

from playwright.sync_api import Locator, Page

from tests.running_system import RunningSystem

TIMEOUT_S = 20


class Mailbox:
    """A tab on the mailbox, for the mails to one address from now on."""

    def __init__(self, page: Page, system: RunningSystem, recipient: str) -> None:
        self.page = page
        page.goto(f"{system.portal_url}/courriels")
        self._mails = page.get_by_role("listitem").filter(has_text=recipient)
        self._before = self._mails.count()

    def arrived(self) -> int:
        """How many mails have come since."""
        self.page.reload()
        return self._mails.count() - self._before

    def open_new_mail(self) -> Locator:
        """Opens the newest mail once it has come; the link in it."""
        deadline = time.monotonic() + TIMEOUT_S
        # The page renews itself too, but at a reader's pace.
        while self.arrived() == 0:
            assert time.monotonic() < deadline, "no mail came"
        self._mails.first.get_by_role("link").click()
        return self.page.get_by_role("link", name="/portail/reinitialisation")
