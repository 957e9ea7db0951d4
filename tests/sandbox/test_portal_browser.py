"""The portal in Chromium: the pages as a client sees them, on a phone and on a desktop."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests import chromium
from tests.sandbox.running import RunningSandbox

NEW_PASSWORD = "trois mots sans lien"


class Watched:
    """A page, and what its console said that it should not have."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.violations: list[str] = []
        page.on("console", lambda m: self.violations.append(m.text) if "Policy" in m.text else None)

    async def assert_fits(self) -> None:
        """No sideways scrolling, once the page's style sheet is there."""
        await self.page.wait_for_load_state("load")
        too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await self.page.evaluate(too_wide), self.page.url


@pytest.fixture(params=[(320, 640), (1280, 800)], ids=["phone", "desktop"])
async def watched(request: pytest.FixtureRequest) -> AsyncIterator[Watched]:
    width, height = request.param
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.EXECUTABLE, args=chromium.FLAGS
        )
        page = await browser.new_page(viewport={"width": width, "height": height}, locale="fr-CA")
        yield Watched(page)
        await browser.close()


async def test_from_forgotten_to_signed_in(sandbox: RunningSandbox, watched: Watched) -> None:
    page = watched.page
    await page.goto(sandbox.url)
    await watched.assert_fits()
    await page.get_by_role("button", name="Se connecter").click()
    await expect(page.get_by_role("alert")).to_contain_text("Entrez votre code d'utilisateur.")
    await watched.assert_fits()
    await page.get_by_role("link", name="Mot de passe oublié?").click()
    await page.get_by_label("Code d'utilisateur").fill("ab123456")
    await page.get_by_label("Nom", exact=True).fill("TREMBLAY")
    await page.get_by_label("Prénom").fill("jean")
    await page.get_by_role("button", name="Recevoir le lien").click()
    await expect(page.get_by_role("heading", name="Demande reçue")).to_be_visible()
    await watched.assert_fits()

    await sandbox.mails()
    await page.goto(f"{sandbox.url}/courriels")
    await watched.assert_fits()
    await page.get_by_role("link", name="Réinitialisation").click()
    await watched.assert_fits()
    await page.get_by_role("link", name="/portail/reinitialisation").click()
    for name in ("Nouveau mot de passe", "Le même, une deuxième fois"):
        await page.get_by_label(name).fill(NEW_PASSWORD)
    await page.get_by_role("button", name="Changer le mot de passe").click()

    await expect(page.get_by_role("status")).to_contain_text("Votre mot de passe est changé.")
    await page.get_by_label("Code d'utilisateur").fill("AB123456")
    await page.get_by_label("Mot de passe").fill(NEW_PASSWORD)
    await page.get_by_role("button", name="Se connecter").click()
    await expect(page.get_by_role("heading", name="Bienvenue")).to_be_visible()
    await watched.assert_fits()
    await page.get_by_role("button", name="Se déconnecter").click()
    await expect(page.get_by_role("status")).to_contain_text("Votre session est terminée.")
    assert watched.violations == []


async def test_forgotten_code(sandbox: RunningSandbox, watched: Watched) -> None:
    page = watched.page
    await page.goto(f"{sandbox.url}/portail/")
    await page.get_by_role("link", name="Code d'utilisateur oublié?").click()
    await expect(page.get_by_role("main")).to_contain_text("1 888 776-1668")
    await page.get_by_role("button", name="Recevoir mon code").click()
    await expect(page.get_by_role("alert")).to_contain_text("Choisissez le type de votre compte.")
    await watched.assert_fits()
    await page.get_by_label("Conjoint").check()
    await page.get_by_label("Nom", exact=True).fill("gagnon")
    await page.get_by_label("Prénom").fill("luc")
    await page.get_by_label("Adresse courriel").fill("gagnon.lajoie@example.com")
    await page.get_by_role("button", name="Recevoir mon code").click()
    await expect(page.get_by_role("heading", name="Demande reçue")).to_be_visible()
    (mail,) = await sandbox.mails()
    assert "LM678901" in mail.text
    assert watched.violations == []
