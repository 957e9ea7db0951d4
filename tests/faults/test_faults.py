"""Fifty conversations while each part in turn is killed, hangs, or finds its disk full.

At the end of each fault: every line has its answer, or an apology with the phone numbers and a
reference; nothing came twice or out of order; the transcript is what arrived; and who was told
« C’est fait » has one mail.

Mail leaves at least once: where the mail server or the sandbox dies between the taking of a mail
and the note of it, the one mail under way may leave twice (sandbox/outbox.py).
"""

import asyncio
import resource
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.faults.client import Client, conversation
from tests.running_system import ROOT, RunningSystem

CONVERSATIONS = 50
# Starts are spread over this long, so that the fault meets every stage of a conversation.
SPREAD_SECONDS = 3.0
LINES = ("mdp oublié", "oui svp", "{code}, Jean Tremblay", "oui")
# The part is touched when so many of all turns are over.
FAULT_AFTER_TURNS = 100
# Longer than a client's patience, shorter than the 8 s after which a person is called.
SHORT_STALL_SECONDS = 4.0
# Longer than those 8 s.
LONG_STALL_SECONDS = 9.0
MAIL_SECONDS = 90.0
# A fault with all that leads up to it and follows.
ROUND_SECONDS = 150.0
# So many answers in a row, each of a conversation of its own, come from every worker.
CALM_ANSWERS = 8
CALM_PAUSE_SECONDS = 1.0
PHONE = "418 838-1107"


class Stage:
    """The running system, its mail server, and fifty accounts for each fault."""

    def __init__(self, system: RunningSystem, mails: Path) -> None:
        self.system = system
        self._mails = mails
        self._mail_port = system.environment["ASSISTANT_SMTP_PORT"]
        self._mail_server: subprocess.Popen[bytes] | None = None
        self._rounds = 0

    def start_mail_server(self) -> None:
        """Take mail, as before."""
        self._mail_server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.mail_server", self._mail_port, str(self._mails)],
            cwd=ROOT,
        )

    def processes(self, module: str) -> list[psutil.Process]:
        """Every process of a module here, its children after it."""
        if module == "smtp":
            assert self._mail_server is not None
            return [psutil.Process(self._mail_server.pid)]
        return self.system.processes(module)

    def new_clients(self) -> list[tuple[str, str]]:
        """An address of this machine and an account's code, for each conversation of a round."""
        self._rounds += 1
        clients = [
            (f"127.1.{self._rounds}.{number + 1}", f"QZ{self._rounds:02}{number:04}")
            for number in range(CONVERSATIONS)
        ]
        with closing(sqlite3.connect(self.system.data_dir / "sandbox.db", timeout=10)) as store:
            for _, code in clients:
                account = store.execute(
                    "INSERT INTO accounts (user_code, kind, email, locked, password_hash,"
                    " password_version) SELECT ?, kind, ?, locked, password_hash, 1"
                    " FROM accounts WHERE user_code = 'AB123456'",
                    (code, mailbox(code)),
                ).lastrowid
                store.execute(
                    "INSERT INTO holders (account_id, first_name, last_name)"
                    " VALUES (?, 'Jean', 'Tremblay')",
                    (account,),
                )
            store.commit()
        return clients

    def mails(self) -> Counter[str]:
        """How many mails have reached each address."""
        return Counter(self._mails.read_text().split() if self._mails.exists() else [])

    async def mails_have_left(self) -> None:
        """Wait until nothing is left to send."""
        async with asyncio.timeout(MAIL_SECONDS):
            while not self.system.outbox_is_empty():  # noqa: ASYNC110 - the table is what tells
                await asyncio.sleep(0.2)

    async def is_calm(self) -> None:
        """Wait until the fault before is over: each worker of the engine answers at once again."""
        in_a_row = 0
        while in_a_row < CALM_ANSWERS:
            async with conversation(self.system.gateway_url, "127.0.0.1") as client:
                await client.say("bonjour")
            in_a_row = 0 if client.waits else in_a_row + 1
            await asyncio.sleep(CALM_PAUSE_SECONDS if client.waits else 0)

    def stop_mail_server(self) -> None:
        """Take no more mail."""
        if self._mail_server is not None:
            self._mail_server.kill()
            self._mail_server.wait()


def mailbox(code: str) -> str:
    """The address of an account."""
    return f"{code.lower()}@example.com"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A system of its own, with a mail server that can be killed."""
    directory = tmp_path_factory.mktemp("faults")
    system = RunningSystem(directory)
    system.environment["ASSISTANT_SMTP_CATCHER"] = "false"
    stage = Stage(system, directory / "mails")
    stage.start_mail_server()
    try:
        with system.run():
            yield stage
    finally:
        stage.stop_mail_server()


@dataclass(frozen=True)
class Outcome:
    """How a conversation went."""

    client: Client
    code: str
    answers: list[list[str]]

    @property
    def is_done(self) -> bool:
        """Whether the client was told that the mail is under way."""
        return any("C’est fait" in text for texts in self.answers for text in texts)


@dataclass(frozen=True)
class Fault:
    """Something done to the system; what `strike` returns undoes it after `seconds`."""

    name: str
    strike: Callable[[Stage], Callable[[], object] | None]
    seconds: float = 0.0


def kill(module: str) -> Callable[[Stage], None]:
    """SIGKILL to the first process of a module; its supervisor starts it again."""

    def strike(stage: Stage) -> None:
        stage.processes(module)[0].kill()

    return strike


def kill_worker(stage: Stage) -> None:
    """SIGKILL to the last of the engine's processes: a worker, where it has some."""
    stage.processes("bot")[-1].kill()


