"""Markup is text on both pages, whoever wrote it; test_widget.py has the client's own."""

from playwright.sync_api import Locator, expect

from tests.browser.agent import Agent
from tests.browser.client import Client

MARKUP = "<img src=x onerror=alert(1)><b>gras</b> &amp; <script>alert(2)</script>"


def assert_text(transcript: Locator) -> None:
    """The markup can be read as it was written, and made nothing."""
    expect(transcript.get_by_text(MARKUP, exact=True).first).to_be_visible()
    assert transcript.locator("img, b, script").count() == 0


def test_markup_between_a_client_and_an_agent_is_text(client: Client, agent: Agent) -> None:
    agent.sign_in()
    client.open()
    client.write(MARKUP)
    expect(client.answer.first).to_be_visible()
    client.write("je veux parler à un agent")
    agent.take(client.reference())
    assert_text(agent.transcript)
    agent.write(MARKUP)
    expect(client.answer.get_by_text(MARKUP, exact=True)).to_be_visible()
    assert_text(client.transcript)
    assert_text(agent.transcript)
