"""axe-core finds nothing wrong: all pages and states, on a phone and a desktop, light and dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP, PHONE, SMALL_PHONE, Device
from tests.browser.mailbox import Mailbox
from tests.browser.outage import gateway_killed
from tests.browser.typography import words
from tests.browser.watched_context import WatchedContext
from tests.running_system import RunningSystem

DEVICES = pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
THUMB_PX = 44
PASSWORD = "erable-rouge-1608"
PORTAL_PAGES = [
    "/portail/",
    "/portail/?avis=lien",
    "/portail/mot-de-passe-oublie",
    "/portail/code-oublie",
    "/portail/demande-recue/mot-de-passe",
    "/portail/demande-recue/code",
    "/portail/page-inconnue",
    "/courriels",
]


class Checked:
    """Collects what axe-core finds, by state, so that one run tells all of it."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}

    def see(self, page: Page, state: str) -> None:
        """Looks at a page as it is now."""
        violations = axe.violations(page)
        if violations:
            self.found[state] = violations


@pytest.fixture
def checked() -> Checked:
    """Nothing found yet."""
    return Checked()


def _browse_with_axe(browse: Browse, device: Device) -> WatchedContext:
    browser = browse(device)
    axe.install(browser)
    return browser


@DEVICES
def test_widget(
    device: Device, browse: Browse, system: RunningSystem, agent: Agent, checked: Checked
) -> None:
    client = Client.arrive(_browse_with_axe(browse, device), system.portal_url)
    checked.see(client.page, "closed")
    client.open()
    checked.see(client.page, "open")
    client.options.click()
    checked.see(client.page, "options")
    client.page.keyboard.press("Escape")
    client.choose_option("Terminer et recommencer")
    checked.see(client.page, "asking before ending")
    client.confirm("Annuler")
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    checked.see(client.page, "with buttons")
    client.choose("Envoyez-le")
    client.hears("la demande", "code d'utilisateur?")
    checked.see(client.page, "form")
    client.write("x" * 2001)
    expect(client.panel.get_by_role("alert")).to_be_visible()
    checked.see(client.page, "too long")
    client.composer.fill("")
    client.choose("Annuler")
    expect(client.answer.first).to_be_visible()
    client.choose("Parler à un agent")
    expect(client.choice("Revenir à l’assistant")).to_be_enabled()
    checked.see(client.page, "waiting")
    agent.sign_in()
    expect(client.place).to_be_visible()
    checked.see(client.page, "waiting with a place")
    agent.take(client.reference())
    agent.write("Bonjour, ici Julie.")
    expect(client.lines.last).to_contain_text("ici Julie")
    client.write("La page reste blanche.")
    expect(client.lines.last).to_contain_text("Lu")
    agent.composer.press_sequentially("Et")
    expect(client.transcript).to_contain_text("Julie écrit…")
    checked.see(client.page, "agent")
    agent.close()
    client.is_with("Conversation terminée")
    expect(client.survey).to_be_visible()
    checked.see(client.page, "closed by the agent, asked how it went")
    client.survey.get_by_role("button", name="Envoyer mon avis").click()
    expect(client.survey.get_by_role("alert")).to_be_visible()
    checked.see(client.page, "nothing answered")
    client.survey.get_by_role("radio", name="5, excellent").check()
    checked.see(client.page, "answered")
    client.survey.get_by_role("button", name="Envoyer mon avis").click()
    expect(client.panel.get_by_text("Merci, votre avis est noté.")).to_be_visible()
    checked.see(client.page, "thanked")
    client.choose_option("Effacer la conversation")
    checked.see(client.page, "asking before erasing")
    client.confirm("Effacer")
    expect(client.panel).to_be_hidden()
    checked.see(client.page, "erased")
    assert checked.found == {}


@pytest.mark.parametrize(
    ("device", "forced_colors"), [(SMALL_PHONE, None), (DESKTOP, "active"), (PHONE, "active")]
)
def test_widget_small_or_in_forced_colours(
    device: Device,
    forced_colors: str | None,
    browse: Browse,
    system: RunningSystem,
    checked: Checked,
    screenshot: Screenshot,
) -> None:
    browser = browse(device, forced_colors=forced_colors)
    axe.install(browser)
    client = Client.arrive(browser, system.portal_url, "/portail/?avis=lien")
    checked.see(client.page, "closed")
    client.open()
    client.hears("une heure", "Mot de passe oublié?")
    checked.see(client.page, "context")
    client.page.goto(f"{system.portal_url}/portail/code-oublie")
    expect(client.panel.get_by_text("À propos de cette page")).to_be_visible()
    checked.see(client.page, "offered choice")
    for _ in range(2):
        client.choose_option("A+, agrandir le texte")
    screenshot(client.page, f"options-{forced_colors}-{device['viewport']['width']}")
    checked.see(client.page, "largest text")
    client.choose_option("Effacer la conversation")
    checked.see(client.page, "asking before erasing")
    assert client.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    assert checked.found == {}


