"""What clients write is in no file in clear: neither in the store, nor in its log, nor in ours.

Files are searched byte by byte, for the values as they were written, without their accents, and as
JSON writes them.
"""

import asyncio
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway

DAYS_KEPT = 30
NAME = "Zacharie Quévillon"
# What the engine alone recognises, and what has a shape of its own.
SAID = (
    f"{NAME} a besoin d’aide",
    "QZ918273",
    "zq@exemple-prive.ca",
    "ma carte 4539 5787 6362 1486",
    "mon nas 046 454 286",
    "le lien https://portail.example/portail/reinitialisation?jeton=Zx81kd92jf01ksl2mcq8 va pas",
    "mon mot de passe est Cerisier-4471",
    "rappelez-moi au 581 555-0142",
)
SEEDS = (
    "Zacharie",
    "Quévillon",
    "QZ918273",
    "zq@exemple-prive.ca",
    "4539 5787 6362 1486",
    "046 454 286",
    "Zx81kd92jf01ksl2mcq8",
    "Cerisier-4471",
    "581 555-0142",
)


def forms(seed: str) -> Iterator[bytes]:
    """The ways a value may be written in a file."""
    bare = "".join(c for c in unicodedata.normalize("NFD", seed) if not unicodedata.combining(c))
    for form in {seed, bare, seed.upper(), seed.lower(), json.dumps(seed)[1:-1]}:
        yield form.encode()


def in_clear(data_dir: Path, *more: str) -> list[str]:
    """Which values stand in clear in a file of the directory, or in `more`, and where."""
    texts = {path.name: path.read_bytes() for path in data_dir.iterdir()}
    texts |= {str(number): text.encode() for number, text in enumerate(more)}
    return [
        f"{seed} in {name}"
        for name, content in texts.items()
        for seed in SEEDS
        if any(form in content for form in forms(seed))
    ]


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[Any]]:
    with structlog.testing.capture_logs() as lines:
        yield lines


@pytest.fixture(autouse=True)
def _engine_reads(engine: FakeEngine) -> None:
    engine.says[SAID[0]] = reply(
        f"Bonjour {NAME}.", filled={"prenom": "Zacharie", "nom": "Quévillon"}
    )
    engine.says["QZ918273"] = reply(
        "C’est noté, QZ918273.",
        buttons=[("Oui", '/affirmer{"nom": "Quévillon"}')],
        filled={"code_utilisateur": "QZ918273"},
        custom=follow_up('/relancer{"nom": "Quévillon"}'),
    )
    engine.says["un agent"] = reply("Oui.", custom=handover(resume=f"{NAME} attend, QZ918273."))
    engine.says["effacez"] = reply("C’est effacé.", custom={"erase": {}})


async def converse(tab: Tab) -> None:
    """Say everything, and have some of it repeated."""
    for line in SAID:
        await tab.say(line)


async def test_while_a_conversation_is_kept(
    tab: Tab, gateway: RunningGateway, data_dir: Path, open_desk: OpenDesk, logs: list[Any]
) -> None:
    await converse(tab)
    desk = await open_desk("camille")
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await desk.act("open", case_id)
    await tab.say(f"QZ918273 de {NAME}")
    await desk.write(case_id, f"Merci {NAME}, votre code QZ918273 est bon.")
    assert in_clear(data_dir, str(logs), str(desk.events)) == []
    assert NAME in tab.texts[-1]
    await gateway.stop()
    assert in_clear(data_dir) == []


async def test_while_the_engine_has_not_answered(
    tab: Tab, engine: FakeEngine, data_dir: Path, gateway: RunningGateway
) -> None:
    held = engine.hold(SAID[0])
    await tab.send(SAID[0])
    await engine.until_asked(SAID[0])
    assert in_clear(data_dir) == []
    assert await gateway.rows("SELECT masked_text FROM messages WHERE seq = 2") == [(None,)]
    held.set()


async def test_when_the_engine_fails(
    tab: Tab, engine: FakeEngine, data_dir: Path, gateway: RunningGateway, logs: list[Any]
) -> None:
    engine.says["mon code?"] = reply("Votre code?", requested_slot="code_utilisateur")
    await tab.say("mon code?")
    engine.fails["Quévillon quarante-quatre"] = 500
    await tab.say("Quévillon quarante-quatre")
    for line in SAID[1:]:
        await tab.say(line)
    assert in_clear(data_dir, str(logs)) == []
    [(masked,)] = await gateway.rows("SELECT masked_text FROM messages WHERE seq = 4")
    assert masked == "[code d’utilisateur masqué]"


async def test_the_search_would_find_what_is_in_clear(
    tab: Tab, data_dir: Path, gateway: RunningGateway
) -> None:
    await converse(tab)
    await gateway.change("UPDATE messages SET masked_text = :said", said=SAID[0])
    assert {line.split()[0] for line in in_clear(data_dir)} == {"Zacharie", "Quévillon"}


async def keys(gateway: RunningGateway) -> set[bytes]:
    """The wrapped keys in the store."""
    return {key for (key,) in await gateway.rows("SELECT wrapped_key FROM conversation_keys")}


def stored(data_dir: Path, value: bytes) -> bool:
    """Whether some file of the directory has these bytes."""
    return any(value in path.read_bytes() for path in data_dir.iterdir())


async def test_erasing_destroys_the_key_and_every_sealed_text(
    tab: Tab, gateway: RunningGateway, data_dir: Path, logs: list[Any]
) -> None:
    await converse(tab)
    [key] = await keys(gateway)
    sealed = [text for (text,) in await gateway.rows("SELECT sealed_text FROM messages")]
    assert all(stored(data_dir, value) for value in (key, *sealed))
    await tab.say("effacez")
    assert not any(stored(data_dir, value) for value in (key, *sealed))
    assert in_clear(data_dir, str(logs)) == []
    # It has a new key, for what is said from now on.
    assert len(await keys(gateway)) == 1


async def test_retention_destroys_the_key_and_every_sealed_text(
    tab: Tab, gateway: RunningGateway, data_dir: Path
) -> None:
    await converse(tab)
    await tab.say("QZ918273")
    await tab.press("Oui")
    [key] = await keys(gateway)
    sealed = [text for (text,) in await gateway.rows("SELECT sealed_text FROM messages")]
    await gateway.change("UPDATE messages SET at = datetime(at, :by)", by=f"-{DAYS_KEPT + 1} days")
    await gateway.stop()
    await gateway.start()
    await asyncio.sleep(SETTLING_SECONDS)
    assert not any(stored(data_dir, value) for value in (key, *sealed))
    assert in_clear(data_dir) == []
