"""What a client does with the whole conversation: text size, saving, ending, erasing."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.announcements import Announcements
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import PHONE, SMALL_PHONE
from tests.browser.outage import gateway_killed
from tests.browser.typography import words
from tests.running_system import RunningSystem


def test_erasing_leaves_nothing_for_the_next_person(client: Client, screenshot: Screenshot) -> None:
    client.open()
    other = client.another_tab()
    client.write("mon lien est expiré")
    expect(client.answer.first).to_be_visible()
    client.choose_option("Effacer la conversation")
    expect(client.question).to_contain_text("ordinateur public")
    screenshot(client.page, "client-effacer")
    client.confirm("Effacer")
    expect(client.panel).to_be_hidden()
    expect(client.launcher).to_be_focused()
    expect(client.page.get_by_text("La conversation est effacée.").last).to_be_visible()
    # Taken back by the answer, which may come just behind the word of it.
    deadline = time.monotonic() + 5
    while client.browser.context.cookies() and time.monotonic() < deadline:
        client.page.wait_for_timeout(50)
    assert client.browser.context.cookies() == []
    assert client.page.evaluate("sessionStorage.length + localStorage.length") == 0

    expect(other.panel).to_be_hidden()
    for tab in (client, other):
        tab.open()
        expect(tab.lines).to_have_count(1)
        expect(tab.lines).to_contain_text("Bonjour")


def test_what_is_erased_is_erased_in_the_store(client: Client, system: RunningSystem) -> None:
    secret = "quetzalcoatl"
    client.open()
    client.write(f"mon code est {secret}")
    expect(client.answer.first).to_be_visible()
    client.choose_option("Effacer la conversation")
    client.confirm("Effacer")
    expect(client.panel).to_be_hidden()
    for store in ("gateway.db", "tracker.db"):
        assert secret not in system.dump(store), store


def test_restarting_gives_another_conversation_in_every_tab(client: Client) -> None:
    announcements = Announcements(client)
    client.page.reload()
    client.open()
    other = client.another_tab()
    client.write("mon lien est expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.choose_option("Terminer et recommencer")
    client.confirm("Terminer")
    for tab in (client, other):
        expect(tab.lines).to_have_count(1)
        expect(tab.lines).to_contain_text("Bonjour")
    expect(client.composer).to_be_focused()
    announcements.wait_for("Bonjour")
    client.write("combien de temps le lien est bon?")
    for tab in (client, other):
        expect(tab.answer.first).to_contain_text("une heure")
        assert "mon lien est expiré" not in tab.texts(tab.lines)


def test_an_agent_sees_that_the_client_has_left(client: Client, agent: Agent) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    agent.sign_in()
    agent.take(reference)
    client.is_with("Vous parlez avec Julie")
    client.choose_option("Terminer et recommencer")
    expect(client.question).to_contain_text("Votre demande au service à la clientèle est retirée.")
    client.confirm("Terminer")
    client.is_with("Assistant automatisé")
    expect(agent.case(reference)).to_have_count(0)
    expect(agent.transcript).to_contain_text("Le client a mis fin à la conversation.")


def test_cancelling_changes_nothing(desktop_client: Client) -> None:
    client, keyboard = desktop_client, desktop_client.page.keyboard
    client.open()
    for leave in ("Escape", "Enter"):
        client.choose_option("Effacer la conversation")
        expect(client.question.get_by_role("button", name="Annuler")).to_be_focused()
        keyboard.press(leave)
        expect(client.question).to_have_count(0)
        expect(client.options).to_be_focused()
        expect(client.panel).to_be_visible()
    expect(client.lines).to_have_count(1)


def test_erasing_while_the_gateway_is_away_says_so(client: Client, system: RunningSystem) -> None:
    client.open()
    with gateway_killed(system):
        expect(client.offline).to_be_visible()
        client.choose_option("Effacer la conversation")
        client.confirm("Effacer")
        expect(client.question.get_by_role("alert")).to_contain_text("418 838-1107")
        client.confirm("Annuler")
    expect(client.offline).to_have_count(0)
    expect(client.lines).to_have_count(1)


def test_the_conversation_is_saved_as_text(client: Client, tmp_path: Path) -> None:
    client.open()
    client.write("mon lien est expiré")
    client.hears("une heure", "Mot de passe oublié?")
    requests = len(client.browser.requests)
    with client.page.expect_download() as download:
        client.choose_option("Enregistrer la conversation")
    assert re.fullmatch(r"conversation-\d{4}-\d\d-\d\d\.txt", download.value.suggested_filename)
    download.value.save_as(tmp_path / "saved.txt")
    saved = (tmp_path / "saved.txt").read_text(encoding="utf-8-sig")
    assert re.search(r"^Vous, \d.* \d\d\sh\s\d\d\nmon lien est expiré$", saved, re.MULTILINE)
    for said in client.texts(client.lines):
        assert said in saved
    assert not [url for url in client.browser.requests[requests:] if not url.startswith("blob:")]


def test_the_text_size_is_kept(client: Client) -> None:
    client.open()
    assert client.page.evaluate("localStorage.length") == 0
    usual = _text_size(client)
    announcements = Announcements(client)
    client.page.reload()
    for _ in range(2):
        client.choose_option("A+, agrandir le texte")
    assert _text_size(client) == usual * 1.5
    announcements.wait_for("Taille du texte\u00a0: 150\u00a0%")
    client.page.reload()
    expect(client.lines.first).to_be_visible()
    assert _text_size(client) == usual * 1.5


@pytest.mark.parametrize("device", [PHONE, SMALL_PHONE], ids=["phone", "small"])
def test_the_largest_text_fits_the_screen(
    device: dict[str, object], browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    client = Client.arrive(browse(device), system.portal_url)
    client.open()
    for _ in range(2):
        client.choose_option("A+, agrandir le texte")
    width = client.page.viewport_size["width"]  # type: ignore[index]
    for name in ("A−, réduire le texte", "Enregistrer la conversation", "Effacer la conversation"):
        box = client.panel.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    screenshot(client.page, f"client-texte-{width}")


def test_options_close_by_escape_elsewhere_and_leaving(desktop_client: Client) -> None:
    client, keyboard = desktop_client, desktop_client.page.keyboard
    client.open()
    save = client.panel.get_by_role("button", name="Enregistrer la conversation")
    client.options.focus()
    keyboard.press("Enter")
    expect(save).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Escape")
    expect(save).to_be_hidden()
    expect(client.options).to_be_focused()
    expect(client.panel).to_be_visible()
    keyboard.press("Enter")
    client.composer.click()
    expect(save).to_be_hidden()
    client.options.focus()
    keyboard.press("Enter")
    keyboard.press("Shift+Tab")
    expect(save).to_be_hidden()


def test_what_arrives_out_of_sight_is_counted(desktop_client: Client) -> None:
    client = desktop_client
    client.open()
    other = client.another_tab()
    title = client.page.title()
    client.page.keyboard.press("Escape")
    client.page.bring_to_front()
    client.page.keyboard.press("Escape")
    expect(client.panel).to_be_hidden()
    other.choose("Lien expiré")
    other.hears("une heure", "Mot de passe oublié?")
    expect(client.launcher).to_contain_text("2")
    expect(client.page).to_have_title(f"(2) {title}")
    expect(client.page.get_by_role("status").filter(has_text="nouveaux messages")).to_have_text(
        words("2 nouveaux messages", whole=True)
    )
    client.open()
    expect(client.page).to_have_title(title)


def _text_size(client: Client) -> float:
    size: float = client.lines.first.evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    return size
