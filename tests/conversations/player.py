"""Plays a conversation against a running system, and says where it did not go as written."""

import asyncio
import random
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

import aiohttp
from yarl import URL

from gateway.terminal import Chat, conversation
from tests.conversations.checks import check, check_fragments, check_soon
from tests.conversations.desk import AgentDesk
from tests.conversations.mailbox import Mailbox
from tests.conversations.scenario import (
    NOTHING_EXPECTED,
    AgentStep,
    AgentWrites,
    Event,
    Expectation,
    FollowUp,
    Incident,
    Mail,
    Scenario,
    Step,
    Turn,
)
from tests.conversations.transcript import Transcript, plain
from tests.running_system import RunningSystem

# What a transcript keeps of a mail and of a page; the checks see all of it.
MAIL_LINES = 3
PAGE_CHARACTERS = 100
# Into a turn, when something is to happen in the middle of it.
INTO_A_TURN_SECONDS = 0.02
# The sandbox mails within a second or two; where its outbox can't be looked into, wait it out.
OUTBOX_SECONDS = 5.0
# The gateway looks every 5 s for what is due (gateway/follow_ups.py), and answers take a moment.
FOLLOW_UP_SECONDS = 15.0
NO_FOLLOW_UP_SECONDS = 7.0


@dataclass(frozen=True)
class Stage:
    """Where conversations are played. Without `system`, nothing can be done to its processes."""

    gateway_url: str
    portal_url: str
    agent_login: str
    agent_password: str
    system: RunningSystem | None = None


class Unexpected(AssertionError):
    """A conversation did not go as written; the message holds all of it so far."""


async def play(
    scenario: Scenario,
    stage: Stage,
    show: Callable[[str], None] = lambda _line: None,
    pause: Callable[[str], float] = lambda _text: 0.0,
) -> Transcript:
    """Play a conversation from its greeting to its last step; what was said.

    `show` gets each line as it comes; `pause` says how long to wait before the client says
    something, for people who watch.

    Raises:
        Unexpected: something did not follow as written.
    """
    transcript = Transcript(show)
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())
        mailbox = Mailbox(http, stage.portal_url)
        await mailbox.open()
        chat = await stack.enter_async_context(
            conversation(URL(stage.gateway_url), live=False, address=_an_address(stage))
        )
        for message in chat.greeting:
            transcript.answer(message)
        player = _Player(stage, http, mailbox, chat, transcript, pause)
        stack.push_async_callback(player.put_back)
        for number, step in enumerate(scenario.steps, start=1):
            try:
                await player.do(step)
            except (AssertionError, TimeoutError) as failure:
                why = str(failure) or "nothing came in time"
                raise Unexpected(
                    f"{scenario.title}\nstep {number}: {why}\n\n{transcript}"
                ) from failure
    return transcript


def _an_address(stage: Stage) -> str | None:
    """An address of this machine that no other conversation has: the throttles count by client.

    Only Linux answers to all of 127.0.0.0/8; elsewhere all conversations are one client's.
    """
    if sys.platform != "linux" or URL(stage.gateway_url).host != "127.0.0.1":
        return None
    return f"127.{random.randint(1, 254)}.{random.randint(0, 254)}.{random.randint(1, 254)}"  # noqa: S311


