"""What a screen reader is told: every text the page's polite live regions have held."""

from playwright.sync_api import Page

from tests.browser.client import Client

TIMEOUT_MS = 20_000

# Runs before the page's own scripts, so that nothing said is missed.
LISTEN = """
    const said = [];
    let check = () => undefined;

    window.announced = (words, timeout) =>
      new Promise((resolve, reject) => {
        check = () => said.some((each) => each.includes(words)) && resolve(said);
        setTimeout(() => reject(new Error(`announced: ${JSON.stringify(said)}`)), timeout);
        check();
      });

    const hear = (region) => {
      if (!region.textContent) return;
      said.push(region.textContent);
      check();
    };

    customElements.whenDefined("portail-clavardage").then(async () => {
      let widget = null;
      while (!(widget = document.querySelector("portail-clavardage"))) {
        await new Promise(requestAnimationFrame);
      }
      await widget.updateComplete;
      for (const region of widget.shadowRoot.querySelectorAll("[aria-live=polite]")) {
        new MutationObserver(() => hear(region)).observe(region, { childList: true });
      }
    });
"""


class Announcements:
    """The announcements of a client's tab, from its next load on."""

    def __init__(self, client: Client) -> None:
        self._page: Page = client.page
        self._page.add_init_script(f"(() => {{ {LISTEN} }})()")

    def wait_for(self, words: str) -> list[str]:
        """All that was announced since the page was loaded, once these words were."""
        said: list[str] = self._page.evaluate(
            "([words, timeout]) => announced(words, timeout)", [words, TIMEOUT_MS]
        )
        return said
