"""Canned replies: what agents say often, within the facts, typeset and voiced as all we say."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from gateway.catalogue import load_catalogue
from gateway.desk.canned_replies import CannedReply, load_canned_replies
from tests.gateway.agents_at_work import ask_desk
from tests.gateway.conftest import OpenDesk
from tests.gateway.running import RunningGateway

FACTS = load_catalogue().facts
REPLIES = load_canned_replies(FACTS)
WORDS = [*(reply.text for reply in REPLIES), *(reply.title for reply in REPLIES)]
# A reply may say a whole documented fix.
LONGEST_WORDS = 35
NO_BREAK_SPACE = "\u00a0"


async def test_agents_get_them_with_the_numbers_in_their_places(open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    status, content = await ask_desk(desk, "GET", "/bureau/api/reponses")
    assert status == 200
    replies = {reply["shortcut"]: reply for reply in content["replies"]}
    assert set(replies["telephone"]) == {"shortcut", "title", "text"}
    assert "418 838-1107" in replies["telephone"]["text"]
    assert "1 888 776-1668" in replies["telephone"]["text"]


async def test_nobody_else_gets_them(open_desk: OpenDesk, gateway: RunningGateway) -> None:
    desk = await open_desk("camille")
    await gateway.change("UPDATE agents SET role = 'manager'")
    assert (await ask_desk(desk, "GET", "/bureau/api/reponses"))[0] == 403
    desk.cookie = ""
    assert (await ask_desk(desk, "GET", "/bureau/api/reponses"))[0] == 401


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply.shortcut)
def test_a_reply_is_brief(reply: CannedReply) -> None:
    assert len(reply.text.split()) <= LONGEST_WORDS


@pytest.mark.parametrize("words", WORDS)
def test_voice_and_typography(words: str) -> None:
    assert "'" not in words, "the apostrophe is ’"
    assert "!" not in words
    assert not re.search(r"\s[?!;]", words), "no space before ? ! ;"
    assert not re.search(rf"[^{NO_BREAK_SPACE}\d]:", words), "a no-break space before a colon"
    assert not re.search(rf"«[^{NO_BREAK_SPACE}]|[^{NO_BREAK_SPACE}]»", words)
    assert not re.search(
        r"malheureusement|n’hésitez pas|e-?mail|mobile|\btu\b|\bton\b", words, re.IGNORECASE
    )


def test_every_number_is_a_fact() -> None:
    said = " ".join(reply.text for reply in REPLIES)
    for number in FACTS.values():
        said = said.replace(number, "")
    # F1's year and F6's minutes; no hours, no other telephone.
    assert set(re.findall(r"\d+", said)) == {"2020", "30"}


@pytest.mark.parametrize(
    "content",
    [
        "- {shortcut: a, title: Un, text: Un}\n- {shortcut: a, title: Deux, text: Deux}",
        "- {shortcut: Début, title: Un, text: Un}",
        "- {shortcut: a, title: Un}",
        "- {shortcut: a, title: Un, text: Un, autre: x}",
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "replies.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises((ValueError, ValidationError)):
        load_canned_replies(FACTS, path)
