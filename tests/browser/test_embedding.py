"""The widget on pages of all kinds: their context, another site, a frame, a tag of their own."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP
from tests.browser.typography import words
from tests.browser.watched_context import WatchedContext
from tests.running_system import RunningSystem

THIS_TAB_ONLY = "vous retrouvez la conversation dans cet onglet seulement"


def test_the_page_of_an_expired_link_opens_that_problem(
    browse: Browse, system: RunningSystem
) -> None:
    client = Client.arrive(browse(DESKTOP), system.portal_url, "/portail/?avis=lien")
    client.open()
    expect(client.lines.nth(1)).to_contain_text("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.page.reload()
    client.hears("une heure", "Mot de passe oublié?")
    expect(client.lines).to_have_count(4)
    client.choose_option("Terminer et recommencer")
    client.confirm("Terminer")
    expect(client.lines).to_have_count(1)


def test_a_conversation_that_goes_on_is_only_offered_the_pages_problem(
    desktop_client: Client, system: RunningSystem, screenshot: Screenshot
) -> None:
    client = desktop_client
    client.open()
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.page.goto(f"{system.portal_url}/portail/code-oublie")
    offer = client.panel.get_by_text("À propos de cette page")
    expect(offer).to_be_visible()
    expect(client.lines).to_have_count(4)
    expect(client.choice("Envoyez-le")).to_be_enabled()
    screenshot(client.page, "client-contexte")
    offer.get_by_role("button", name="Code oublié").click()
    client.hears("ancien portail", "individuel ou conjoint")
    expect(offer).to_have_count(0)
    expect(client.composer).to_be_focused()
    client.page.reload()
    client.hears("ancien portail", "individuel ou conjoint")
    expect(offer).to_have_count(0)


def test_on_another_site_the_conversation_lives_in_its_tab(
    browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    browser = browse(DESKTOP)
    client = Client.arrive(browser, system.other_site_url)
    assert client.page.evaluate("sessionStorage.length") == 0
    client.open()
    expect(client.panel).to_contain_text(THIS_TAB_ONLY)
    client.choose("Lien expiré")
    client.hears("une heure", "Mot de passe oublié?")
    screenshot(client.page, "client-autre-site")
    client.page.reload()
    client.hears("une heure", "Mot de passe oublié?")
    other = client.another_tab()
    expect(other.lines).to_have_count(1)
    assert browser.context.cookies() == []
    token = client.page.evaluate("sessionStorage.getItem('portail-clavardage-jeton')")
    assert not [url for url in browser.requests if token in url]

    client.choose_option("Effacer la conversation")
    client.confirm("Effacer")
    expect(client.panel).to_be_hidden()
    assert client.page.evaluate("sessionStorage.length") == 0
    client.open()
    expect(client.lines).to_have_count(1)


def test_on_the_same_site_nothing_is_said_of_tabs(client: Client) -> None:
    client.open()
    expect(client.panel).to_contain_text("ni mot de passe")
    expect(client.panel).not_to_contain_text(THIS_TAB_ONLY)


@pytest.mark.parametrize("site", ["portal_url", "other_site_url"])
def test_a_site_that_refuses_foreign_scripts_has_a_frame(
    site: str, browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    host = getattr(system, site)
    browser = browse(DESKTOP)
    page = browser.new_page()
    client = _framed(browser, page, host, system)
    expect(client.lines.first).to_be_visible()
    expect(client.launcher).to_have_count(0)
    expect(client.lines.nth(1)).to_contain_text("Compte verrouillé")
    expect(client.answer.first).to_contain_text(words("418 838-1107"))
    screenshot(page, f"cadre-{site}")
    lines = client.lines.count()
    page.reload()
    expect(client.lines).to_have_count(lines)
    client.choose_option("Effacer la conversation")
    client.confirm("Effacer")
    expect(client.composer).to_be_hidden()
    again = client.panel.get_by_role("button", name="Nouvelle conversation")
    expect(again).to_be_focused()
    again.click()
    expect(client.composer).to_be_focused()
    expect(client.lines.first).to_contain_text("Bonjour")


def test_a_site_that_is_not_allowed_has_no_frame(browse: Browse, system: RunningSystem) -> None:
    browser = browse(DESKTOP)
    page = browser.new_page()
    client = _framed(browser, page, system.portal_url.replace("127.0.0.1", "127.0.0.2"), system)
    page.wait_for_timeout(500)
    expect(client.panel).to_have_count(0)
    assert any("frame-ancestors" in wrong for wrong in browser.wrongs)
    browser.wrongs.clear()


def test_a_page_may_place_the_element_itself(browse: Browse, system: RunningSystem) -> None:
    browser = browse(DESKTOP)
    page = browser.new_page()
    address = f"{system.portal_url}/ailleurs"
    page.route(
        address,
        lambda route: route.fulfill(
            content_type="text/html",
            headers={
                "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
                f"connect-src {system.gateway_url} {system.gateway_url.replace('http', 'ws')}; "
                "require-trusted-types-for 'script'; trusted-types lit-html"
            },
            body="<!doctype html><html lang='fr-CA'><title>Ailleurs</title><main>"
            f"<portail-clavardage passerelle='{system.gateway_url}' contexte='lien_expire'>"
            "</portail-clavardage></main><script async src='/copie.js'></script></html>",
        ),
    )
    # The portal's own copy of the script.
    page.route(
        f"{system.portal_url}/copie.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=page.request.get(f"{system.gateway_url}/clavardage.js").text(),
        ),
    )
    page.goto(address)
    client = Client(browser, page)
    client.open()
    client.hears("une heure", "Mot de passe oublié?")
    assert page.locator("portail-clavardage").count() == 1


def _framed(browser: WatchedContext, page: Page, host: str, system: RunningSystem) -> Client:
    """A page of `host` with the chat in a frame."""
    address = f"{host}/avec-cadre"
    page.route(
        address,
        lambda route: route.fulfill(
            content_type="text/html",
            body="<!doctype html><html lang='fr-CA'><title>Ailleurs</title><main>"
            "<iframe title='Aide' width='400' height='600' "
            f"src='{system.gateway_url}/clavardage?contexte=compte_verrouille'></iframe></main>",
        ),
    )
    page.goto(address)
    return Client(browser, page, page.frame_locator("iframe"))
