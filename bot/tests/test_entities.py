"""The values read off a message by their shape."""

import pytest

from bot.nlu.delay import UNKNOWN_DELAY, read_delay
from bot.nlu.entities import read_account_type
from bot.nlu.normalizer import fold


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("il y a 20 minutes", 20),
        ("ça fait 10 min", 10),
        ("une demi-heure", 30),
        ("trois quarts d'heure", 45),
        ("un quart d'heure", 15),
        ("y'a 2h", 120),
        ("1h30", 90),
        ("vingt-cinq minutes", 25),
        ("une vingtaine de minutes", 20),
        ("une couple de minutes", 2),
        ("hier soir", 720),
        ("depuis avant-hier", 2880),
        ("depuis à matin", 180),
        ("ça fait trois jours", 4320),
    ],
)
def test_a_delay_in_whole_minutes(line: str, minutes: int) -> None:
    assert read_delay(fold(line)) == minutes


@pytest.mark.parametrize(
    "line",
    ["ça fait un bout", "tantôt", "depuis une escousse", "à 2h30", "vers 14h", "depuis 14h30"],
)
def test_a_delay_without_a_length(line: str) -> None:
    assert read_delay(fold(line)) == UNKNOWN_DELAY


@pytest.mark.parametrize("line", ["je n'ai rien reçu", "mon code est AB123456"])
def test_no_delay(line: str) -> None:
    assert read_delay(fold(line)) is None


@pytest.mark.parametrize(
    ("line", "account_type"),
    [
        ("individuel", "individuel"),
        ("c'est un compte conjoint avec ma femme", "conjoint"),
        ("juste à moi", "individuel"),
        ("individuel ou conjoint, je ne sais pas", None),
        ("une fiducie", None),
        ("toute seule", "individuel"),
        ("j'ai perdu mon code, j'ai un seul compte", None),
        ("mon courriel perso", None),
        ("j'ai oublié mes codes, j'ai essayé les deux", None),
        ("ma femme et moi", "conjoint"),
    ],
)
def test_the_type_of_account(line: str, account_type: "str | None") -> None:
    assert read_account_type(fold(line)) == account_type
