"""When a client would rather be called."""

from datetime import UTC, datetime

import pytest

from gateway.handover.call_back_times import due_time, is_kept, is_only_a_time, read_preference
from gateway.handover.opening_hours import QUEBEC, OpeningHours

HOURS = OpeningHours("lun-ven 9:00-12:00, lun-ven 13:00-17:00", closed_on_holidays=True)


@pytest.mark.parametrize(
    ("text", "preference"),
    [
        ("rappelez-moi demain matin svp", "demain matin"),
        ("non, plutôt en après-midi", "en après-midi"),
        ("je suis libre mardi entre 9h et 11h. merci!", "mardi entre 9h et 11h"),
        ("dès que possible, s’il vous plaît", "dès que possible"),
        ("après 17h", "après 17h"),
        ("n'importe quand", "n'importe quand"),
        ("le plus tôt possible", "le plus tôt possible"),
        ("pas demain, plutôt lundi", "lundi"),
        ("lundi plutôt que demain", "lundi"),
        ("demain, plutôt en après-midi", "demain, plutôt en après-midi"),
        ("jeudi au lieu de demain, si possible", "jeudi"),
        ("jeudi ferait mieux mon affaire", "jeudi"),
        ("pas avant 10h", "pas avant 10h"),
        ("non en pm", "en après-midi"),
        ("ds lapres midi stp", "après-midi"),
        ("demain AM svp", "demain en avant-midi"),
        ("2pm", "14 h"),
        ("asap", "dès que possible"),
        ("je suis là jusqu’à 16h", "jusqu’à 16h"),
        ("au plus vite, je vous en supplie", "dès que possible"),
        ("après souper", "après souper"),
        ("en fin de journée", "en fin de journée"),
        ("vers quinze heures trente", "vers 15 h 30"),
        ("après dix heures du matin", "après 10 h du matin"),
        ("J’ai dit après dix heures, et non le matin.", "après 10 h"),
        ("Plutôt l’avant-midi, mais pas le jeudi.", "avant-midi, mais pas le jeudi"),
        ("reportez le rappel à vendredi matin", "vendredi matin"),
        ("reportez le rappel à 14 h", "à 14 h"),
        ("pas demain matin", None),
        ("oui", None),
        ("mon compte est bloqué", None),
    ],
)
def test_a_time_is_found_in_a_line(text: str, preference: str | None) -> None:
    assert read_preference(text) == preference


@pytest.mark.parametrize(
    ("preference", "due"),
    [
        # Said on a Thursday at three in the afternoon.
        ("Dès que possible", "2026-11-26 15:00"),
        ("n’importe quand", "2026-11-26 15:00"),
        ("En avant-midi", "2026-11-27 08:00"),
        ("En après-midi", "2026-11-26 15:00"),
        ("en soirée", "2026-11-26 17:00"),
        ("après 17h", "2026-11-26 17:00"),
        ("vers 16:30", "2026-11-26 16:30"),
        ("demain", "2026-11-27 08:00"),
        ("demain après-midi", "2026-11-27 13:00"),
        ("après-demain midi", "2026-11-28 12:00"),
        ("lundi à 14 h 30", "2026-11-30 14:30"),
        ("jeudi avant-midi", "2026-11-26 15:00"),
        ("à 25 h", "2026-11-26 15:00"),
        ("demain à 2 h", "2026-11-27 14:00"),
        ("demain matin à 6h30", "2026-11-27 06:30"),
        ("dans 2 heures", "2026-11-26 17:00"),
        ("dans une heure", "2026-11-26 16:00"),
        ("dans 30 minutes", "2026-11-26 15:30"),
        ("demain après souper", "2026-11-27 18:00"),
        ("avant-midi, mais pas le jeudi", "2026-11-27 08:00"),
        ("en après-midi, sauf le lundi", "2026-11-26 15:00"),
        # A person reads the words.
        ("pas demain", "2026-11-26 15:00"),
    ],
)
def test_a_time_is_made_of_what_can_be_read(preference: str, due: str) -> None:
    now = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    assert f"{due_time(preference, now).astimezone(QUEBEC):%Y-%m-%d %H:%M}" == due


def test_what_is_over_today_is_tomorrow() -> None:
    evening = datetime(2026, 11, 26, 23, 0, tzinfo=UTC)
    for preference, hour in (("En avant-midi", 8), ("à midi", 12), ("En après-midi", 13)):
        due = due_time(preference, evening).astimezone(QUEBEC)
        assert (due.day, due.hour) == (27, hour)


def test_the_clock_of_quebec_counts_across_the_change_of_hour() -> None:
    saturday = datetime(2026, 10, 31, 20, 0, tzinfo=UTC)
    assert due_time("demain matin", saturday) == datetime(2026, 11, 1, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("preference", "due", "kept"),
    [
        # Said on a Thursday at three in the afternoon.
        ("Dès que possible", "2026-11-26 15:00", True),
        ("En avant-midi", "2026-11-27 09:00", True),
        ("En après-midi", "2026-11-26 15:00", True),
        ("demain", "2026-11-27 09:00", True),
        ("demain matin 8 h", "2026-11-27 09:00", False),
        ("demain midi", "2026-11-27 13:00", False),
        ("demain à 10 h 30", "2026-11-27 10:30", True),
        ("ce soir 22 h", "2026-11-27 09:00", False),
        ("en soirée", "2026-11-27 09:00", False),
        ("samedi", "2026-11-30 09:00", False),
        ("dimanche après-midi", "2026-11-30 09:00", False),
        ("quand bébé dort", "2026-11-26 15:00", True),
    ],
)
def test_nobody_is_called_while_the_service_is_closed(
    preference: str, due: str, kept: bool
) -> None:
    now = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    found = due_time(preference, now, HOURS)
    assert f"{found.astimezone(QUEBEC):%Y-%m-%d %H:%M}" == due
    assert is_kept(preference, found, now) is kept


def test_at_night_and_on_holidays_as_soon_as_possible_is_when_it_opens() -> None:
    # The eve of a holiday, at ten in the evening.
    now = datetime(2026, 6, 24, 2, 0, tzinfo=UTC)
    for preference in ("Dès que possible", "maintenant", "aujourd’hui"):
        due = due_time(preference, now, HOURS)
        assert f"{due.astimezone(QUEBEC):%Y-%m-%d %H:%M}" == "2026-06-25 09:00"
        assert not is_kept(preference, due, now)


@pytest.mark.parametrize(
    ("line", "is_time"),
    [
        ("demain matin", True),
        ("Finalement, plutôt lundi après 14h30 svp.", True),
        ("n’importe quand", True),
        ("Demain après 15h, c’est mieux.", True),
        ("ça serait mieux en après-midi", True),
        ("je ne serai pas là demain, plutôt lundi", True),
        ("pas demain", True),
        ("le courriel arrive plutôt le matin", False),
        ("ok merci, à demain!", False),
        ("à lundi matin", False),
        ("bon matin", False),
        ("pas plus que 2 heures", False),
        ("24 heures", False),
        ("depuis ce matin", False),
        ("demain je pars en voyage", False),
        ("demain?", False),
        ("bonjour", False),
    ],
)
def test_a_line_that_is_nothing_but_a_time(line: str, is_time: bool) -> None:
    assert is_only_a_time(line) is is_time
