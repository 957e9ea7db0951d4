"""Beside what is said to a person of customer service: the wait, what was read, how it went."""

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.announcements import Announcements
from tests.browser.client import Client
from tests.browser.conftest import Screenshot
from tests.browser.typography import words


def test_one_who_waits_sees_their_place_until_somebody_comes(
    client: Client, agent: Agent, screenshot: Screenshot
) -> None:
    agent.sign_in()
    announcements = Announcements(client)
    client.page.reload()
    client.open()
    client.choose("Parler à un agent")
    expect(client.place).to_be_visible()
    reference = client.reference()
    expect(client.panel.get_by_text(words(f"Référence : {reference}"))).to_be_visible()
    client.is_with("En attente d’une personne")
    announcements.wait_for("place, ")
    screenshot(client.page, "client-place")
    agent.take(reference)
    client.is_with("Vous parlez avec Julie")
    expect(client.place).to_be_hidden()


def test_what_is_out_of_sight_is_not_read(client: Client, agent: Agent) -> None:
    _is_answered(client, agent)
    client.page.keyboard.press("Escape")
    agent.write("Êtes-vous là?")
    expect(client.launcher).to_contain_text("1")
    last = agent.transcript.get_by_role("listitem").last
    expect(last).to_contain_text("Êtes-vous là?")
    expect(last).not_to_contain_text("Lu")
    client.launcher.click()
    expect(last).to_contain_text("Lu")


def test_what_the_agent_has_not_scrolled_to_is_not_read(client: Client, agent: Agent) -> None:
    _is_answered(client, agent)
    agent.page.set_viewport_size({"width": 900, "height": 560})
    for _ in range(3):
        agent.write("Voici comment faire. " * 30)
    expect(agent.transcript.get_by_text("comment faire")).to_have_count(3)
    expect(client.lines.filter(has_text="comment faire")).to_have_count(3)
    agent.transcript.evaluate("box => { box.scrollTop = 0; }")
    newer = agent.page.get_by_role("button", name="Nouveaux messages")
    client.write("bonjour")
    expect(newer).to_be_visible()
    # Told after what is read would have been.
    agent.composer.press_sequentially("un instant")
    expect(client.transcript).to_contain_text("Julie écrit…")
    expect(client.lines.last).not_to_contain_text("Lu")
    newer.click()
    expect(client.lines.last).to_contain_text("Lu")

    # Nor what the record hides, where both don't fit.
    record = agent.page.get_by_role("button", name="Dossier et notes")
    record.click()
    client.write("encore moi")
    hidden = agent.page.locator("portail-transcript").get_by_text("encore moi")
    expect(hidden).to_have_count(1)
    expect(hidden).to_be_hidden()
    expect(client.lines.last).not_to_contain_text("Lu")
    record.click()
    expect(client.lines.last).to_contain_text("Lu")


def test_one_is_asked_how_it_went_without_being_interrupted(
    desktop_client: Client, screenshot: Screenshot
) -> None:
    client, keyboard = desktop_client, desktop_client.page.keyboard
    announcements = Announcements(client)
    client.page.reload()
    client.open()
    other = client.another_tab()
    client.composer.press_sequentially("et sinon")
    _says_that_it_is_solved(other)
    expect(client.survey).to_be_in_viewport(ratio=1)
    expect(client.composer).to_be_focused()
    expect(client.composer).to_have_value("et sinon")
    announcements.wait_for("deux questions sont à la fin")
    screenshot(client.page, "client-avis")

    client.survey.get_by_role("button", name="Passer").focus()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(client.survey.get_by_role("alert")).to_contain_text("au moins une réponse")
    solved = client.survey.get_by_role("group", name="Est-ce réglé?")
    solved.get_by_role("radio", name="Oui").focus()
    keyboard.press("Space")
    keyboard.press("Tab")
    score = client.survey.get_by_role("group", name="vous a été utile?")
    expect(score.get_by_role("radio", name="1, pas du tout")).to_be_focused()
    keyboard.press("ArrowLeft")
    expect(score.get_by_role("radio", name="5, beaucoup")).to_be_checked()
    keyboard.press("Enter")
    expect(client.survey).to_be_hidden()
    expect(client.panel.get_by_text("Merci, votre avis est noté.")).to_be_focused()
    # It is asked once, in whichever tab.
    expect(other.survey).to_be_hidden()


def test_the_question_can_be_left_out(client: Client) -> None:
    client.open()
    other = client.another_tab()
    _says_that_it_is_solved(client)
    client.survey.get_by_role("button", name="Passer").click()
    expect(client.survey).to_be_hidden()
    expect(client.composer).to_be_focused()
    # Whoever goes on is not asked any more.
    expect(other.survey).to_be_visible()
    client.write("combien de temps le lien est bon?")
    client.hears("une heure")
    expect(other.survey).to_be_hidden()


def _says_that_it_is_solved(client: Client) -> None:
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.write("c'est réglé, merci")


def _is_answered(client: Client, agent: Agent) -> None:
    """The client has asked for a person, who has taken the case."""
    agent.sign_in()
    client.open()
    client.choose("Parler à un agent")
    agent.take(client.reference())
    client.is_with("Vous parlez avec Julie")