@DEVICES
def test_widget_in_a_page_of_its_own(
    device: Device, browse: Browse, system: RunningSystem, checked: Checked
) -> None:
    browser = _browse_with_axe(browse, device)
    page = browser.new_page()
    page.goto(f"{system.gateway_url}/clavardage")
    client = Client(browser, page)
    expect(client.lines.first).to_be_visible()
    checked.see(page, "open")
    client.choose_option("Effacer la conversation")
    checked.see(page, "asking before erasing")
    client.confirm("Effacer")
    expect(client.panel.get_by_role("button", name="Nouvelle conversation")).to_be_visible()
    checked.see(page, "erased")
    assert checked.found == {}


@pytest.mark.parametrize("device", [PHONE, SMALL_PHONE], ids=["phone", "small"])
def test_targets_are_large_enough_for_a_thumb(
    device: Device, browse: Browse, system: RunningSystem
) -> None:
    client = Client.arrive(browse(device), system.portal_url)
    sizes = {"launcher": client.launcher.bounding_box()}
    client.open()
    client.options.click()
    for target in [*client.panel.get_by_role("button").all(), client.composer]:
        sizes[target.get_attribute("aria-label") or target.inner_text()] = target.bounding_box()
    assert [
        name
        for name, box in sizes.items()
        if box is None or min(box["width"], box["height"]) < THUMB_PX
    ] == []


def test_widget_offline(browse: Browse, system: RunningSystem, checked: Checked) -> None:
    clients = [
        Client.arrive(_browse_with_axe(browse, device), system.portal_url)
        for device in (PHONE, DESKTOP)
    ]
    for client in clients:
        client.open()
    with gateway_killed(system):
        for client in clients:
            expect(client.offline).to_be_visible()
            client.write("bonjour")
            checked.see(client.page, f"offline {client.page.viewport_size}")
    assert checked.found == {}


def test_portal(browse: Browse, system: RunningSystem, checked: Checked) -> None:
    link = _mailed_link(browse(DESKTOP).new_page(), system)
    for device in (PHONE, DESKTOP):
        page = _browse_with_axe(browse, device).new_page()
        for address in [*(system.portal_url + path for path in PORTAL_PAGES), link]:
            page.goto(address)
            checked.see(page, f"{address} {page.viewport_size}")
        page.goto(f"{system.portal_url}/courriels")
        page.get_by_role("link", name="Réinitialisation").first.click()
        checked.see(page, f"a mail {page.viewport_size}")
        page.goto(f"{system.portal_url}/portail/")
        page.get_by_role("button", name="Se connecter").click()
        expect(page.get_by_role("alert")).to_be_visible()
        checked.see(page, f"what is missing {page.viewport_size}")
        page.get_by_label(words("Code d'utilisateur")).fill("CD234567")
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Se connecter").click()
        expect(page.get_by_role("heading", name="Bienvenue")).to_be_visible()
        checked.see(page, f"welcome {page.viewport_size}")
    assert checked.found == {}


@DEVICES
def test_desk(
    device: Device, client: Client, browse: Browse, system: RunningSystem, checked: Checked
) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    agent = Agent(_browse_with_axe(browse, device), system)
    agent.visit()
    expect(agent.page.get_by_role("heading", name="Connexion au bureau")).to_be_visible()
    checked.see(agent.page, "sign-in")
    agent.page.get_by_role("button", name="Se connecter").click()
    expect(agent.page.get_by_role("alert")).to_contain_text("Entrez votre identifiant")
    checked.see(agent.page, "sign-in refused")
    agent.sign_in()
    expect(agent.case(reference)).to_be_visible()
    checked.see(agent.page, "queue")
    agent.case(reference).click()
    expect(agent.page.get_by_role("button", name="Prendre")).to_be_visible()
    checked.see(agent.page, "waiting conversation")
    agent.do("Prendre")
    expect(agent.composer).to_be_focused()
    agent.write("Bonjour, ici Julie.")
    expect(client.lines.last).to_contain_text("ici Julie")
    checked.see(agent.page, "conversation")
    agent.do("Fermer")
    expect(agent.confirmation).to_be_visible()
    checked.see(agent.page, "asking before closing")
    agent.page.keyboard.press("Escape")
    agent.close()
    assert checked.found == {}


def _mailed_link(page: Page, system: RunningSystem) -> str:
    """A reset link asked for at the portal."""
    mailbox = Mailbox(page.context.new_page(), system, "marie-eve.cote@example.com")
    page.goto(f"{system.portal_url}/portail/mot-de-passe-oublie")
    page.get_by_label(words("Code d'utilisateur")).fill("CD234567")
    page.get_by_label("Nom", exact=True).fill("Côté")
    page.get_by_label("Prénom").fill("Marie-Ève")
    page.get_by_role("button", name="Recevoir le lien").click()
    link = mailbox.open_new_mail().get_attribute("href")
    assert link is not None
    return link
