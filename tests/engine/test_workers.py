"""The engine's workers: a killed one loses nothing of a conversation, however long it is."""

import itertools
import time
from collections.abc import Iterator

import pytest

from tests.engine.test_contract import Engine, texts
from tests.running_system import RunningSystem

# A form entered, left for questions of fact and for another ladder, and taken up again.
LINES = (
    "bonjour",
    "mon lien est expiré",
    "/affirmer",
    "AB123456",
    "c'est quoi le numéro de téléphone?",
    "combien de temps dure le lien?",
    "Jean",
    "êtes-vous un robot?",
    "c'est quoi déjà la question?",
    "Tremblay",
    "non",
    "annuler",
    "j'ai pas reçu le courriel",
    "ça fait deux heures",
    "oui, il n'y est pas",
    "quelle adresse courriel?",
    "asdf qwer",
    "toujours rien",
    "merci",
    "toujours rien",
)


def tell(engine: Engine, line: str) -> dict[str, object]:
    return engine.press(line) if line.startswith("/") else engine.say(line)


@pytest.fixture
def of_first_worker(system: RunningSystem) -> Iterator[Engine]:
    engine = Engine(system)
    yield engine
    system.wait_for(f"{system.engine_url}/health")


def test_a_killed_worker_is_back_within_two_seconds(system: RunningSystem) -> None:
    system.kill_engine_worker()
    killed = time.monotonic()
    system.wait_for(f"{system.engine_url}/health")
    assert time.monotonic() - killed < 2.0


def test_a_conversation_goes_on_the_same_whatever_is_killed(
    system: RunningSystem, of_first_worker: Engine
) -> None:
    undisturbed = Engine(system)
    expected = [tell(undisturbed, line) for line in LINES]
    given = []
    for number, line in enumerate(LINES):
        if number in (4, 8, 10, 14, 17):
            system.kill_engine_worker()
            system.wait_for(f"{system.engine_url}/health")
        given.append(tell(of_first_worker, line))
    assert given == expected


def test_what_was_filled_long_ago_is_still_there_after_a_kill(
    system: RunningSystem, of_first_worker: Engine
) -> None:
    for line in ("mon lien est expiré", "/affirmer", "AB123456", "Jean"):
        tell(of_first_worker, line)
    questions = itertools.cycle(["combien de temps dure le lien?", "êtes-vous un robot?"])
    for question in itertools.islice(questions, 12):
        assert tell(of_first_worker, question)["requested_slot"] == "nom"
    system.kill_engine_worker()
    system.wait_for(f"{system.engine_url}/health")
    assert "AB123456, Jean Tremblay" in texts(of_first_worker.say("Tremblay"))


def test_a_message_of_long_ago_gets_its_first_result(engine: Engine) -> None:
    first = engine.say("mon lien est expiré", message_id="first")
    for line in LINES:
        tell(engine, line)
    before = engine.say("je veux savoir qui vous êtes", message_id="last")
    assert engine.say("mon lien est expiré", message_id="first") == first
    assert engine.say("je veux savoir qui vous êtes", message_id="last") == before


def test_each_worker_reads_what_another_one_wrote(system: RunningSystem) -> None:
    engine = Engine(system)
    asked = []
    for worker, line in enumerate(("mon lien est expiré", "/affirmer", "AB123456", "Jean")):
        engine.url = system.engine_urls[worker % len(system.engine_urls)]
        asked.append(tell(engine, line)["requested_slot"])
    assert asked == [None, "code_utilisateur", "prenom", "nom"]
