"""An agent's day at the desk, with a client and a colleague."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import COLLEAGUE, Browse, Screenshot
from tests.browser.devices import DESKTOP, Device
from tests.browser.typography import words
from tests.running_system import RunningSystem

NARROW: Device = {"viewport": {"width": 400, "height": 800}}
# Every sound of a page, counted where the page can't know.
COUNT_NOTES = """
    window.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
        window.notes += 1;
        start.call(this, when);
    };
"""


def _waits(client: Client) -> str:
    """Has a client ask for a person; the reference they are given."""
    client.open()
    client.choose("Parler à un agent")
    return client.reference()


def _notes(page: Page) -> int:
    return int(page.evaluate("window.notes"))


def test_each_side_sees_who_writes_and_what_is_read(client: Client, agent: Agent) -> None:
    reference = _waits(client)
    agent.sign_in()
    agent.take(reference)

    agent.composer.press_sequentially("Bonjour, ici Julie.")
    expect(client.transcript).to_contain_text("Julie écrit…")
    agent.composer.press("Enter")
    expect(client.lines.last).to_contain_text("ici Julie")
    expect(client.transcript).not_to_contain_text("Julie écrit…")
    expect(agent.transcript.get_by_role("listitem").last).to_contain_text("Lu")

    client.composer.press_sequentially("bonjour")
    expect(agent.transcript).to_contain_text("Client écrit…")
    client.composer.press("Enter")
    expect(agent.transcript).not_to_contain_text("Client écrit…")
    expect(client.lines.last).to_contain_text("Lu")

    client.page.close()
    expect(agent.page.get_by_text("Le client est parti.").first).to_be_visible()
    expect(agent.case(reference)).to_contain_text("Client parti")
    agent.close()


def test_a_canned_reply_is_found_by_a_few_letters_and_edited(client: Client, agent: Agent) -> None:
    reference = _waits(client)
    agent.sign_in()
    agent.take(reference)
    search = agent.page.get_by_role("combobox", name="Chercher une réponse toute faite")

    agent.composer.press("/")
    expect(search).to_be_focused()
    search.press("Escape")
    expect(agent.composer).to_be_focused()
    expect(agent.composer).to_have_value("")

    agent.composer.press("/")
    search.press_sequentially("lien")
    options = agent.page.get_by_role("listbox", name="Réponses").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    search.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    search.press("ArrowUp")
    search.press("Enter")
    expect(agent.composer).to_be_focused()
    expect(agent.composer).to_have_value(words("Le lien est bon pendant une heure."))
    agent.composer.press_sequentially(" Ça vous va?")
    agent.composer.press("Enter")
    expect(client.lines.last).to_contain_text("Ça vous va?")
    agent.close()


def test_a_note_and_the_conversation_go_to_a_colleague(
    client: Client, agent: Agent, colleague: Agent, screenshot: Screenshot
) -> None:
    reference = _waits(client)
    agent.sign_in()
    colleague.sign_in()
    agent.take(reference)
    agent.page.get_by_label("Nouvelle note").fill("A déjà essayé deux navigateurs.")
    agent.do("Ajouter la note")
    record = agent.page.get_by_role("region", name="Dossier")
    expect(record).to_contain_text("A déjà essayé deux navigateurs.")
    screenshot(agent.page, "bureau-dossier")

    agent.do("Transférer")
    agent.do("Transférer la conversation")
    expect(agent.confirmation.get_by_role("alert")).to_contain_text("Choisissez")
    agent.confirmation.get_by_role("radio", name=COLLEAGUE).check()
    screenshot(agent.page, "bureau-transferer")
    agent.do("Transférer la conversation")
    expect(agent.confirmation).to_be_hidden()
    expect(agent.case(reference)).to_contain_text(f"Avec {COLLEAGUE}")

    mine = colleague.queue.get_by_role("region", name="Mes conversations")
    expect(mine).to_contain_text(reference)
    colleague.case(reference).click()
    expect(colleague.page.get_by_role("region", name="Dossier")).to_contain_text("deux navigateurs")
    expect(client.transcript).not_to_contain_text("deux navigateurs")
    colleague.close()
    expect(client.lines.last).to_contain_text("La conversation est terminée")


def test_a_conversation_is_closed_with_a_reason(client: Client, agent: Agent) -> None:
    reference = _waits(client)
    agent.sign_in()
    agent.take(reference)
    agent.do("Fermer")
    agent.do("Fermer la conversation")
    expect(agent.confirmation.get_by_role("alert")).to_contain_text("Choisissez une raison.")
    agent.do("Annuler")
    expect(agent.page.get_by_role("button", name="Fermer", exact=True)).to_be_focused()
    agent.close("Dirigé vers le conseiller")
    expect(agent.case(reference)).to_have_count(0)
    expect(agent.queue.get_by_role("heading", name="En attente")).to_be_focused()


def test_a_mail_is_asked_for_with_what_the_client_gave(
    client: Client, agent: Agent, system: RunningSystem
) -> None:
    # Past the throttle of whoever asked for this account before.
    system.let_pass(60)
    reference = _waits(client)
    agent.sign_in()
    agent.take(reference)
    agent.do("Renvoyer un courriel")
    agent.do("Envoyer la demande")
    expect(agent.confirmation.get_by_role("alert")).to_contain_text("Remplissez ce qui manque.")
    agent.confirmation.get_by_label(words("Code d’utilisateur")).fill("AB123456")
    agent.confirmation.get_by_label("Prénom").fill("Jean")
    agent.confirmation.get_by_label("Nom de famille").fill("Tremblay")
    agent.do("Envoyer la demande")
    expect(agent.confirmation).to_be_hidden()
    expect(client.lines.last).to_contain_text("Si ces renseignements correspondent à un compte")
    expect(agent.transcript).not_to_contain_text("Tremblay")

    agent.do("Renvoyer un courriel")
    expect(agent.confirmation.get_by_text("Déjà donné par le client.")).to_have_count(3)
    agent.do("Annuler")
    agent.close()


def test_an_earlier_conversation_is_read_again(client: Client, agent: Agent) -> None:
    reference = _waits(client)
    agent.sign_in()
    agent.take(reference)
    agent.write("Je vous laisse avec l’assistant.")
    agent.do("Rendre à l’assistant")
    client.is_with("Assistant automatisé")
    client.write("je veux parler à un agent")
    waiting = agent.queue.get_by_role("region", name="En attente").get_by_role("button")
    expect(waiting).to_have_count(1)
    waiting.click()
    agent.do(f"Relire la conversation {reference}")
    expect(agent.confirmation).to_contain_text("Je vous laisse avec l’assistant.")
    agent.page.keyboard.press("Escape")
    expect(agent.confirmation).to_be_hidden()
    agent.close()


def test_a_call_back_is_made(client: Client, agent: Agent, screenshot: Screenshot) -> None:
    reference = _waits(client)
    client.choose("Être rappelé")
    expect(client.answer.last).to_contain_text("À quel numéro")
    client.write("418 555-0123 poste 4")
    expect(client.answer.last).to_contain_text("Quel moment")
    client.choose("Dès que possible")
    expect(client.answer.last).to_contain_text("Je résume")
    client.choose("Oui, rappelez-moi")
    expect(client.answer.first).to_contain_text("C’est noté")

    agent.sign_in()
    agent.page.get_by_role("tab", name="Rappels (1)").click()
    agent.page.get_by_role("button").filter(has_text=reference).click()
    agent.do("Afficher le numéro")
    call = agent.page.get_by_role("link", name=words("Appeler le 418 555-0123, poste 4"))
    expect(call).to_have_attribute("href", "tel:+14185550123;ext=4")
    expect(call).to_be_focused()
    screenshot(agent.page, "bureau-rappel")
    agent.page.get_by_label("Note sur l’appel").fill("Pas de réponse.")
    agent.do("Réessayer plus tard")
    later = agent.page.get_by_role("region", name="Plus tard")
    expect(later).to_contain_text("Pas de réponse.")
    expect(agent.page.get_by_role("tab", name="Rappels", exact=True)).to_be_visible()

    later.get_by_role("button").filter(has_text=reference).click()
    agent.do("Client joint")
    settled = agent.page.get_by_role("region", name="Réglés aujourd’hui")
    expect(settled).to_contain_text(reference)


def test_presence_and_number_of_conversations_are_seen_by_others(
    agent: Agent, colleague: Agent
) -> None:
    agent.sign_in()
    colleague.sign_in()
    expect(agent.page.get_by_text("1 collègue")).to_be_visible()
    colleague.page.get_by_role("switch", name="Disponible").click()
    colleague.page.get_by_label("Conversations à la fois").select_option("2")
    expect(agent.page.get_by_text("Aucun collègue")).to_be_visible()
    agent.page.get_by_text("Aucun collègue").click()
    expect(agent.page.get_by_role("listitem").filter(has_text=COLLEAGUE)).to_contain_text(
        "en pause"
    )

    colleague.page.reload()
    here = colleague.page.get_by_role("switch", name="Disponible")
    expect(here).to_have_attribute("aria-checked", "false")
    expect(colleague.page.get_by_label("Conversations à la fois")).to_have_value("2")
    here.click()
    agent.page.keyboard.press("Escape")
    expect(agent.page.get_by_text("1 collègue")).to_be_visible()


def test_a_new_case_sounds_unless_switched_off(
    client: Client, desktop_client: Client, agent: Agent
) -> None:
    agent.page.add_init_script(f"(() => {{ {COUNT_NOTES} }})()")
    agent.sign_in()
    before = _notes(agent.page)
    first = _waits(client)
    expect(agent.case(first)).to_be_visible()
    assert _notes(agent.page) > before
    expect(agent.page).to_have_title("(1) Bureau")

    agent.page.get_by_role("switch", name="Son").click()
    agent.page.reload()
    expect(agent.page.get_by_role("switch", name="Son")).to_have_attribute("aria-checked", "false")
    # Browsers are silent until somebody has used the page.
    agent.queue.get_by_role("heading", name="En attente").click()
    second = _waits(desktop_client)
    expect(agent.case(second)).to_be_visible()
    assert _notes(agent.page) == 0
    expect(agent.page).to_have_title("(2) Bureau")

    for reference in (first, second):
        agent.case(reference).click()
        agent.close("Autre raison")
        expect(agent.case(reference)).to_have_count(0)


def test_by_keyboard_alone(client: Client, agent: Agent) -> None:
    _waits(client)
    agent.sign_in()
    press = agent.page.keyboard.press
    heading = agent.page.get_by_role("heading", name="Demande à parler à une personne")
    press("n")
    expect(heading).to_be_focused()
    press("p")
    expect(agent.composer).to_be_focused()
    # A field's own keys are no shortcuts.
    agent.page.keyboard.type("fp")
    expect(agent.composer).to_have_value("fp")
    press("Escape")
    expect(heading).to_be_focused()
    press("i")
    expect(agent.page.get_by_label("Nouvelle note")).to_be_focused()
    press("Escape")
    press("?")
    expect(agent.page.get_by_role("dialog", name="Raccourcis clavier")).to_be_visible()
    agent.page.get_by_label("Raccourcis d’une touche").uncheck()
    press("Escape")
    press("f")
    expect(agent.confirmation).to_be_hidden()
    agent.do("Raccourcis")
    agent.page.get_by_label("Raccourcis d’une touche").check()
    press("Escape")
    press("f")
    expect(agent.confirmation).to_be_visible()
    # The first reason has the focus.
    press("Space")
    press("Enter")
    expect(agent.confirmation).to_be_hidden()
    expect(client.lines.last).to_contain_text("La conversation est terminée")


@pytest.mark.parametrize("device", [DESKTOP, NARROW], ids=["1280", "400"])
def test_axe_finds_nothing_and_all_of_it_fits(
    device: Device, client: Client, browse: Browse, system: RunningSystem
) -> None:
    browser = browse(device)
    axe.install(browser)
    agent = Agent(browser, system)
    page = agent.page
    found: dict[str, list[str]] = {}

    def see(state: str) -> None:
        found[state] = axe.violations(page)
        if not page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ):
            found[state].append("it is wider than the window")

    reference = _waits(client)
    agent.sign_in()
    expect(agent.case(reference)).to_be_visible()
    see("queue")
    page.get_by_role("tab", name="Rappels").click()
    expect(page.get_by_role("tabpanel", name="Rappels")).to_be_visible()
    see("call-backs")
    page.get_by_role("tab", name="File").click()
    page.get_by_text("Aucun collègue").click()
    see("colleagues")
    page.keyboard.press("Escape")
    agent.do("Raccourcis")
    see("shortcuts")
    page.keyboard.press("Escape")
    agent.take(reference)
    see("case")
    agent.composer.press("/")
    see("canned replies")
    page.keyboard.press("Escape")
    for command in ("Renvoyer un courriel", "Transférer", "Fermer"):
        agent.do(command)
        see(command)
        page.keyboard.press("Escape")
    if device is NARROW:
        agent.do("Dossier et notes")
    page.get_by_label("Nouvelle note").fill("Une note.")
    agent.do("Ajouter la note")
    expect(page.get_by_role("region", name="Dossier")).to_contain_text("Une note.")
    see("notes")
    client.page.close()
    expect(page.locator("bureau-case").get_by_text("Client parti")).to_be_visible()
    see("client left")
    agent.close()
    assert {state: wrong for state, wrong in found.items() if wrong} == {}
