"""`python -m gateway.terminal`, run as a program against the running gateway."""

import asyncio
import json
import sys
from typing import Any

import pytest
import socketio

from gateway.catalogue import load_catalogue
from gateway.handover.resumption import RESUME_PAYLOAD
from gateway.terminal import Chat
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
BOT = {"kind": "bot", "name": "Assistant"}


async def run(*arguments: str, stdin: str) -> tuple[int | None, str, str]:
    """Exit status, output and errors of one run."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "gateway.terminal",
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate(stdin.encode())
    return process.returncode, output.decode(), errors.decode()


async def test_one_line_of_json_for_each(gateway: RunningGateway, engine: FakeEngine) -> None:
    engine.says["allo"] = reply(
        "Bonjour.", "Lequel?", buttons=[("Un", "/un"), ("Deux", "/deux")], requested_slot="nom"
    )
    engine.says["agent"] = reply("D’accord.", custom=handover())
    lines: list[Any] = [{"button": 2}, "allo", {"button": 2}, "", {"button": 9}, "agent", "là?"]
    # The button shown last, though the turn before had none.
    lines.append({"button": 2})

    status, output, errors = await run(
        "--json", gateway.url, stdin="".join(json.dumps(line) + "\n" for line in lines)
    )

    assert (status, errors) == (0, "")
    answers = [json.loads(line) for line in output.splitlines()]
    assert len(answers) == len(lines)
    pressed_or_said = [line for line in engine.lines if line != RESUME_PAYLOAD]
    assert pressed_or_said == ["/lien_expire", "allo", "/deux", "agent"]
    assert answers[1] == {
        "messages": [
            {"from": BOT, "text": "Bonjour.", "buttons": [], "expects": None},
            {"from": BOT, "text": "Lequel?", "buttons": ["Un", "Deux"], "expects": "nom"},
        ],
        "owner": "bot",
    }
    system = {"kind": "system", "name": None}
    for answer, sentence in ((answers[3], "refus_vide"), (answers[4], "refus_bouton")):
        assert answer["messages"] == [
            {"from": system, "text": CATALOGUE.say(sentence), "buttons": [], "expects": None}
        ]
    assert [answer["owner"] for answer in answers[5:]] == ["waiting", "waiting", "bot"]
    assert answers[7]["messages"][0]["text"] == CATALOGUE.say("retour")
    assert answers[6]["messages"][0]["text"] == CATALOGUE.say("transmis")


async def test_a_program_asks_for_a_call(gateway: RunningGateway, engine: FakeEngine) -> None:
    engine.says["agent"] = reply("D’accord.", custom=handover())
    lines = ["agent", "rappelez-moi", "418 555-0123", {"button": 1}, {"button": 1}]
    status, output, errors = await run(
        "--json", gateway.url, stdin="".join(json.dumps(line) + "\n" for line in lines)
    )
    assert (status, errors) == (0, "")
    answers = [json.loads(line) for line in output.splitlines()]
    assert [answer["messages"][-1]["expects"] for answer in answers] == [
        None,
        "telephone_rappel",
        "moment_rappel",
        "confirmation_rappel",
        "changement_rappel",
    ]
    assert answers[-1]["owner"] == "bot"


async def test_a_person_who_waits_is_told_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    for live in (True, False):
        socket = socketio.AsyncClient()
        Chat(socket, live=live)
        await socket.handlers["/"]["waiting"]({"position": 2, "minutes": 10})
    told = CATALOGUE.say("terminal_attente", position="2", minutes="10")
    assert capsys.readouterr().out == f"*: {told}\n"


async def test_each_run_is_a_fresh_conversation(gateway: RunningGateway) -> None:
    for _ in range(2):
        await run("--json", gateway.url, stdin='"allo"\n')
    assert (await gateway.counts())["conversations"] == 2


async def test_a_person_types_and_presses(gateway: RunningGateway, engine: FakeEngine) -> None:
    status, output, errors = await run(gateway.url, stdin="bonjour\n\n#9\n")
    assert (status, errors) == (0, "")
    assert output.splitlines() == [
        f"Assistant: {CATALOGUE.say('accueil')}",
        "[#1 Courriel non reçu]  [#2 Lien expiré]  [#3 Code oublié]  [#4 Sur cellulaire]"
        "  [#5 Parler à un agent]",
        "Assistant: Écho : bonjour",
        f"*: {CATALOGUE.say('refus_vide')}",
        f"*: {CATALOGUE.say('refus_bouton')}",
    ]


async def test_what_goes_wrong_is_said_in_one_line(gateway: RunningGateway) -> None:
    for arguments, stdin in (
        (["--json", gateway.url], "pas du json\n"),
        (["--json", gateway.url], "12\n"),
        (["http://127.0.0.1:1"], ""),
    ):
        status, output, errors = await run(*arguments, stdin=stdin)
        assert (status, output) == (1, "")
        assert len(errors.splitlines()) == 1