def kill_mail_server(stage: Stage) -> None:
    """SIGKILL to the mail server, and another in its place."""
    stage.stop_mail_server()
    stage.start_mail_server()


def stall(module: str) -> Callable[[Stage], Callable[[], None]]:
    """SIGSTOP to all processes of a module, until it is undone."""

    def strike(stage: Stage) -> Callable[[], None]:
        stalled = stage.processes(module)
        for process in stalled:
            process.suspend()

        def undo() -> None:
            for process in stalled:
                process.resume()

        return undo

    return strike


def fill_disk(stage: Stage) -> Callable[[], object]:
    """No byte more to the gateway's files, until it is undone: its writes fail with EFBIG."""
    [gateway] = stage.processes("gateway")
    before = gateway.rlimit(resource.RLIMIT_FSIZE)
    gateway.rlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    return lambda: gateway.rlimit(resource.RLIMIT_FSIZE, before)


FAULTS = [
    Fault("gateway killed", kill("gateway")),
    Fault("gateway stalled", stall("gateway"), SHORT_STALL_SECONDS),
    Fault("engine stalled", stall("bot"), LONG_STALL_SECONDS),
    Fault("actions killed", kill("actions")),
    Fault("actions stalled", stall("actions"), LONG_STALL_SECONDS),
    Fault("sandbox killed", kill("sandbox")),
    Fault("sandbox stalled", stall("sandbox"), LONG_STALL_SECONDS),
    Fault("engine killed", kill("bot")),
    Fault("mail server killed", kill_mail_server),
    Fault("mail server stalled", stall("smtp"), SHORT_STALL_SECONDS),
    Fault("an engine's worker killed", kill_worker),
    Fault("disk full", fill_disk, SHORT_STALL_SECONDS),
]
MAY_MAIL_TWICE = {"sandbox killed", "mail server killed"}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
async def test_nothing_is_lost_doubled_or_out_of_order(stage: Stage, fault: Fault) -> None:
    turns_over = asyncio.Semaphore(0)

    async def talk(number: int, address: str, code: str) -> Outcome:
        await asyncio.sleep(number * SPREAD_SECONDS / CONVERSATIONS)
        async with conversation(stage.system.gateway_url, address) as client:
            answers = []
            for said, line in enumerate(LINES, start=1):
                answers.append(await client.say(line.format(code=code)))
                turns_over.release()
                if client.waits:
                    # What it says no more is over too: the fault waits for it as for the others.
                    for _ in LINES[said:]:
                        turns_over.release()
                    break
        return Outcome(client, code, answers)

    async def strike() -> None:
        for _ in range(FAULT_AFTER_TURNS):
            await turns_over.acquire()
        undo = fault.strike(stage)
        try:
            await asyncio.sleep(fault.seconds)
        finally:
            # A round that fails in between leaves nothing stalled to the next.
            if undo is not None:
                undo()

    async with asyncio.timeout(ROUND_SECONDS):
        await stage.is_calm()
        talks = [talk(n, address, code) for n, (address, code) in enumerate(stage.new_clients())]
        struck = asyncio.create_task(strike())
        outcomes = await asyncio.gather(*talks)
        await struck
    stage.system.wait_for(f"{stage.system.gateway_url}/health/ready")
    await stage.mails_have_left()

    for outcome in outcomes:
        assert outcome.client.oddities == []
        assert all(outcome.answers), "every line has an answer"
        own = [m["id"] for m in outcome.client.messages if m["from"]["kind"] == "client"]
        assert own == outcome.client.sent, "each line once, in the order it was said"
        assert outcome.is_done or told_of_a_breakdown(outcome), outcome.answers
    assert_mails(stage, fault, outcomes)
    print(fault.name, "done:", sum(o.is_done for o in outcomes))


def told_of_a_breakdown(outcome: Outcome) -> bool:
    """Whether the client has the numbers and a reference, and a person was called."""
    last = " ".join(outcome.answers[-1])
    return PHONE in last and "référence" in last and outcome.client.waits


def assert_mails(stage: Stage, fault: Fault, outcomes: list[Outcome]) -> None:
    """One mail for each who was told so, and at most one for who was not."""
    mails = stage.mails()
    counts = {outcome.code: mails[mailbox(outcome.code)] for outcome in outcomes}
    doubled = [code for code, count in counts.items() if count > 1]
    assert len(doubled) <= (1 if fault.name in MAY_MAIL_TWICE else 0), doubled
    assert all(count <= 2 for count in counts.values())
    assert [o.code for o in outcomes if o.is_done and not counts[o.code]] == []
    asked = [o.code for o in outcomes if len(o.answers) == len(LINES)]
    assert {code for code, count in counts.items() if count} <= set(asked)
