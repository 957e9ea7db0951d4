"""The supervisors' page, by keyboard: invitations, locks, every conversation, opened values."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP, Device
from tests.browser.supervisor import Supervisor
from tests.browser.watched_context import WatchedContext
from tests.running_system import RunningSystem

NARROW: Device = {"viewport": {"width": 400, "height": 800}}
PASSWORD = "quatre pommes vertes"
SECTIONS = ("Comptes", "Conversations", "Avec l’assistant", "Registre")


def no_sideways_scroll(page: Page) -> bool:
    """Whether nothing of the page is beside the window."""
    return bool(
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )


def with_axe(browser: WatchedContext) -> WatchedContext:
    """The browser, with axe-core in its pages."""
    axe.install(browser)
    return browser


def test_an_invited_person_chooses_a_password_and_is_locked_out_again(
    browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    chief = Supervisor(with_axe(browse(DESKTOP)), system)
    chief.sign_in()
    page = chief.page
    chief.press("Inviter une personne")
    page.get_by_label("Nom", exact=True).fill("Marie Roy")
    page.get_by_label("Identifiant").fill("marie.roy")
    assert axe.violations(page) == []
    screenshot(page, "equipe-inviter")
    page.get_by_label("Identifiant").press("Enter")
    link = page.get_by_label("Lien d’invitation").input_value()
    assert axe.violations(page) == []
    screenshot(page, "equipe-lien")
    chief.press("Fermer")
    expect(chief.row("marie.roy")).to_contain_text("Invitation valable")

    guest = with_axe(browse(NARROW)).new_page()
    guest.goto(link)
    # The secret is in no history.
    assert guest.url == f"{system.gateway_url}/bureau/invitation"
    password = guest.get_by_label("Nouveau mot de passe")
    password.fill("court")
    password.press("Enter")
    expect(guest.get_by_role("alert")).to_contain_text("trop court")
    assert axe.violations(guest) == []
    screenshot(guest, "invitation")
    password.fill(PASSWORD)
    password.press("Enter")
    expect(guest.get_by_role("heading")).to_have_text("Votre mot de passe est enregistré.")
    assert axe.violations(guest) == []
    guest.get_by_role("link", name="Se connecter").press("Enter")
    guest.get_by_label("Identifiant").fill("marie.roy")
    guest.get_by_label("Mot de passe").fill(PASSWORD)
    guest.get_by_role("button", name="Se connecter").press("Enter")
    expect(guest.get_by_role("button", name="Se déconnecter")).to_be_visible()

    # Used, the link is nobody's.
    again = browse(NARROW).new_page()
    again.goto(link)
    again.get_by_label("Nouveau mot de passe").fill(PASSWORD)
    again.get_by_role("button", name="Enregistrer").press("Enter")
    expect(again.get_by_role("alert")).to_contain_text("Ce lien n’est plus valide")

    chief.press("Verrouiller le compte de Marie Roy")
    assert axe.violations(page) == []
    screenshot(page, "equipe-verrouiller")
    chief.press("Verrouiller")
    expect(page.get_by_role("status")).to_contain_text("est verrouillé")
    expect(chief.row("marie.roy")).to_contain_text("Verrouillé")
    # At once: the open desk is the sign-in again.
    expect(guest.get_by_role("button", name="Se connecter")).to_be_visible()
    screenshot(page, "equipe-comptes")
    chief.press("Déverrouiller le compte de Marie Roy")
    expect(page.get_by_role("status")).to_contain_text("déverrouillé")


def test_every_conversation_can_be_read_masked(
    client: Client, agent: Agent, browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    client.write("je m’appelle Zacharie Quévillon, mon code est QZ918273")
    agent.sign_in()
    agent.take(reference)
    agent.page.get_by_role("button", name="Afficher le nom").press("Enter")
    agent.write("Bonjour, je regarde.")

    chief = Supervisor(with_axe(browse(DESKTOP)), system)
    chief.sign_in()
    page = chief.page
    chief.go("Conversations")
    page.get_by_label("Numéro de référence").fill(reference.lower())
    page.get_by_label("Numéro de référence").press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
    expect(chief.row(reference)).to_contain_text("En cours")
    chief.press(reference)
    heading = page.get_by_role("heading", name=f"Dossier {reference}")
    expect(heading).to_be_focused()
    transcript = page.get_by_role("region", name="Conversation", exact=True)
    expect(transcript).to_contain_text("[nom masqué]")
    expect(transcript).to_contain_text("Bonjour, je regarde.")
    # Nothing masked can be opened here, and nothing written.
    expect(transcript.get_by_role("button", name="Afficher")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_count(0)
    assert "Quévillon" not in page.content()
    assert axe.violations(page) == []
    screenshot(page, "equipe-dossier")
    chief.press("Retour à la liste")
    expect(page.get_by_role("button", name=reference)).to_be_focused()
    chief.press(reference)
    expect(heading).to_be_visible()
    chief.go("Conversations")
    expect(heading).to_be_hidden()

    chief.go("Registre")
    # Twice, with the newest first, after what the agent opened.
    rows = chief.row(reference)
    expect(rows).to_contain_text(["A lu la conversation"] * 2 + ["A affiché\u00a0: Nom"])
    expect(rows.last).to_contain_text("Julie")
    screenshot(page, "equipe-valeurs")


def test_what_was_said_to_the_assistant_alone(
    client: Client, browse: Browse, system: RunningSystem
) -> None:
    client.open()
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    chief = Supervisor(with_axe(browse(DESKTOP)), system)
    chief.sign_in()
    chief.go("Avec l’assistant")
    chief.page.get_by_role("row").nth(1).get_by_role("button").press("Enter")
    expect(chief.page.get_by_role("heading", level=2)).to_be_focused()
    expect(chief.page.get_by_role("region", name="Conversation")).to_contain_text("une heure")
    assert axe.violations(chief.page) == []


@pytest.mark.parametrize("device", [DESKTOP, NARROW], ids=["1280", "400"])
def test_axe_finds_nothing_in_any_section(
    device: Device,
    client: Client,
    browse: Browse,
    system: RunningSystem,
    screenshot: Screenshot,
) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    chief = Supervisor(with_axe(browse(device)), system)
    chief.sign_in()
    page = chief.page
    found = {}
    for section in SECTIONS:
        chief.go(section)
        expect(page.get_by_role("link", name=section)).to_have_attribute("aria-current", "page")
        expect(page.get_by_text("Chargement…")).to_have_count(0)
        found[section] = axe.violations(page)
        assert no_sideways_scroll(page), section
        screenshot(page, f"equipe-{section}-{device['viewport']['width']}")
    chief.go("Conversations")
    chief.press(reference)
    expect(page.get_by_role("heading", name=f"Dossier {reference}")).to_be_visible()
    found["dossier"] = axe.violations(page)
    assert no_sideways_scroll(page)
    screenshot(page, f"equipe-dossier-{device['viewport']['width']}")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_anybody_changes_their_own_password(
    browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    """By an account of its own: the others' password is the demo's."""
    chief = Supervisor(browse(DESKTOP), system)
    chief.sign_in()
    chief.press("Inviter une personne")
    chief.page.get_by_label("Nom", exact=True).fill("Luc Côté")
    chief.page.get_by_label("Identifiant").fill("luc")
    chief.page.get_by_label("Identifiant").press("Enter")
    page = with_axe(browse(NARROW)).new_page()
    page.goto(chief.page.get_by_label("Lien d’invitation").input_value())
    page.get_by_label("Nouveau mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Enregistrer").press("Enter")
    page.get_by_role("link", name="Se connecter").press("Enter")
    page.get_by_label("Identifiant").fill("luc")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").press("Enter")
    page.get_by_role("button", name="Mot de passe").press("Enter")
    page.get_by_label("Mot de passe actuel").fill("autre chose")
    page.get_by_label("Nouveau mot de passe").fill("cinq pommes vertes")
    page.get_by_label("Nouveau mot de passe").press("Enter")
    expect(page.get_by_role("alert").filter(has_text="inexact")).to_be_visible()
    assert axe.violations(page) == []
    screenshot(page, "mot-de-passe")
    page.get_by_label("Mot de passe actuel").fill(PASSWORD)
    page.get_by_label("Nouveau mot de passe").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Votre mot de passe est changé.")
    expect(page.get_by_role("dialog").get_by_role("button", name="Fermer")).to_be_focused()
    assert axe.violations(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Mot de passe")).to_be_focused()
    # This session goes on.
    page.reload()
    expect(page.get_by_role("button", name="Se déconnecter")).to_be_visible()
