"""Whether anything a client gets tells an account that exists from one that does not.

People with and without an account ask for the same things, in random order, as the widget does,
one conversation at a time so that nothing blurs the times. A classifier then tries to tell them
apart (bot/evaluation/telling_apart.py, in the environment that has scikit-learn).
"""

import asyncio
import json
import random
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import select

from bench.clients import GatewayOpening, Lost, next_address
from bench.plan import Plan
from bench.scripts import QUESTIONS, Said, Script
from bench.systems import ours
from bench.targets import Check
from bot.evaluation.processes import run
from sandbox.database import create_engine, create_schema, open_database
from sandbox.passwords import Passwords
from sandbox.seed import DEMO_PASSWORD
from sandbox.tables import Account, CaughtMail, Holder
from tests.running_system import ROOT

MAX_AUC = 0.55
BOT_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
# Of nobody's account, and not kept: the first conversations are slower than all others.
WARM_UP = 5
FIRST_NAMES = ("Jean", "Marie", "Luc", "Sylvie", "Patrick", "Chantal", "Denis", "Nathalie", "Guy")
LAST_NAMES = ("Tremblay", "Gagnon", "Roy", "Bouchard", "Gauthier", "Morin", "Lavoie", "Fortin")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

type Verb = Literal["resend", "recovery"]
VERBS: tuple[Verb, ...] = ("resend", "recovery")


@dataclass(frozen=True)
class Person:
    """Somebody who gives these values, whether or not the backend has an account with them."""

    known: bool
    code: str
    first_name: str
    last_name: str
    email: str
    # Where they call from: the throttles count by it.
    address: str


@dataclass(frozen=True)
class Sample:
    """One conversation as its client had it: of each turn the time and the number of bubbles."""

    person: str
    known: bool
    verb: Verb
    throttled: bool
    seconds: list[float]
    bubbles: list[int]
    # All that was said, the person's own values replaced by their names.
    text: str


@dataclass(frozen=True)
class Separation:
    """How well the classifier tells the two apart: 0.5 is by chance, 1 always."""

    auc: float
    low: float
    high: float
    # What guessing reaches one time in twenty.
    by_chance: float
    samples: int


@dataclass(frozen=True)
class Neutrality:
    """The separation with the throttle off and on."""

    separations: dict[str, Separation]
    # Conversations that ended in an apology or not at all.
    broken: int
    # Who has an account and got no mail: were there any, the two kinds would be alike indeed.
    known_without_mail: int


def measure_neutrality(directory: Path, plan: Plan, seed: int) -> Neutrality:
    """Has `plan.accounts` people converse, and tries to tell them apart."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    # Drawn, so that nothing else about the known is in common.
    known_numbers = set(chance.sample(range(plan.accounts), plan.accounts // 2))
    people = [_person(n, chance, known=n in known_numbers) for n in range(plan.accounts)]
    with tempfile.TemporaryDirectory(dir=directory) as data:
        known = [person for person in people if person.known]
        asyncio.run(_open_accounts(Path(data), known))
        with ours(Path(data)) as opening:
            samples = asyncio.run(_converse(opening, people, chance))
        mailed = asyncio.run(_mailed(Path(data)))
    return Neutrality(
        separations=_tell_apart(directory, samples),
        broken=2 * len(VERBS) * len(people) - len(samples),
        known_without_mail=len({person.email for person in known} - mailed),
    )


def checks(found: Neutrality) -> list[Check]:
    """Returns the targets of neutrality."""
    return [
        *(
            Check(f"neutrality, {name}: AUC ({s.low:.2f}-{s.high:.2f})", s.auc, MAX_AUC)
            for name, s in found.separations.items()
        ),
        Check("neutrality: conversations broken", found.broken, 0),
        Check("neutrality: accounts without a mail", found.known_without_mail, 0),
    ]


def _person(number: int, chance: random.Random, *, known: bool) -> Person:
    code = "".join(chance.choices(LETTERS, k=2)) + f"{number:06d}"
    return Person(
        known=known,
        code=code,
        first_name=chance.choice(FIRST_NAMES),
        last_name=chance.choice(LAST_NAMES),
        email=f"{code.lower()}@example.com",
        address=next_address(),
    )


async def _open_accounts(data_dir: Path, people: Sequence[Person]) -> None:
    """Fills the sandbox's database before it starts: it seeds an empty one only."""
    engine = create_engine(data_dir / "sandbox.db")
    await create_schema(engine)
    password_hash = await Passwords().hash(DEMO_PASSWORD)
    async with open_database(engine).begin() as session:
        session.add_all(
            Account(
                user_code=person.code,
                kind="individual",
                email=person.email,
                locked=False,
                password_hash=password_hash,
                holders=[Holder(first_name=person.first_name, last_name=person.last_name)],
            )
            for person in people
        )
    await engine.dispose()


