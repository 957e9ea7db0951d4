"""An agent opens masked values at the desk, by keyboard, one at a time; they go with the case."""

import sqlite3
from contextlib import closing

from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import Browse, Screenshot
from tests.browser.devices import DESKTOP
from tests.running_system import RunningSystem


def _opened(system: RunningSystem) -> int:
    with closing(sqlite3.connect(system.data_dir / "gateway.db")) as store:
        return int(store.execute("SELECT count(*) FROM opened_values").fetchone()[0])


def test_a_value_is_opened_hidden_and_gone_with_the_case(
    client: Client, browse: Browse, system: RunningSystem, screenshot: Screenshot
) -> None:
    client.open()
    client.choose("Parler à un agent")
    reference = client.reference()
    client.write("je m’appelle Zacharie Quévillon, mon code est QZ918273")
    browser = browse(DESKTOP)
    axe.install(browser)
    agent = Agent(browser, system)
    agent.sign_in()
    agent.case(reference).click()
    line = agent.transcript.get_by_role("listitem").filter(has_text="je m’appelle")
    expect(line).to_contain_text("[nom masqué]")
    expect(line).to_contain_text("[code d’utilisateur masqué]")
    expect(line.get_by_role("button")).to_have_count(0)

    agent.do("Prendre")
    name = line.get_by_role("button", name="Afficher le nom")
    expect(name).to_be_visible()
    assert axe.violations(agent.page) == []
    before = _opened(system)
    name.press("Enter")
    expect(line).to_contain_text("je m’appelle Zacharie Quévillon")
    expect(line).to_contain_text("[code d’utilisateur masqué]")
    hide = line.get_by_role("button", name="Masquer le nom")
    expect(hide).to_be_focused()
    assert _opened(system) == before + 1
    assert axe.violations(agent.page) == []
    screenshot(agent.page, "bureau-valeur-ouverte")

    hide.press("Space")
    expect(line).to_contain_text("[nom masqué]")
    line.get_by_role("button", name="Afficher le code d’utilisateur").click()
    expect(line).to_contain_text("QZ918273")

    # Coming to the case again, all of it is hidden.
    agent.case(reference).click()
    expect(line).to_contain_text("[code d’utilisateur masqué]")
