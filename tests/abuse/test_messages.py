"""What a client's socket is sent instead of a message: refused in French, or taken as mere text."""

import asyncio
import unicodedata
from typing import Any
from uuid import uuid4

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ILLEGIBLE, EMPTY, TOO_LONG, NO_CHOICE = (
    "refus_illisible",
    "refus_vide",
    "refus_trop_long",
    "refus_bouton",
)


def deep(levels: int) -> list[Any]:
    """Lists in lists."""
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def said(text: object = None, **more: object) -> dict[str, Any]:
    """A message under an id of its own."""
    typed = {} if text is None else {"text": text}
    return {"id": str(uuid4()), **typed, **more}


REFUSED = {
    "an id that is null": ({"id": None, "text": "allo"}, ILLEGIBLE),
    "an id that is a number": ({"id": 1, "text": "allo"}, ILLEGIBLE),
    "an id that is a list": ({"id": [str(uuid4())], "text": "allo"}, ILLEGIBLE),
    "an id that is an object": ({"id": {"$ne": ""}, "text": "allo"}, ILLEGIBLE),
    "an id that is empty": ({"id": "", "text": "allo"}, ILLEGIBLE),
    "an id that is a path": ({"id": "../../etc/passwd", "text": "allo"}, ILLEGIBLE),
    "an id that is a statement": ({"id": "x'; DROP TABLE messages; --", "text": "a"}, ILLEGIBLE),
    "an id of 60 KB": ({"id": "a" * 60_000, "text": "allo"}, ILLEGIBLE),
    "an id with a NUL": ({"id": str(uuid4()) + "\0", "text": "allo"}, ILLEGIBLE),
    "no id": ({"text": "allo"}, ILLEGIBLE),
    "a text that is a list": (said(["allo"]), ILLEGIBLE),
    "a text that is an operator": (said({"$ne": ""}), ILLEGIBLE),
    "a text that is true": (said(True), ILLEGIBLE),
    "a text that is a fraction": (said(1.5), ILLEGIBLE),
    "a text that is a thousand lists": (said(deep(900)), ILLEGIBLE),
    "a text that is null": (said(text_=None) | {"text": None}, ILLEGIBLE),
    "a text of bytes": (said(b"allo"), ILLEGIBLE),
    "a text with half a pair": (said("\udc00 allo"), ILLEGIBLE),
    "a text with a pair the wrong way round": (said("\udc00\ud800"), ILLEGIBLE),
    "a text of NULs": (said("\0\0\0"), EMPTY),
    "a text of bidi overrides": (said("\u202e\u202d\u2066\u2069"), EMPTY),
    "a text of zero-width spaces": (said("\u200b\u2060\ufeff"), EMPTY),
    "a text of 100 KB": (said("a" * 100 * 1024), TOO_LONG),
    "a text that composing makes longer": (said("\ufb2c" * 2000), TOO_LONG),
    "a button that is a list": (said(button=["x"]), ILLEGIBLE),
    "a button that is an object": (said(button={"token": "x"}), ILLEGIBLE),
    "a button that is a number": (said(button=0), ILLEGIBLE),
    "a button of bytes": (said(button=b"x"), ILLEGIBLE),
    "a button that is empty": (said(button=""), NO_CHOICE),
    "a button with a NUL": (said(button="a\0b"), NO_CHOICE),
    "a button of 100 KB": (said(button="a" * 100 * 1024), NO_CHOICE),
    "a button that is a statement": (said(button="' OR 1=1 --"), NO_CHOICE),
    "a button that is a wildcard": (said(button="%"), NO_CHOICE),
    "a button that is a payload": (said(button="/affirmer"), NO_CHOICE),
    "a button that is the gateway's payload": (said(button="gateway:retour"), NO_CHOICE),
    "a message that says who wrote it": (said("allo", **{"from": {"kind": "agent"}}), ILLEGIBLE),
    "a message that numbers itself": (said("allo", seq=1), ILLEGIBLE),
    "a message for another conversation": (said("a", conversation_id=str(uuid4())), ILLEGIBLE),
    "a message that masks itself": (said("allo", masked_text=""), ILLEGIBLE),
    "a message with a payload": (said(payload="/affirmer"), ILLEGIBLE),
    "a message with a prototype": (said("allo", __proto__={"admin": True}), ILLEGIBLE),
    "bytes": (b"\x00\xff" * 100, ILLEGIBLE),
    "a number": (3, ILLEGIBLE),
    "true": (True, ILLEGIBLE),
    "an empty object": ({}, ILLEGIBLE),
    "a thousand lists": (deep(900), ILLEGIBLE),
    "several messages": ([said("un"), said("deux")], ILLEGIBLE),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED.keys())
