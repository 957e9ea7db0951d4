"""The manager's page: figures of a period, as charts and as tables, at 1280 and at 400 px."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP, Device
from tests.browser.outage import gateway_killed
from tests.running_system import ROOT, RunningSystem

NARROW: Device = {"viewport": {"width": 400, "height": 800}}
TABLES = [
    "Issue des conversations",
    "Appels évités",
    "Issues par semaine",
    "Issues par problème",
    "Attente d’une personne",
    "Satisfaction des clients",
    "Messages non compris",
    "Où s’arrêtent les étapes",
]
# An account of the demo.
MANAGER_LOGIN = "gestion"


@pytest.fixture(scope="module")
def _counted(system: RunningSystem) -> Iterator[None]:
    """A quarter of conversations that are over."""
    # In a process of its own: no event loop can run beside Chromium's.
    subprocess.run(
        [sys.executable, "-m", "tests.figures_data", "1500", "91"],
        cwd=ROOT,
        env=system.environment,
        check=True,
    )
    yield
    with closing(connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        for table in ("ratings", "case_events", "cases", "outcomes"):
            store.execute(f"DELETE FROM {table}")  # noqa: S608
        store.execute("DELETE FROM conversations WHERE id LIKE 'made-up-%'")


def open_page(browse: Browse, device: Device, system: RunningSystem, login: str) -> Page:
    """The page, once its figures are there."""
    browser = browse(device)
    axe.install(browser)
    page = browser.new_page()
    page.goto(f"{system.gateway_url}/bureau/gestion")
    page.get_by_label("Identifiant").fill(login)
    page.get_by_label("Mot de passe").fill(system.agent_password)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("status")).to_contain_text("Chiffres du")
    return page


def test_a_period_without_conversations(
    browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    page = open_page(browse, DESKTOP, system, MANAGER_LOGIN)
    page.get_by_label("Du", exact=True).fill("2020-01-01")
    page.get_by_label("Au", exact=True).fill("2020-01-31")
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_role("status")).to_have_text("Chiffres du 2020-01-01 au 2020-01-31.")
    expect(page.get_by_text("Rien à montrer pour cette période")).to_have_count(len(TABLES))
    expect(page.locator("canvas")).to_have_count(0)
    screenshot(page, "gestion-vide")
    assert axe.violations(page) == []


@pytest.mark.usefixtures("_counted")
@pytest.mark.parametrize("device", [DESKTOP, NARROW], ids=["desktop", "narrow"])
def test_every_chart_has_its_table(
    device: Device, browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    page = open_page(browse, device, system, MANAGER_LOGIN)
    page.get_by_role("button", name="13 dernières semaines").click()
    expect(page.get_by_role("button", name="13 dernières semaines")).to_have_attribute(
        "aria-pressed", "true"
    )
    for title in TABLES:
        section = page.get_by_role("region", name=title, exact=True)
        expect(section.get_by_role("table")).to_be_visible()
        expect(section.locator("canvas")).to_be_visible()
    assert axe.violations(page) == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    # The figures scroll, and the page's head stays.
    assert page.evaluate(
        "document.documentElement.scrollHeight <= document.documentElement.clientHeight"
    )
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for number, title in enumerate(TABLES):
            page.get_by_role("region", name=title, exact=True).scroll_into_view_if_needed()
            if number % 2 == 0:
                screenshot(page, f"gestion-{device['viewport']['width']}-{scheme}-{number}")


@pytest.mark.usefixtures("_counted")
def test_a_table_is_had_for_a_spreadsheet(browse: Browse, system: RunningSystem) -> None:
    page = open_page(browse, DESKTOP, system, MANAGER_LOGIN)
    section = page.get_by_role("region", name="Issue des conversations", exact=True)
    with page.expect_download() as downloading:
        section.get_by_role("link", name="Télécharger ce tableau").click()
    text = downloading.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows[0][0] == "Issue des conversations"
    assert rows[1] == ["Issue", "Conversations", "Part"]
    assert rows[-1][0] == "Total"
    shown = section.get_by_role("row", name="Total").get_by_role("cell").first
    assert shown.inner_text().replace("\u00a0", "") == rows[-1][1]
    assert downloading.value.suggested_filename.endswith(".csv")


def test_dates_that_are_no_period_are_told(browse: Browse, system: RunningSystem) -> None:
    page = open_page(browse, DESKTOP, system, MANAGER_LOGIN)
    page.get_by_label("Du", exact=True).fill("2020-02-01")
    page.get_by_label("Au", exact=True).fill("2020-01-01")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Choisissez une date de début")).to_be_visible()
    expect(page.get_by_label("Du", exact=True)).to_be_focused()
    assert axe.violations(page) == []


def test_a_gateway_that_does_not_answer_is_told_and_asked_again(
    browse: Browse, system: RunningSystem
) -> None:
    page = open_page(browse, DESKTOP, system, MANAGER_LOGIN)
    with gateway_killed(system):
        page.get_by_role("button", name="7 derniers jours").click()
        expect(page.get_by_text("Les chiffres n’ont pas pu être lus")).to_be_visible()
        assert axe.violations(page) == []
    page.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("status")).to_contain_text("Chiffres du")


def test_an_agent_is_not_let_in(browse: Browse, system: RunningSystem) -> None:
    page = browse(DESKTOP).new_page()
    page.goto(f"{system.gateway_url}/bureau/gestion")
    page.get_by_label("Identifiant").fill(system.agent_login)
    page.get_by_label("Mot de passe").fill(system.agent_password)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_text("Votre compte ne donne pas accès à cette page.")).to_be_visible()