async def _mailed(data_dir: Path) -> set[str]:
    """Returns the addresses that mail came to."""
    engine = create_engine(data_dir / "sandbox.db")
    async with open_database(engine).begin() as session:
        recipients = set(await session.scalars(select(CaughtMail.recipient)))
    await engine.dispose()
    return recipients


async def _converse(
    opening: GatewayOpening, people: Sequence[Person], chance: random.Random
) -> list[Sample]:
    """Each person asks for each thing twice; the second time, the throttle holds them back."""
    strangers = [_person(10**5 + n, chance, known=False) for n in range(WARM_UP)]
    for stranger in strangers:
        with suppress(Lost):
            await _ask(opening, stranger, "resend", throttled=False)
    visits = [(person, verb) for person in people for verb in VERBS] * 2
    chance.shuffle(visits)
    samples: list[Sample] = []
    asked: set[tuple[Person, Verb]] = set()
    for visit in visits:
        # A conversation that broke is missing in the end, and counted so.
        with suppress(Lost):
            samples.append(await _ask(opening, *visit, throttled=visit in asked))
        asked.add(visit)
    return samples


async def _ask(opening: GatewayOpening, person: Person, verb: Verb, *, throttled: bool) -> Sample:
    seconds: list[float] = []
    bubbles: list[int] = []
    texts: list[str] = []
    async with opening(person.address) as client:
        for said in _script(person, verb):
            answer = await client.turn(said)
            seconds.append(answer.seconds)
            bubbles.append(len(answer.texts))
            texts += answer.texts
    text = "\n".join(texts)
    for name in ("code", "first_name", "last_name", "email"):
        text = text.replace(getattr(person, name), name)
    return Sample(person.code, person.known, verb, throttled, seconds, bubbles, text)


def _script(person: Person, verb: Verb) -> Script:
    """The request, and then questions: a mail that is being sent might slow what comes after."""
    name = f"{person.first_name} {person.last_name}"
    if verb == "resend":
        values: Script = (
            Said("mot de passe oublié"),
            Said("Oui, faites-la", pressed=True),
            Said(f"{person.code} {name}"),
        )
    else:
        values = (
            Said("code oublié"),
            Said("Individuel", pressed=True),
            Said("Faites-le pour moi", pressed=True),
            Said(name),
            Said(person.email),
        )
    return (*values, Said("oui"), *QUESTIONS)


def _tell_apart(directory: Path, samples: Sequence[Sample]) -> dict[str, Separation]:
    given, found = directory / "neutrality-samples.json", directory / "neutrality.json"
    given.write_text(
        json.dumps([asdict(sample) for sample in samples], ensure_ascii=False), "utf-8"
    )
    log = directory / "neutrality.log"
    run(BOT_PYTHON, "bot.evaluation.telling_apart", given, found, log=log)
    return {name: Separation(**s) for name, s in json.loads(found.read_text("utf-8")).items()}