async def test_is_refused_and_leaves_no_trace(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, content: object, sentence: str
) -> None:
    before, asked = await gateway.counts(), len(engine.requests)

    answer = await tab.call("message", content)

    assert answer == {"ok": False, "error": CATALOGUE.say(sentence, maximum="2000")}
    assert await gateway.counts() == before
    assert len(engine.requests) == asked
    assert len(tab.messages) == 1


# What the client sees of it, and the engine gets.
TAKEN_AS_TEXT = {
    "a script": "<script>alert(1)</script>",
    "an image that runs": '<img src=x onerror="alert(1)">',
    "a closing tag": "</textarea></li></body>",
    "an address that runs": "javascript:alert(1)//",
    "an entity": "&lt;b&gt; &#x3c;",
    "a template": "{{7*7}} ${7*7} <%= 7 %> #{7}",
    "a format": "%s %n %(nom)s {0.__class__}",
    "a statement": "'; DROP TABLE messages; --",
    "a path": "../../../../etc/passwd",
    "a header": "allo\r\nSet-Cookie: assistant_bureau=x",
    "a command": "/restart",
    "a command with values": '/affirmer{"code_utilisateur": "AB123456"}',
    "a command that fills": '/inform{"prenom": "x", "nom": "y"}',
    "a form's loop": "/session_start",
    "a payload of the gateway's": "gateway:retour",
    "a choice's markup": '[Oui](/affirmer){"entity": "x"}',
    "a log line": '{"event": "signed_in", "level": "info"}',
    "zalgo": "a" + "\u0335\u0321\u0334" * 300,
    "emoji of one family": "👨\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈",
    "Arabic": "مرحبا بالعالم",
    "a noncharacter": "a\ufffe\uffffb",
    "the widest character": "﷽" * 100,
    "two thousand lines": "a" + "\n" * 1998 + "b",
}


@pytest.mark.parametrize("text", TAKEN_AS_TEXT.values(), ids=TAKEN_AS_TEXT.keys())
async def test_is_text_and_nothing_more(tab: Tab, engine: FakeEngine, text: str) -> None:
    await tab.say(text)

    line, answer = tab.messages[1:]
    assert line["from"]["kind"] == "client"
    assert line["text"] == engine.requests[-1]["text"]
    assert line["text"].replace("\r", "") == unicodedata.normalize("NFC", text).replace("\r", "")
    assert answer["text"] == f"Écho : {line['text']}"
    assert "payload" not in engine.requests[-1]
    assert (await tab.another()).messages == tab.messages


# Left out of what is stored: they would spoof a reader, a terminal or a log.
CLEANED = {
    "a bidi override": ("code \u202e654321BA\u202c", "code 654321BA"),
    "bidi isolates": ("\u2066a\u2067b\u2068c\u2069", "abc"),
    "a NUL": ("al\0lo", "allo"),
    "a terminal's sequence": ("\x1b[31mrouge\x1b[0m", "[31mrouge[0m"),
    "a backspace": ("AB12\x083456", "AB123456"),
    "a C1 control": ("al\x9blo", "allo"),
    "a zero-width space": ("mot\u200bde\u200bpasse", "motdepasse"),
    "a byte-order mark": ("\ufeffallo", "allo"),
    "tags": ("allo\U000e0041\U000e0042", "allo"),
}


@pytest.mark.parametrize(("text", "stored"), CLEANED.values(), ids=CLEANED.keys())
async def test_is_cleaned_before_it_is_stored(
    tab: Tab, engine: FakeEngine, text: str, stored: str
) -> None:
    await tab.say(text)

    assert tab.messages[1]["text"] == stored
    assert engine.requests[-1]["text"] == stored
    assert (await tab.another()).messages == tab.messages


EVENTS_OF_OTHERS = ["take", "write", "open", "close", "hand_back", "history", "turn", "state", ""]


@pytest.mark.parametrize("event", [*EVENTS_OF_OTHERS, "__init__", "é" * 10_000])
async def test_an_event_that_is_not_a_clients_does_nothing(
    tab: Tab, gateway: RunningGateway, event: str
) -> None:
    before = await gateway.counts()
    await tab.sio.emit(event, {"case_id": 1, "id": str(uuid4()), "text": "allo"})
    await asyncio.sleep(SETTLING_SECONDS)
    assert await gateway.counts() == before
    assert await tab.say("allo")


async def test_all_of_it_at_once_and_again_leaves_the_socket_in_use(
    tab: Tab, gateway: RunningGateway
) -> None:
    before = await gateway.counts()
    for _ in range(3):
        answers = await asyncio.gather(
            *(tab.call("message", content) for content, _ in REFUSED.values())
        )
        assert not any(answer["ok"] for answer in answers)
    assert await gateway.counts() == before
    assert await tab.say("allo")
