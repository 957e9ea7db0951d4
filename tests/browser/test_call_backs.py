"""A promised call: its client changes it, and the agent who makes it reads what was said before."""

import pytest
from playwright.sync_api import APIResponse, Locator, Request, Route, expect

from tests.browser import axe
from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import COLLEAGUE, Browse, Screenshot
from tests.browser.devices import DESKTOP, Device
from tests.browser.typography import words
from tests.running_system import RunningSystem

NARROW: Device = {"viewport": {"width": 400, "height": 800}}


def _waits(client: Client) -> str:
    """Has a client ask for a person; the reference they are given."""
    client.open()
    client.choose("Parler à un agent")
    return client.reference()


def _is_promised_a_call(client: Client) -> None:
    """Has a client who waits ask for a call."""
    client.write("rappelez-moi au 418 555-0123 dès que possible")
    expect(client.answer.last).to_contain_text("Je résume")
    client.choose("Oui, rappelez-moi")
    client.hears("C’est noté", "D’ici là")


def _is_opened_by(agent: Agent, reference: str) -> None:
    """Has an agent sign in and unfold a call-back."""
    agent.sign_in()
    agent.page.get_by_role("tab", name="Rappels").click()
    _call_back(agent, reference).click()


def _call_back(agent: Agent, reference: str) -> Locator:
    """A call-back in the list."""
    return (
        agent.page.get_by_role("tabpanel", name="Rappels")
        .get_by_role("button")
        .filter(has_text=reference)
    )


def test_a_promised_call_is_changed_and_then_called_off(
    client: Client, agent: Agent, screenshot: Screenshot
) -> None:
    reference = _waits(client)
    _is_promised_a_call(client)
    client.choose("Changer le rappel")
    client.hears("Un rappel est déjà prévu au 418 555-0123")
    screenshot(client.page, "client-rappel-prevu")
    client.choose("Changer le numéro")
    client.hears("À quel numéro")
    client.write("514 555-0199")
    client.hears("Je résume : un rappel au 514 555-0199, dès que possible.")
    client.choose("Oui, changez-le")
    client.hears("C’est changé", "D’ici là")

    _is_opened_by(agent, reference)
    agent.do("Afficher le numéro")
    call = agent.page.get_by_role("link", name=words("Appeler le 514 555-0199"))
    expect(call).to_be_focused()

    client.write("finalement, annulez le rappel")
    client.hears("C’est annulé, personne ne vous rappellera.", "Me revoici")
    expect(_call_back(agent, reference)).to_have_count(0)
    called_off = words(f"Rappel {reference} : le client l’a annulé.")
    expect(agent.page.get_by_role("alert").filter(has_text=called_off)).to_be_visible()
    list_ = agent.page.get_by_role("tabpanel", name="Rappels")
    expect(list_.locator("h2:focus, .empty:focus")).to_have_count(1)


def test_a_call_stays_where_it_was_unfolded_when_its_client_changes_it(
    client: Client, agent: Agent
) -> None:
    reference = _waits(client)
    _is_promised_a_call(client)
    _is_opened_by(agent, reference)
    note = agent.page.get_by_label("Note sur l’appel")
    note.fill("Boîte vocale.")
    agent.do("Afficher le numéro")
    expect(agent.page.get_by_role("link", name="Appeler")).to_be_focused()
    client.write("finalement, demain matin")
    client.hears("Je résume")
    client.choose("Oui, changez-le")

    changed = agent.page.get_by_role("alert").filter(has_text="Le client vient de changer ce")
    expect(changed).to_be_visible()
    expect(_call_back(agent, reference)).to_contain_text("demain matin")
    # The number, which had the focus, is hidden again.
    expect(_call_back(agent, reference)).to_be_focused()
    expect(note).to_have_value("Boîte vocale.")
    due = agent.page.get_by_role("region", name="À faire maintenant")
    expect(due).to_contain_text(reference)

    _call_back(agent, reference).press("Enter")
    later = agent.page.get_by_role("region", name="Plus tard")
    expect(later).to_contain_text(reference)
    expect(_call_back(agent, reference)).to_be_focused()


def test_who_comes_second_is_told_who_has_noted_the_call(
    client: Client, agent: Agent, colleague: Agent
) -> None:
    reference = _waits(client)
    _is_promised_a_call(client)
    _is_opened_by(agent, reference)
    _is_opened_by(colleague, reference)
    agent.page.get_by_label("Note sur l’appel").focus()
    colleague.page.get_by_label("Note sur l’appel").fill("Tout est réglé.")
    colleague.do("Client joint")

    noted = agent.page.get_by_role("alert").filter(has_text=f"déjà été noté par {COLLEAGUE}")
    expect(noted).to_be_visible()
    expect(_call_back(agent, reference)).to_contain_text(words(f"{COLLEAGUE} : Tout est réglé."))
    expect(_call_back(agent, reference)).to_be_focused()


