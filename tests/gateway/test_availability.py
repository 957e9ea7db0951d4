"""Whether somebody can come, as it depends on the hours, the holidays and who is here."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from gateway.app import CLOCK
from gateway.catalogue import load_catalogue
from gateway.handover.announcements import moment_in_words
from gateway.handover.availability import estimated_minutes
from gateway.handover.opening_hours import QUEBEC, OpeningHours
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
HOURS = "lun-ven 8:00-12:00, lun-ven 13:00-17:00, sam 9:00-12:00"


def at(words: str) -> datetime:
    """That moment on the clocks of Québec."""
    return datetime.fromisoformat(words).replace(tzinfo=QUEBEC)


@pytest.mark.parametrize(
    ("moment", "is_open", "opens"),
    [
        ("2026-01-13 07:59", False, "2026-01-13 08:00"),
        ("2026-01-13 08:00", True, "2026-01-13 13:00"),
        ("2026-01-13 12:00", False, "2026-01-13 13:00"),
        ("2026-01-13 16:59:59", True, "2026-01-14 08:00"),
        ("2026-01-13 17:00", False, "2026-01-14 08:00"),
        ("2026-01-17 11:00", True, "2026-01-19 08:00"),
        ("2026-01-18 10:00", False, "2026-01-19 08:00"),
        # Saint-Jean-Baptiste, Good Friday, the New Year.
        ("2026-06-24 10:00", False, "2026-06-25 08:00"),
        ("2026-06-23 17:30", False, "2026-06-25 08:00"),
        ("2026-04-03 10:00", False, "2026-04-04 09:00"),
        ("2027-01-01 10:00", False, "2027-01-02 09:00"),
        # A Sunday's holiday is kept on the Monday.
        ("2029-06-25 10:00", False, "2029-06-26 08:00"),
        # Clocks change in the night before, and the hours on the wall stay.
        ("2026-03-09 08:00", True, "2026-03-09 13:00"),
        ("2026-03-09 07:59", False, "2026-03-09 08:00"),
        ("2026-11-02 08:00", True, "2026-11-02 13:00"),
        ("2026-11-02 16:59", True, "2026-11-03 08:00"),
    ],
)
def test_hours_and_holidays(moment: str, is_open: bool, opens: str) -> None:
    hours = OpeningHours(HOURS, closed_on_holidays=True)
    # As the gateway asks: in UTC.
    utc = at(moment).astimezone(UTC)
    assert hours.is_open(utc) is is_open
    assert hours.next_opening(utc) == at(opens)


def test_an_hour_of_the_night_that_clocks_skip_or_repeat() -> None:
    hours = OpeningHours("dim 1:00-4:00", closed_on_holidays=False)
    # 2026-03-08 goes from 2:00 EST to 3:00 EDT, 2026-11-01 from 2:00 EDT back to 1:00 EST.
    for day, first, after in (("2026-03-08", 6, 8), ("2026-11-01", 5, 9)):
        midnight_utc = datetime.fromisoformat(day).replace(tzinfo=UTC)
        is_open = [hours.is_open(midnight_utc + timedelta(hours=h)) for h in range(24)]
        assert is_open == [first <= h < after for h in range(24)]


def test_holidays_count_only_if_they_should() -> None:
    holiday = at("2026-06-24 10:00")
    assert OpeningHours(HOURS, closed_on_holidays=False).is_open(holiday)


def test_the_last_closing_is_found_over_a_weekend() -> None:
    hours = OpeningHours(HOURS, closed_on_holidays=True)
    assert hours.last_closing(at("2026-01-19 07:00")) == at("2026-01-17 12:00")
    assert hours.last_closing(at("2026-01-19 12:00")) == at("2026-01-19 12:00")


@pytest.mark.parametrize(
    ("moment", "opened"),
    [
        ("2026-01-13 08:00", "2026-01-13 08:00"),
        ("2026-01-13 11:59", "2026-01-13 08:00"),
        ("2026-01-13 12:30", "2026-01-13 08:00"),
        ("2026-01-13 13:00", "2026-01-13 13:00"),
        ("2026-01-14 07:59", "2026-01-13 13:00"),
        # Over a weekend; over Saint-Jean-Baptiste, and on it.
        ("2026-01-19 07:00", "2026-01-17 09:00"),
        ("2026-06-25 07:00", "2026-06-23 13:00"),
        ("2026-06-24 10:00", "2026-06-23 13:00"),
        # Clocks change in the night before.
        ("2026-03-09 07:30", "2026-03-07 09:00"),
        ("2026-03-09 08:30", "2026-03-09 08:00"),
        ("2026-11-02 08:30", "2026-11-02 08:00"),
    ],
)
def test_the_last_opening(moment: str, opened: str) -> None:
    hours = OpeningHours(HOURS, closed_on_holidays=True)
    # As the gateway asks: in UTC. And compared in it: a wait is what really passed.
    found = hours.last_opening(at(moment).astimezone(UTC))
    assert found is not None
    assert found.astimezone(UTC) == at(opened).astimezone(UTC)


def test_the_last_opening_is_at_an_hour_that_comes_twice() -> None:
    hours = OpeningHours("dim 1:00-4:00", closed_on_holidays=False)
    # 2026-11-01 goes from 2:00 EDT back to 1:00 EST: at both it has been open since the first.
    for hour in (5, 6, 7):
        moment = datetime(2026, 11, 1, hour, 30, tzinfo=UTC)
        found = hours.last_opening(moment)
        assert found is not None
        assert found.astimezone(UTC) == datetime(2026, 11, 1, 5, tzinfo=UTC)


def test_hours_that_follow_each_other_open_once() -> None:
    words = "jeu 8:00-17:00, jeu 16:00-18:00, jeu 18:00-20:00"
    hours = OpeningHours(words, closed_on_holidays=True)
    assert hours.last_opening(at("2026-01-15 19:00")) == at("2026-01-15 08:00")


@pytest.mark.parametrize(
    "words", ["lundi 8:00-17:00", "lun 17:00-8:00", "ven-lun 8:00-9:00", "lun", "lun 8:00-25:00"]
)
def test_hours_that_cannot_be_read_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        OpeningHours(words, closed_on_holidays=True)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-01-13 13:00", "aujourd’hui à 13 h"),
        ("2026-01-14 08:30", "demain à 8 h 30"),
        ("2026-01-19 08:00", "lundi à 8 h"),
        ("2026-01-20 08:00", "mardi 20 janvier à 8 h"),
        ("2026-02-01 08:05", "dimanche 1er février à 8 h 05"),
    ],
)
def test_when_it_opens_is_said_as_one_says_it(then: str, said: str) -> None:
    words = moment_in_words(CATALOGUE, at(then), at("2026-01-13 10:00").astimezone(UTC))
    assert words.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("position", "places", "free", "handling", "minutes"),
    [
        # Somebody is free.
        (1, 3, 3, 8, 1),
        (3, 3, 3, 8, 1),
        # The first who must wait: one of three places, each of eight minutes.
        (4, 3, 3, 8, 3),
        (1, 3, 0, 8, 3),
        (2, 1, 0, 8, 20),
        (10, 60, 0, 8, 2),
        # From ten minutes on, in steps of five.
        (4, 3, 0, 8, 15),
        (30, 3, 0, 8, 80),
        (1, 1, 0, 0.5, 1),
    ],
)
def test_the_wait_that_is_told(
    position: int, places: int, free: int, handling: float, minutes: int
) -> None:
    told = estimated_minutes(position, places=places, free=free, handling_minutes=handling)
    assert told == minutes


OpenAt = Callable[[str], Awaitable[tuple[RunningGateway, Tab, Desk]]]


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(at("2026-06-23 16:50"), tick=True) as traveller:
        yield traveller


@pytest.fixture
async def with_hours(
    time: time_machine.Traveller, data_dir: Path, engine: FakeEngine
) -> AsyncIterator[RunningGateway]:
    """A gateway with opening hours, ten minutes before they end on the eve of a holiday."""
    del time
    engine.says[ASK] = reply("D’accord.", custom=handover())
    gateway = RunningGateway(data_dir, engine.url, opening_hours=HOURS)
    await gateway.start()
    yield gateway
    await gateway.stop()


async def test_the_closing_hour_strikes_while_a_client_waits(
    with_hours: RunningGateway, time: time_machine.Traveller
) -> None:
    await with_hours.add_agent("camille", "Camille")
    desk, tab = await Desk.open(with_hours.url, "camille"), await Tab.open(with_hours.url)
    await tab.say(ASK)
    assert "1re place" in tab.texts[-1]
    await desk.until(lambda: desk.queue and desk.named("queue")[-1]["open"])
    assert CATALOGUE.say("attente_longue") not in tab.texts

    time.shift(timedelta(minutes=10))
    await with_hours.app[CLOCK].look()

    closed = CATALOGUE.say("file_ferme", ouverture="jeudi à 8 h")
    await tab.until(lambda: tab.texts[-1].startswith("Le service à la clientèle est fermé"))
    # The holiday is left out, and the evening is over.
    assert tab.texts[-1].replace("\u00a0", " ") == closed.replace("\u00a0", " ")
    assert tab.messages[-1]["buttons"][0]["title"] == "Être rappelé"
    await desk.until(lambda: not desk.named("queue")[-1]["open"])
    # Once, and not again for the long wait.
    time.shift(timedelta(minutes=10))
    await with_hours.app[CLOCK].look()
    assert sum("est fermé" in text for text in tab.texts) == 1
    assert CATALOGUE.say("attente_longue") not in tab.texts

    # Another client, who comes after that, is told at once.
    late = await Tab.open(with_hours.url)
    await late.say(ASK)
    assert "il rouvre jeudi à 8\u00a0h" in late.texts[-1]
    assert "Votre numéro de référence" in late.texts[-1]
    assert "418 838-1107" in late.texts[-1]
    await with_hours.app[CLOCK].look()
    assert sum("est fermé" in text for text in late.texts) == 1
    for socket in (desk, tab, late):
        await socket.close()


async def test_a_wait_that_outlives_the_closing_is_apologised_for_once_it_was_long_while_open(
    with_hours: RunningGateway, time: time_machine.Traveller
) -> None:
    await with_hours.add_agent("camille", "Camille")
    desk, tab = await Desk.open(with_hours.url, "camille"), await Tab.open(with_hours.url)
    await tab.say(ASK)
    # On the holiday: nobody comes before it opens on the next day.
    time.move_to(at("2026-06-24 10:00"))
    late = await Tab.open(with_hours.url)
    await late.say(ASK)
    await with_hours.app[CLOCK].look()
    told = await with_hours.counts()
    for moment in ("2026-06-25 08:00", "2026-06-25 08:04"):
        time.move_to(at(moment))
        await with_hours.app[CLOCK].look()
    assert await with_hours.counts() == told
    time.move_to(at("2026-06-25 08:05"))
    await with_hours.app[CLOCK].look()
    await tab.until(lambda: tab.texts[-1] == CATALOGUE.say("attente_longue"))
    await late.until(lambda: late.texts[-1] == CATALOGUE.say("attente_longue"))
    told = await with_hours.counts()
    time.move_to(at("2026-06-25 11:00"))
    await with_hours.app[CLOCK].look()
    assert await with_hours.counts() == told
    for socket in (desk, tab, late):
        await socket.close()


async def test_a_service_that_opens_with_nobody_there_says_so_a_minute_later(
    with_hours: RunningGateway, time: time_machine.Traveller
) -> None:
    await with_hours.add_agent("camille", "Camille")
    tab = await Tab.open(with_hours.url)
    time.move_to(at("2026-06-24 10:00"))
    await tab.say(ASK)
    assert "il rouvre demain à 8" in tab.texts[-1]
    # The last desk is closed later than that.
    await with_hours.change("UPDATE agents SET gone_at = '2026-06-24 20:00:00'")
    told = await with_hours.counts()
    time.move_to(at("2026-06-25 08:00"))
    await with_hours.app[CLOCK].look()
    assert await with_hours.counts() == told
    time.move_to(at("2026-06-25 08:01"))
    await with_hours.app[CLOCK].look()
    await tab.until(lambda: tab.texts[-1] == CATALOGUE.say("file_absent"))
    # Which is the one apology of this opening.
    told = await with_hours.counts()
    time.move_to(at("2026-06-25 08:10"))
    await with_hours.app[CLOCK].look()
    assert await with_hours.counts() == told
    await tab.close()


@pytest.fixture
def asking_for_a_person(engine: FakeEngine) -> None:
    engine.says[ASK] = reply("D’accord.", custom=handover())


@pytest.mark.usefixtures("asking_for_a_person")
async def test_an_agent_who_is_away_is_not_promised(open_tab: OpenTab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    assert await desk.call("presence", {"presence": "away", "capacity": 3}) == {"ok": True}
    absent, present = await open_tab(), await open_tab()
    await absent.say(ASK)
    assert CATALOGUE.say("file_absent") in absent.texts[-1]
    assert absent.named("waiting") == []
    await desk.call("presence", {"presence": "here", "capacity": 3})
    await present.say(ASK)
    assert "2e place" in present.texts[-1]
    # The one who was promised nobody has a place by now.
    await absent.until(lambda: absent.named("waiting") == [{"position": 1, "minutes": 1}])


@pytest.mark.usefixtures("asking_for_a_person")
async def test_the_wait_follows_what_conversations_took_today(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await desk.call("presence", {"presence": "here", "capacity": 1})
    [(agent_id,)] = await gateway.rows("SELECT id FROM agents")
    # Five were had, of twenty minutes each, and a sixth is under way.
    for number in range(6):
        await gateway.change(
            "INSERT INTO conversations (id, owner, last_seq, created_at, client_read_seq) "
            "VALUES (:id, :owner, 0, datetime('now'), 0)",
            id=f"c{number}",
            owner="closed" if number < 5 else "agent",
        )
        await gateway.change(
            "INSERT INTO conversation_keys (conversation_id, wrapped_key) VALUES (:id, x'00')",
            id=f"c{number}",
        )
        await gateway.change(
            "INSERT INTO cases (id, conversation_id, reference, reason, priority, summary, steps, "
            "details, opened_at, queued_at, returned, agent_read_seq, agent_id, closed_at) VALUES "
            "(:n, :id, :id, 'demande', 'normal', '', '[]', '[]', datetime('now'), datetime('now'), "
            "0, 0, :agent, CASE WHEN :n < 6 THEN datetime('now') END)",
            n=number + 1,
            id=f"c{number}",
            agent=agent_id,
        )
        await gateway.change(
            "INSERT INTO case_events (case_id, kind, at) "
            "VALUES (:n, 'taken', datetime('now', '-20 minutes'))",
            n=number + 1,
        )
    await gateway.stop()
    await gateway.start()
    back = Desk(gateway.url, desk.cookie, gateway.url)
    await back.connect()
    await back.until(lambda: back.named("queue"))
    client = await Tab.open(gateway.url)
    await client.say(ASK)
    assert "1re place; l’attente est d’environ 20 minutes" in client.texts[-1]
    await client.close()
    await back.close()
