"""Lines that only announce the next one."""

import pytest

from bot.pauses import PAYLOAD, payload_of_pause


@pytest.mark.parametrize(
    "line",
    [
        "attend",
        "non attend",
        "Attendez un instant, s'il vous plaît.",
        "attend je vais voir",
        "je regarde",
        "jvais checker ça",
        "ok jessaye",
        "je suis en train",
        "un instant svp je cherche mes papiers",
        "donnez-moi deux minutes",
        "sa dit",
        "le message dit :",
        "en fait",
        "mais",
    ],
)
def test_more_is_coming(line: str) -> None:
    assert payload_of_pause(line) == PAYLOAD


@pytest.mark.parametrize(
    "line",
    [
        "j'attends",
        "j'attends encore le courriel",
        "2 minutes",
        "il y a un instant",
        "un moment",
        "je cherche mon code",
        "ca dit erreur 403",
        "ok",
        "non",
        "je vois",
        "",
    ],
)
def test_the_line_says_something(line: str) -> None:
    assert payload_of_pause(line) is None