def test_a_call_is_given_up_once_that_is_confirmed(
    client: Client, browse: Browse, system: RunningSystem
) -> None:
    reference = _waits(client)
    _is_promised_a_call(client)
    browser = browse(DESKTOP)
    axe.install(browser)
    agent = Agent(browser, system)
    _is_opened_by(agent, reference)
    agent.page.get_by_label("Note sur l’appel").fill("Numéro hors service.")
    agent.do("Abandonner")
    expect(agent.confirmation).to_contain_text("Personne ne rappellera ce client.")
    assert axe.violations(agent.page) == []
    agent.page.keyboard.press("Escape")
    expect(agent.page.get_by_role("button", name="Abandonner", exact=True)).to_be_focused()
    agent.do("Abandonner")
    agent.do("Abandonner le rappel")
    settled = agent.page.get_by_role("region", name="Réglés aujourd’hui")
    given_up = settled.get_by_role("button").filter(has_text=reference)
    expect(given_up).to_contain_text("Abandonné")
    expect(given_up).to_contain_text("Numéro hors service.")


def test_an_agent_who_notes_a_call_that_was_called_off_reads_why_not(
    client: Client, agent: Agent
) -> None:
    reference = _waits(client)
    client.write("rappelez-moi au 418 555-0123 après-demain")
    client.hears("Je résume : un rappel au 418 555-0123, après-demain.")
    client.choose("Oui, rappelez-moi")
    client.hears("C’est noté", "D’ici là")
    lists: list[APIResponse] = []
    noted: list[Request] = []

    def as_first_read(route: Route) -> None:
        """Keeps the list as it was, however often it is read, until the agent notes the call."""
        if noted:
            route.continue_()
            return
        if not lists:
            lists.append(route.fetch())
        route.fulfill(response=lists[0])

    agent.sign_in()
    agent.page.route("**/bureau/api/rappels", as_first_read)
    agent.page.on(
        "request", lambda request: noted.append(request) if "/rappels/" in request.url else None
    )
    agent.page.get_by_role("tab", name="Rappels").click()
    _call_back(agent, reference).click()
    client.write("annulez le rappel")
    client.hears("C’est annulé, personne ne vous rappellera.", "Me revoici")
    agent.do("Client joint")
    expect(_call_back(agent, reference)).to_have_count(0)
    told = agent.page.get_by_role("tabpanel", name="Rappels").get_by_role("alert")
    expect(told).to_contain_text("le client l’a annulé")


@pytest.mark.parametrize("device", [DESKTOP, NARROW], ids=["1280", "400"])
def test_the_agent_who_calls_reads_what_was_said(
    device: Device,
    client: Client,
    colleague: Agent,
    browse: Browse,
    system: RunningSystem,
    screenshot: Screenshot,
) -> None:
    reference = _waits(client)
    colleague.sign_in()
    colleague.case(reference).click()
    colleague.page.get_by_label("Nouvelle note").fill("Préfère qu’on l’appelle.")
    colleague.do("Ajouter la note")
    expect(colleague.page.get_by_role("region", name="Dossier")).to_contain_text("Préfère qu’on")
    _is_promised_a_call(client)
    browser = browse(device)
    axe.install(browser)
    agent = Agent(browser, system)
    page = agent.page
    agent.sign_in()
    page.get_by_role("tab", name="Rappels").click()
    _call_back(agent, reference).press("Enter")
    read = page.get_by_role("button", name="Lire la conversation")
    page.keyboard.press("Tab")
    expect(read).to_be_focused()
    assert axe.violations(page) == []
    screenshot(page, f"bureau-rappel-{device['viewport']['width']}")
    page.keyboard.press("Enter")
    conversation = page.get_by_role("dialog", name=f"Conversation {reference}")
    expect(conversation).to_contain_text("rappelez-moi au [téléphone masqué]")
    expect(conversation).not_to_contain_text("0123")
    expect(conversation.get_by_role("list", name="Notes privées")).to_contain_text(
        words("Paul : Préfère qu’on l’appelle.")
    )
    assert axe.violations(page) == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    screenshot(page, f"bureau-rappel-conversation-{device['viewport']['width']}")
    page.keyboard.press("Escape")
    expect(conversation).to_be_hidden()
    expect(read).to_be_focused()

    # It can be read for as long as the list shows the call.
    agent.do("Client joint")
    settled = page.get_by_role("region", name="Réglés aujourd’hui")
    settled.get_by_role("button").filter(has_text=reference).click()
    settled.get_by_role("button", name="Lire la conversation").click()
    expect(conversation).to_contain_text("Parler à un agent")
