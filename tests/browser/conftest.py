"""Chromium and the people who use it, on the whole running system.

The pictures of docs/images are some of those that these tests take:
`ASSISTANT_SCREENSHOTS=<folder> script/test tests/browser`.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.devices import DESKTOP, PHONE, Device
from tests.browser.watched_context import WatchedContext
from tests.chromium import EXECUTABLE, FLAGS
from tests.running_system import ROOT, RunningSystem

# Far above any healthy answer: the machine may be busy with other tests.
EXPECT_TIMEOUT_MS = 20_000
COLLEAGUE = "Paul"

Browse = Callable[..., WatchedContext]
Screenshot = Callable[[Page, str], None]


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One browser for this folder only: while it lives, no asyncio loop can run in this thread."""
    expect.set_options(timeout=EXPECT_TIMEOUT_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser, system: RunningSystem) -> Iterator[Browse]:
    """Makes browser contexts, and fails the test for what their pages should not have done."""
    contexts: list[WatchedContext] = []

    def new_context(device: Device, **options: object) -> WatchedContext:
        contexts.append(
            WatchedContext(
                chromium.new_context(**{**device, "locale": "fr-CA", **options}),
                origins={system.portal_url, system.other_site_url, system.gateway_url},
            )
        )
        return contexts[-1]

    yield new_context
    for context in contexts:
        context.close()
    assert [wrong for context in contexts for wrong in context.wrongs] == []


@pytest.fixture
def client(browse: Browse, system: RunningSystem) -> Client:
    """A client with a phone, on the portal's login page."""
    return Client.arrive(browse(PHONE), system.portal_url)


@pytest.fixture
def desktop_client(browse: Browse, system: RunningSystem) -> Client:
    """A client at a desk, on the portal's login page."""
    return Client.arrive(browse(DESKTOP), system.portal_url)


@pytest.fixture
def agent(browse: Browse, system: RunningSystem) -> Agent:
    """An agent who is not signed in yet."""
    return Agent(browse(DESKTOP), system)


@pytest.fixture(autouse=True)
def nobody_else_waits(system: RunningSystem) -> None:
    """Whoever other tests have left waiting, or with an agent, is with the assistant again."""
    with closing(connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        store.execute("UPDATE cases SET closed_at = queued_at WHERE closed_at IS NULL")
        store.execute("UPDATE conversations SET owner = 'bot' WHERE owner IN ('waiting', 'agent')")


@pytest.fixture(scope="package")
def colleague_login(system: RunningSystem) -> str:
    """Who signs in as Paul, with the agent's password; another file of tests may have made him."""
    subprocess.run(
        [sys.executable, "-m", "gateway.desk.agents", "add", "paul", COLLEAGUE],
        input=f"{system.agent_password}\n",
        text=True,
        check=False,
        cwd=ROOT,
        env=system.environment,
    )
    return "paul"


@pytest.fixture
def colleague(browse: Browse, system: RunningSystem, colleague_login: str) -> Agent:
    """A second agent, who is not signed in yet."""
    account = SimpleNamespace(
        gateway_url=system.gateway_url,
        agent_login=colleague_login,
        agent_password=system.agent_password,
    )
    return Agent(browse(DESKTOP), account)  # type: ignore[arg-type]


@pytest.fixture
def screenshot(tmp_path: Path) -> Screenshot:
    """Takes pictures by name, into ASSISTANT_SCREENSHOTS or a temporary folder."""
    folder = Path(os.environ.get("ASSISTANT_SCREENSHOTS", tmp_path))

    def take(page: Page, name: str) -> None:
        # Nothing looks pressed only because the pointer was left there.
        page.mouse.move(0, 0)
        page.screenshot(path=folder / f"{name}.png", animations="disabled")

    return take