class _Player:
    def __init__(
        self,
        stage: Stage,
        http: aiohttp.ClientSession,
        mailbox: Mailbox,
        chat: Chat,
        transcript: Transcript,
        pause: Callable[[str], float],
    ) -> None:
        self._stage = stage
        self._http = http
        self._mailbox = mailbox
        self._chat = chat
        self._transcript = transcript
        self._pause = pause
        self._last_answer: list[str] = []
        self._desk: AgentDesk | None = None
        self._suspended: set[str] = set()

    async def do(self, step: Step) -> None:
        """Do a step and check what followed."""
        match step:
            case Turn():
                await self._turn(step)
            case Mail():
                await self._mail(step)
            case Event():
                await self._happen(step.incident)
            case AgentStep():
                await self._agent(step)
            case FollowUp():
                await self._follow_up(step)

    async def put_back(self) -> None:
        """Leave the system as it was found."""
        if self._desk is not None:
            await self._desk.leave()
        if self._stage.system is not None:
            for process in self._suspended:
                self._stage.system.resume(process)

    async def _turn(self, turn: Turn) -> None:
        await asyncio.sleep(self._pause(turn.line or turn.button or ""))
        if turn.line is not None:
            self._transcript.note("Client", turn.line)
            saying = asyncio.create_task(self._chat.say(turn.line))
        else:
            assert turn.button is not None
            on_offer = [plain(title) for title in self._chat.on_offer]
            check(plain(turn.button) in on_offer, f"no button {turn.button!r} is on offer")
            self._transcript.note("Client", f"[{turn.button}]")
            number = on_offer.index(plain(turn.button)) + 1
            saying = asyncio.create_task(self._chat.press(number))
        if turn.meanwhile is not None:
            await asyncio.sleep(INTO_A_TURN_SECONDS)
            await self._happen(turn.meanwhile)
        answers = await saying
        self._record(answers)
        self._check_manners(answers)
        await self._check(turn, answers)

    async def _mail(self, expected: Mail) -> None:
        if expected.count is not None:
            await self._settle_outbox()
            mails = await self._mailbox.mails_to(expected.recipient)
            check(len(mails) == expected.count, f"{len(mails)} mails to {expected.recipient}")
            self._transcript.note("Courriel", f"{len(mails)} pour {expected.recipient}")
            return
        if expected.again:
            [mail, *_] = await self._mailbox.mails_to(expected.recipient)
        else:
            mail = await self._mailbox.read_next(expected.recipient, expected.within_seconds)
        self._transcript.note("Courriel", _head(mail))
        check_fragments(expected.contains, expected.lacks, mail["subject"] + "\n" + mail["text"])
        if expected.link_shows:
            page = await self._mailbox.follow_link(mail)
            self._transcript.note("Page", f"{page[:PAGE_CHARACTERS]}…")
            check_fragments(expected.link_shows, (), page)

    async def _settle_outbox(self) -> None:
        if self._stage.system is None:
            await asyncio.sleep(OUTBOX_SECONDS)
        else:
            await check_soon(
                self._stage.system.outbox_is_empty,
                lambda: "the outbox never settled",
                OUTBOX_SECONDS,
            )

    async def _happen(self, incident: Incident) -> None:
        system = self._stage.system
        assert system is not None, "this happens to processes that are out of reach"
        if incident.kills is not None:
            self._transcript.note("Événement", f"{incident.kills} est tué (kill -9)")
            await asyncio.to_thread(system.kill_and_wait, incident.kills)
        if incident.suspends is not None:
            self._transcript.note("Événement", f"{incident.suspends} ne répond plus")
            system.suspend(incident.suspends)
            self._suspended.add(incident.suspends)
        if incident.resumes is not None:
            self._transcript.note("Événement", f"{incident.resumes} répond de nouveau")
            system.resume(incident.resumes)
            self._suspended.discard(incident.resumes)
        if incident.minutes_pass is not None:
            self._transcript.note("Événement", f"{incident.minutes_pass} minutes plus tard")
            await asyncio.to_thread(system.let_pass, incident.minutes_pass)

    async def _agent(self, step: AgentStep) -> None:
        if step.act == "arrive":
            self._desk = await AgentDesk.sign_in(
                self._http,
                self._stage.gateway_url,
                self._stage.agent_login,
                self._stage.agent_password,
            )
            self._transcript.note("Bureau", "un agent arrive")
            return
        assert self._desk is not None, "no agent has come yet"
        if step.act == "part":
            await self._desk.leave()
            self._desk = None
            self._transcript.note("Bureau", "l'agent part")
            return
        match step.act:
            case "prend":
                await self._desk.take(str(self._transcript))
                check(
                    self._desk.was_first or not step.first_in_queue,
                    "cases that are less urgent were before it in the queue",
                )
            case "remet":
                await self._desk.hand_back()
            case "ferme":
                await self._desk.close_case()
            case AgentWrites(text=text):
                await asyncio.sleep(self._pause(text))
                await self._desk.write(text)
        answers = await self._chat.listen()
        self._record(answers)
        await self._check(step, answers)

    async def _follow_up(self, step: FollowUp) -> None:
        comes = step.comes == "vient"
        answers: list[dict[str, Any]] = []
        try:
            async with asyncio.timeout(FOLLOW_UP_SECONDS if comes else NO_FOLLOW_UP_SECONDS):
                answers = await self._chat.listen()
        except TimeoutError:
            check(not comes, f"the assistant did not come back in {FOLLOW_UP_SECONDS:.0f} s")
        self._record(answers)
        check(comes or not answers, "the assistant came back")
        if answers:
            self._check_manners(answers)
        await self._check(step, answers)

    def _record(self, answers: Iterable[dict[str, Any]]) -> None:
        for message in answers:
            self._transcript.answer(message)

    def _check_manners(self, answers: list[dict[str, Any]]) -> None:
        """What holds for every answer of the assistant, so that no file has to say it."""
        said = [plain(message["text"]) for message in answers if message["from"]["kind"] == "bot"]
        check(bool(answers) or self._chat.owner == "agent", "the assistant said nothing")
        check(not said or said != self._last_answer, "the same answer came twice in a row")
        for message in answers:
            titles = message["buttons"]
            check(len(set(titles)) == len(titles), f"a button is offered twice: {titles}")
        for text in said:
            check(not re.search(r"[{}]|\bnone\b", text), f"a value is missing: {text}")
        titles = [title for message in answers for title in message["buttons"]]
        check(len(titles) == len(set(titles)), f"a choice is offered twice: {titles}")
        self._last_answer = said

    async def _check(self, expected: Expectation, answers: list[dict[str, Any]]) -> None:
        text = "\n".join(message["text"] for message in answers)
        check_fragments(expected.contains, expected.lacks, text)
        titles = [plain(title) for message in answers for title in message["buttons"]]
        for title in expected.buttons:
            check(plain(title) in titles, f"no button {title!r}")
        if expected.bubbles is not None:
            check(len(answers) == expected.bubbles, f"{len(answers)} bubbles came")
        if expected.expects is not None:
            asked = answers[-1]["expects"] if answers else None
            check(
                asked == (None if expected.expects == NOTHING_EXPECTED else expected.expects),
                f"the value asked for is {asked!r}, not {expected.expects!r}",
            )
        if expected.owner is not None:
            await check_soon(
                lambda: self._chat.owner == expected.owner,
                lambda: f"the owner is {self._chat.owner!r}, not {expected.owner!r}",
            )
        if expected.desk_shows or expected.desk_hides:
            await self._check_desk(expected)

    async def _check_desk(self, expected: Expectation) -> None:
        assert self._desk is not None, "no agent has come yet"
        desk = self._desk
        await check_soon(
            lambda: all(plain(fragment) in plain(desk.shown) for fragment in expected.desk_shows),
            lambda: f"the desk shows not all of {expected.desk_shows}, but:\n{desk.shown}",
        )
        check_fragments((), expected.desk_hides, desk.shown)


def _head(mail: dict[str, Any]) -> str:
    lines = [line for line in mail["text"].splitlines() if line.strip()][:MAIL_LINES]
    return "\n".join([f"{mail['recipient']} : {mail['subject']}", *lines, "…"])
