"""The inbox of what was not understood, as a manager uses it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP, PHONE, SMALL_PHONE, Device
from tests.running_system import ROOT, RunningSystem

MANAGER, PASSWORD = "luce", "un mot de passe assez long"
PHRASES = (
    "le portail me r'vire de bord",
    "Le portail me r'vire de bord!!",
    "mon pitonnage mène à rien",
)


@pytest.fixture(scope="module")
def manager(system: RunningSystem) -> None:
    """A manager's account."""
    subprocess.run(
        [sys.executable, "-m", "gateway.desk.agents", "add", MANAGER, "Luce"],
        input=PASSWORD, text=True, check=True, cwd=ROOT, env=system.environment,
    )  # fmt: skip
    with closing(sqlite3.connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        store.execute("UPDATE agents SET role = 'manager' WHERE login = ?", (MANAGER,))


@pytest.fixture
def misunderstood(browse: Browse, system: RunningSystem, manager: None) -> None:
    """Clients who were not understood, and nothing else in the inbox."""
    with closing(sqlite3.connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        store.execute("DELETE FROM misunderstood_lines")
    for phrase in PHRASES:
        client = Client.arrive(browse(PHONE), system.portal_url)
        client.open()
        client.write(phrase)
        expect(client.panel.get_by_role("button", name="Parler à un agent").last).to_be_visible()
    rows = 0
    while rows < len(PHRASES):
        with closing(sqlite3.connect(system.data_dir / "gateway.db", timeout=10)) as store:
            [(rows,)] = store.execute("SELECT count(*) FROM misunderstood_lines").fetchall()


def visit(page: Page, system: RunningSystem) -> None:
    page.goto(f"{system.gateway_url}/bureau/incompris")
    page.get_by_label("Identifiant").fill(MANAGER)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Incompris", level=1)).to_be_visible()


def reviewed(system: RunningSystem) -> str:
    file = Path(system.environment["ASSISTANT_TRAINING_DIR"]) / "revision.yml"
    return file.read_text("utf-8") if file.exists() else ""


def test_by_the_keyboard_alone(
    misunderstood: None, browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    page = browse(DESKTOP).new_page()
    visit(page, system)
    first = page.get_by_role("listitem").filter(has_text="Pas comprise").first
    expect(first).to_be_visible()
    expect(page.get_by_role("heading", level=2)).to_have_count(2)
    screenshot(page, "incompris")
    press = page.keyboard.press

    page.get_by_role("checkbox").first.focus()
    press("Space")
    for _ in range(4):
        press("Tab")
    page.keyboard.type("connexion impossible")
    expect(page.get_by_text("N’arrive pas à se connecter, sans dire pourquoi.")).to_be_visible()
    press("Enter")
    expect(page.get_by_role("status")).to_have_text("Phrase ajoutée.")
    assert "- intent: connexion_impossible" in reviewed(system)
    assert "r'vire de bord" in reviewed(system)

    page.get_by_role("button", name="Annuler").focus()
    press("Enter")
    expect(page.get_by_role("status")).to_have_text("C’est annulé.")
    expect(page.get_by_role("checkbox")).to_have_count(len(PHRASES))
    assert reviewed(system) == ""


def test_two_managers_at_once(misunderstood: None, browse: Browse, system: RunningSystem) -> None:
    pages = [browse(DESKTOP).new_page() for _ in range(2)]
    for page in pages:
        visit(page, system)
        expect(page.get_by_role("heading", level=2)).to_have_count(2)
    for page in pages:
        page.get_by_role("button", name="Écarter").first.click()
    expect(pages[0].get_by_role("status")).to_have_text("2 phrases écartées.")
    expect(pages[1].get_by_role("main").get_by_role("alert").first).to_have_text(
        "Luce a déjà décidé de cette phrase. La liste est maintenant à jour."
    )
    expect(pages[1].get_by_role("heading", level=2)).to_have_count(1)


@pytest.mark.parametrize("device", [DESKTOP, PHONE, SMALL_PHONE], ids=["desktop", "phone", "small"])
def test_axe_finds_nothing(
    device: Device,
    misunderstood: None,
    browse: Browse,
    system: RunningSystem,
    screenshot: Screenshot,
) -> None:
    browser = browse(device)
    axe.install(browser)
    page = browser.new_page()
    visit(page, system)
    expect(page.get_by_role("heading", level=2)).to_have_count(2)
    assert axe.violations(page) == []
    page.get_by_role("button", name="Ajouter à l’entraînement").first.click()
    expect(page.get_by_text("Choisissez d’abord")).to_be_visible()
    screenshot(page, f"incompris-{device['viewport']['width']}")
    assert axe.violations(page) == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    for _ in range(2):
        page.get_by_role("button", name="Écarter").first.click()
    expect(page.get_by_text("Rien à classer.")).to_be_focused()
    assert axe.violations(page) == []
