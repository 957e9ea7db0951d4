"""The engine takes another model while twenty clients go on talking."""

import asyncio
import json
import sys
from pathlib import Path

from tests.faults.client import conversation
from tests.running_system import ROOT, RunningSystem

CONVERSATIONS = 20
# A form that is left for a question and another problem, and taken up again.
LINES = (
    "mdp oublié",
    "oui svp",
    "AB123456",
    "combien de temps dure le lien?",
    "Jean",
    "Tremblay",
    "non c'est Tremblé",
    "annuler",
    "lien expiré",
)
# The lines are that far apart, so that the change meets conversations at every stage.
PAUSE_SECONDS = 0.2
PHONE = "418 838-1107"


async def talk(system: RunningSystem, address: str) -> list[list[str]]:
    """The answers to all lines of a fresh conversation, in which nothing odd happened."""
    answers = []
    async with conversation(system.gateway_url, address) as client:
        for line in LINES:
            answers.append(await client.say(line))
            await asyncio.sleep(PAUSE_SECONDS)
        assert not client.waits
    assert client.oddities == []
    own = [m["id"] for m in client.messages if m["from"]["kind"] == "client"]
    assert own == client.sent, "each line once, in the order it was said"
    return answers


async def reload(system: RunningSystem) -> int:
    """Have the engine reload; the status of the command that waits for it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "deploy/local/reload.py", cwd=ROOT, env=system.environment
    )
    return await process.wait()


async def test_no_conversation_notices(system: RunningSystem) -> None:
    undisturbed = await talk(system, "127.2.0.1")
    before = system.processes("bot")
    begun = asyncio.Event()
    reloaded = asyncio.Event()
    given: list[list[list[str]]] = []

    async def client(number: int) -> None:
        while not reloaded.is_set():
            begun.set()
            given.append(await talk(system, f"127.2.1.{number + 1}"))

    clients = [asyncio.create_task(client(number)) for number in range(CONVERSATIONS)]
    await begun.wait()
    assert await reload(system) == 0
    reloaded.set()
    await asyncio.gather(*clients)

    assert len(given) >= CONVERSATIONS
    assert all(answers == undisturbed for answers in given)
    after = system.processes("bot")
    assert after[0] == before[0], "the supervisor's process stays"
    assert not set(after[1:]) & set(before[1:]), "nothing of the former one stays"
    assert len(after) == len(before)


async def test_the_command_needs_an_engine_that_is_ours(
    system: RunningSystem, tmp_path: Path
) -> None:
    stale = tmp_path / "engine.json"
    # That of a process which is no engine.
    stale.write_text(json.dumps({"pid": 1, "tries": 1, "loaded": True}))
    elsewhere = {**system.environment, "ASSISTANT_DATA_DIR": str(tmp_path)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "deploy/local/reload.py", cwd=ROOT, env=elsewhere
    )
    assert await process.wait() == 1
