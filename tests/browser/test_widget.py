"""The widget in a browser: focus, keyboard, announcements, tabs, limits, a gateway that dies."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.agent import Agent
from tests.browser.announcements import Announcements
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP, PHONE, SMALL_PHONE
from tests.browser.outage import gateway_killed
from tests.browser.typography import words
from tests.running_system import RunningSystem

# More presses than any of our pages has stops.
MOST_STOPS = 30
LIMIT = 2000
# The name of what has the focus in the widget, and whether one sees that it does; null elsewhere.
FOCUSED_IN_THE_WIDGET = """() => {
    let stop = document.activeElement;
    if (stop?.localName !== "portail-clavardage") return null;
    while (stop.shadowRoot?.activeElement) stop = stop.shadowRoot.activeElement;
    const shows = (element) => element && getComputedStyle(element).outlineStyle !== "none";
    return {
        name: stop.getAttribute("aria-label") ?? stop.textContent.trim(),
        shown: shows(stop) || shows(stop.closest(".field")),
    };
}"""


def test_focus_goes_to_the_composer_and_back_to_the_launcher(client: Client) -> None:
    client.open()
    expect(client.composer).to_be_focused()
    client.page.keyboard.press("Escape")
    expect(client.panel).to_be_hidden()
    expect(client.launcher).to_be_focused()


def test_a_panel_that_opens_by_itself_asks_for_no_keyboard(
    client: Client, desktop_client: Client
) -> None:
    for each in (client, desktop_client):
        each.open()
        each.page.reload()
        expect(each.lines.first).to_be_visible()
        expect(each.composer).not_to_be_focused()
    # On a phone nothing else is in reach; on a desktop one goes on with the page.
    expect(client.panel.get_by_role("heading")).to_be_focused()
    expect(desktop_client.page.locator("body")).to_be_focused()


def test_a_new_message_moves_neither_focus_nor_what_is_being_written(
    desktop_client: Client,
) -> None:
    desktop_client.open()
    other = desktop_client.another_tab()
    desktop_client.composer.press_sequentially("je voudr")
    other.choose("Lien expiré")
    desktop_client.hears("une heure", "Mot de passe oublié?")
    expect(desktop_client.composer).to_be_focused()
    desktop_client.page.keyboard.type("ais")
    expect(desktop_client.composer).to_have_value("je voudrais")


def test_a_new_message_does_not_scroll_what_is_being_read(client: Client) -> None:
    client.open()
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.transcript.evaluate("box => box.scrollTo(0, 0)")
    other = client.another_tab()
    other.choose("Je le fais")
    client.hears("entrez votre code d'utilisateur")
    newer = client.panel.get_by_role("button", name="Nouveaux messages")
    expect(newer).to_be_visible()
    assert client.transcript.evaluate("box => box.scrollTop") == 0
    newer.click()
    expect(client.answer.last).to_be_in_viewport()
    expect(newer).to_be_hidden()


def test_the_notice_is_what_one_reads_first_on_the_smallest_phone(
    browse: Browse, system: RunningSystem
) -> None:
    client = Client.arrive(browse(SMALL_PHONE), system.portal_url)
    client.open()
    for sentence in ("n’est pas une personne", "ni mot de passe, ni numéro d’assurance sociale"):
        expect(client.panel.get_by_text(sentence)).to_be_in_viewport(ratio=1)


def test_keyboard_alone_through_buttons_and_form(
    desktop_client: Client, screenshot: Screenshot
) -> None:
    client, keyboard = desktop_client, desktop_client.page.keyboard
    _tab_to(client.launcher)
    keyboard.press("Enter")
    expect(client.composer).to_be_focused()
    expect(client.lines.first).to_be_visible()
    screenshot(client.page, "portail")
    _tab_to(client.choice("Lien expiré"), key="Shift+Tab")
    keyboard.press("Enter")
    client.hears("une heure", "Mot de passe oublié?")
    # The pressed button keeps the focus, and the next question's are the next stops.
    expect(client.choice("Lien expiré")).to_be_focused()
    keyboard.press("Tab")
    expect(client.choice("Envoyez-le")).to_be_focused()
    keyboard.press("Space")
    client.hears("la demande", "code d'utilisateur?")
    _tab_to(client.composer)
    for value, question in (("EF345678", "prénom"), ("Patrick", "nom de famille")):
        keyboard.type(value)
        keyboard.press("Enter")
        client.hears(question)
    keyboard.type("O'Neil")
    keyboard.press("Enter")
    client.hears("code EF345678, Patrick O'Neil")
    _tab_to(client.choice("Oui, envoyez"), key="Shift+Tab")
    keyboard.press("Enter")
    client.hears("C'est fait.")
    keyboard.press("Escape")
    expect(client.launcher).to_be_focused()


def test_every_control_is_a_stop_that_shows_and_none_is_a_trap(desktop_client: Client) -> None:
    client, keyboard = desktop_client, desktop_client.page.keyboard
    client.open()
    _tab_to(client.options, key="Shift+Tab")
    stops = []
    while (stop := client.page.evaluate(FOCUSED_IN_THE_WIDGET)) is not None:
        stops.append(stop)
        keyboard.press("Tab")
    assert [stop["name"] for stop in stops] == [
        "Options",
        "Fermer la fenêtre d’aide",
        "Conversation",
        "Courriel non reçu",
        "Lien expiré",
        "Code oublié",
        "Sur cellulaire",
        "Parler à un agent",
        "Votre message",
        "Envoyer",
    ]
    assert [stop["name"] for stop in stops if not stop["shown"]] == []


def test_people_are_announced_by_their_name(client: Client, agent: Agent) -> None:
    announcements = Announcements(client)
    client.page.reload()
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    agent.sign_in()
    agent.take(reference)
    joined = "Julie, du service à la clientèle, se joint à la conversation."
    # Their place in the queue may have come in the same breath.
    assert announcements.wait_for(joined)[-1].endswith(f"Information\u00a0: {joined}")
    agent.write("Bonjour, que voyez-vous?")
    assert announcements.wait_for("que voyez-vous")[-1] == "Julie\u00a0: Bonjour, que voyez-vous?"
    agent.close()


def test_a_gateway_that_refuses_says_why_and_who_can_be_called(
    client: Client, system: RunningSystem
) -> None:
    why = "Beaucoup de gens demandent de l’aide en ce moment."
    client.page.route(
        f"{system.gateway_url}/api/conversation*",
        lambda route: route.fulfill(
            status=503,
            headers={
                "Access-Control-Allow-Origin": system.portal_url,
                "Access-Control-Allow-Credentials": "true",
            },
            json={"error": why},
        ),
    )
    client.launcher.click()
    banner = client.panel.get_by_role("paragraph").filter(has_text=why)
    expect(banner.get_by_role("link")).to_have_text(["418 838-1107", "1 888 776-1668"])
    client.write("bonjour")
    client.page.unroute_all()
    expect(banner).to_have_count(0)
    expect(client.answer.first).to_be_visible()


def test_a_burst_is_announced_at_once_and_a_restored_history_not_at_all(
    desktop_client: Client,
) -> None:
    client = desktop_client
    announcements = Announcements(client)
    client.page.reload()
    client.open()
    [greeting] = announcements.wait_for("Bonjour")
    assert greeting.startswith("Assistant\u00a0: Bonjour")
    assert greeting.endswith("Lien expiré, Code oublié, Sur cellulaire, Parler à un agent.")

    client.write("je ne reçois pas le courriel")
    client.hears("30 minutes", "combien de temps")
    first, second = client.texts(client.answer)
    choices = ", ".join(client.answer.get_by_role("button").all_inner_texts())
    assert announcements.wait_for(first) == [
        greeting,
        f"Assistant\u00a0: {first} {second} Choix\u00a0: {choices}.",
    ]

    client.page.reload()
    client.hears("30 minutes", "combien de temps")
    client.choose("Plus de 30 minutes")
    client.hears("indésirables")
    [asked] = client.texts(client.answer)
    [only] = announcements.wait_for(asked)
    assert only.startswith(f"Assistant\u00a0: {asked} Choix")


def test_phone_numbers_can_be_called(client: Client) -> None:
    client.open()
    client.write("quel est votre numéro de téléphone?")
    links = client.answer.first.get_by_role("link")
    expect(links).to_have_text(["418 838-1107", "1 888 776-1668"])
    assert [link.get_attribute("href") for link in links.all()] == [
        "tel:+14188381107",
        "tel:+18887761668",
    ]


def test_a_button_serves_once(client: Client) -> None:
    client.open()
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    count = client.lines.count()
    for title in ("Courriel non reçu", "Lien expiré"):
        passed = client.transcript.get_by_role("button", name=title, exact=True)
        expect(passed).to_be_disabled()
        passed.dispatch_event("click")
    client.choose("Je le fais")
    client.hears("entrez votre code d'utilisateur")
    expect(client.lines).to_have_count(count + 2)


def test_two_thousand_characters_and_not_one_more(client: Client) -> None:
    client.open()
    client.write("é" * (LIMIT + 1))
    expect(client.panel.get_by_role("alert")).to_contain_text(
        "Votre message compte 2 001 caractères; la limite est de 2 000."
    )
    expect(client.lines).to_have_count(1)
    client.composer.press("Backspace")
    expect(client.panel.get_by_role("alert")).to_have_count(0)
    client.composer.press("Enter")
    expect(client.answer.first).to_be_visible()
    expect(client.lines.nth(1).get_by_role("paragraph")).to_have_text("é" * LIMIT)


def test_markup_is_text(client: Client) -> None:
    markup = "<img src=x onerror=alert(1)><b>gras</b> &amp; <script>alert(2)</script>"
    client.open()
    client.write(markup)
    expect(client.answer.first).to_be_visible()
    client.page.reload()
    expect(client.lines.nth(1).get_by_role("paragraph")).to_have_text(markup)
    assert client.lines.nth(1).locator("img, b, script").count() == 0


def test_two_tabs_are_both_up_to_date(client: Client) -> None:
    client.open()
    other = client.another_tab()
    client.choose("Code oublié")
    for tab in (client, other):
        tab.hears("ancien portail", "individuel ou conjoint")
        expect(tab.choice("Courriel non reçu")).to_be_disabled()
    other.write("conjoint")
    for tab in (client, other):
        tab.hears("Code d'utilisateur oublié?")
        expect(tab.choice("Individuel")).to_be_disabled()
    assert client.texts(client.lines) == other.texts(other.lines)


def test_what_is_erased_goes_from_every_tab(client: Client) -> None:
    client.open()
    other = client.another_tab()
    announcements = Announcements(client)
    client.page.reload()
    client.write("effacez mes données")
    client.hears("J'efface cette conversation")
    client.choose("Oui, effacez")
    for tab in (client, other):
        expect(tab.lines).to_have_count(1)
        expect(tab.lines).to_contain_text(words("C'est effacé"))
    client.write("bonjour")
    expect(client.lines).to_have_count(3)
    # What was erased was not sent again.
    assert "Non envoyé" not in " ".join(announcements.wait_for("est effacé"))


def test_a_gateway_that_dies_loses_nothing_and_doubles_nothing(
    client: Client, system: RunningSystem, screenshot: Screenshot
) -> None:
    client.open()
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    with gateway_killed(system):
        expect(client.offline).to_contain_text("418 838-1107 ou, sans frais, 1 888 776-1668")
        client.write("je le fais")
        expect(client.lines.last).to_contain_text("Sera envoyé au retour de la connexion")
        screenshot(client.page, "client-hors-ligne")
    expect(client.offline).to_have_count(0)
    client.hears("entrez votre code d'utilisateur")
    said = client.texts(client.lines)
    assert said.count("je le fais") == 1
    client.page.reload()
    client.hears("entrez votre code d'utilisateur")
    assert client.texts(client.lines) == said


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_is_kept_or_asked_before_it_is_opened(
    device: dict[str, object], browse: Browse, system: RunningSystem
) -> None:
    browser = browse(device)
    client = Client.arrive(browser, system.portal_url)
    client.page.wait_for_load_state("networkidle")
    of_the_gateway = [url for url in browser.requests if url.startswith(system.gateway_url)]
    assert of_the_gateway == [f"{system.gateway_url}/clavardage.js"]
    assert browser.context.cookies() == []
    assert browser.context.storage_state()["origins"] == []
    assert client.page.evaluate("sessionStorage.length") == 0

    client.open()
    [cookie] = browser.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == (
        "assistant_conversation",
        True,
        "Lax",
    )


def test_the_watch_over_pages_sees_what_is_not_allowed(client: Client) -> None:
    client.page.evaluate(
        "() => { const image = new Image(); image.src = 'http://elsewhere.invalid/a.png'; }"
    )
    client.page.evaluate("() => { try { document.body.innerHTML = 'x'; } catch {} }")
    blank = client.browser.new_page()
    blank.evaluate("() => fetch('http://elsewhere.invalid/b').catch(() => null)")
    for wrong in ("elsewhere.invalid/a.png", "TrustedHTML", "elsewhere.invalid/b"):
        assert any(wrong in each for each in client.browser.wrongs), client.browser.wrongs
    client.browser.wrongs.clear()


def _tab_to(target: Locator, key: str = "Tab") -> None:
    """Goes there with the keyboard, as far as it takes."""
    for _ in range(MOST_STOPS):
        if _has_focus(target):
            return
        target.page.keyboard.press(key)
    pytest.fail(f"{key} does not lead to {target}")


def _has_focus(target: Locator) -> bool:
    focused: bool = target.evaluate("element => element.getRootNode().activeElement === element")
    return focused
