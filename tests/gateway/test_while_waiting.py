"""What a client who waits, with nobody there, can do in their own words."""

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
NUMBER = "418 555-0123"


@pytest.fixture
async def waiting(tab: Tab, engine: FakeEngine) -> Tab:
    """A client who waits for a person, with nobody there."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())
    await tab.say(ASK)
    return tab


async def test_a_yes_to_the_offer_of_a_call_asks_for_the_number(
    waiting: Tab, engine: FakeEngine
) -> None:
    engine.reads["ouin"] = "affirmer"
    assert waiting.messages[-1]["expects"] is None, "nothing must be answered"
    [asks] = await waiting.say("ouin")
    assert asks["expects"] == "telephone_rappel"


async def test_a_number_alone_is_the_one_to_call(waiting: Tab) -> None:
    [asks] = await waiting.say("4185550123")
    assert asks["expects"] == "moment_rappel"
    [recap] = await waiting.say("demain")
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="demain")


async def test_a_yes_after_something_else_is_asked_what_it_is_for(
    waiting: Tab, engine: FakeEngine
) -> None:
    engine.reads["oui"] = "affirmer"
    await waiting.say("c’est pour mon père")
    [answer] = await waiting.say("oui")
    assert answer["text"] == CATALOGUE.say("file_absent_encore")
    [asks] = await waiting.say("oui")
    assert asks["expects"] == "telephone_rappel"


async def test_who_declines_the_call_keeps_their_place(waiting: Tab, engine: FakeEngine) -> None:
    engine.reads["non merci"] = "nier"
    [answer] = await waiting.say("non merci")
    assert answer["text"] == CATALOGUE.say("attente_notee")
    assert waiting.owner == "waiting"


async def test_the_words_of_a_button_are_a_press(waiting: Tab, gateway: RunningGateway) -> None:
    [asks] = await waiting.say("etre rapelé")
    assert asks["expects"] == "telephone_rappel"
    await waiting.say(NUMBER)
    await waiting.say("en avant midi")
    [answer] = await waiting.say("corriger")
    assert answer["text"] == CATALOGUE.say("rappel_corriger")
    [asks] = await waiting.say("Le numero")
    assert asks["expects"] == "telephone_rappel"
    [answer] = await waiting.say("annuler le rapel")
    assert answer["text"] == CATALOGUE.say("rappel_annule")
    await waiting.say("revenir a lassistant")
    assert waiting.owner == "bot"
    assert await gateway.rows("SELECT status FROM call_backs") == [("cancelled",)]


@pytest.mark.parametrize("line", ["revenir", "retour assistant", "revenir au robot svp"])
async def test_the_way_back_is_typed(waiting: Tab, line: str) -> None:
    [answer] = await waiting.say(line)
    assert answer["text"] == CATALOGUE.say("retour")
    assert waiting.owner == "bot"


async def test_the_way_back_leaves_the_asking_for_a_call_too(waiting: Tab) -> None:
    await waiting.say("rappelez-moi")
    await waiting.say("revenir")
    assert waiting.owner == "bot"


@pytest.mark.parametrize(
    ("line", "intent", "sentence"),
    [
        ("c le lien", "lien_expire", "attente_assistant"),
        ("laisse faire", "annuler", "attente_retour"),
    ],
)
async def test_the_way_back_is_offered_and_a_yes_takes_it(
    waiting: Tab, engine: FakeEngine, line: str, intent: str, sentence: str
) -> None:
    engine.reads |= {line: intent, "oui": "affirmer"}
    [answer] = await waiting.say(line)
    assert answer["text"] == CATALOGUE.say(sentence)
    assert waiting.owner == "waiting"
    await waiting.say("oui")
    assert waiting.owner == "bot"


async def test_how_the_wait_stands_is_told_in_turn_in_two_ways(
    waiting: Tab, engine: FakeEngine
) -> None:
    engine.reads["quand"] = "question_delai_courriel"
    told = [(await waiting.say("quand"))[-1]["text"] for _ in range(3)]
    other = CATALOGUE.say("file_absent_encore")
    assert told == [other, CATALOGUE.say("file_absent"), other]


async def test_the_place_is_told_to_whoever_asks_while_somebody_can_come(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    await open_desk("camille")
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())
    engine.reads |= {"cmb de tps": "question_delai_courriel", "ok": "affirmer"}
    await tab.say(ASK)
    [answer] = await tab.say("cmb de tps")
    told = {"place": "1re place", "attente": "une minute"}
    assert answer["text"] == CATALOGUE.say("file_place_encore", **told)
    # A call isn't offered: there is nothing to say yes to.
    [answer] = await tab.say("ok")
    assert answer["text"] == CATALOGUE.say("attente_notee")


async def test_whoever_calls_for_somebody_has_two_bubbles_and_the_choices_under_the_second(
    waiting: Tab, engine: FakeEngine
) -> None:
    engine.reads["allo?"] = "saluer"
    received, stands = await waiting.say("allo?")
    assert received["text"] == CATALOGUE.say("transmis")
    assert stands["text"] == CATALOGUE.say("file_absent_encore")
    assert (received["buttons"], len(stands["buttons"])) == ([], 2)


async def test_after_a_fraud_each_line_has_the_numbers(waiting: Tab, engine: FakeEngine) -> None:
    engine.reads |= {"on m’a volé": "signaler_fraude", "je fais quoi": "demander_aide"}
    told = [
        (await waiting.say(line))[-1]["text"]
        for line in ("on m’a volé", "j’ai donné mon nip", "je fais quoi")
    ]
    first, second = CATALOGUE.say("transmis_fraude"), CATALOGUE.say("transmis_fraude_encore")
    assert told == [first, second, first]


async def test_a_breakdown_asks_nothing_that_a_yes_could_answer(
    tab: Tab, engine: FakeEngine
) -> None:
    engine.fails["allo"] = 500
    engine.reads["oui"] = "affirmer"
    await tab.say("allo")
    [answer] = await tab.say("oui")
    assert answer["text"] == CATALOGUE.say("file_absent_encore")
