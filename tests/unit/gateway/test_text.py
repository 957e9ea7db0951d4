"""What is kept of the text that people send."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.intake import MAXIMUM_TEXT_LENGTH, checked_text
from gateway.refusals import Refused

ANYTHING = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "\0\r\n\t\u00a0\u00ad\u061c\u200b\u200d\u202e\u2066\u2069\ufeff\ufe0f❤👩é\u0301"
        ),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("  allo\u00a0! ", "allo\u00a0!"),
        ("mon\u00a0code\u202fest", "mon\u00a0code\u202fest"),
        ("un\r\ndeux\rtrois\u2028quatre\tcinq", "un\ndeux\ntrois\nquatre\tcinq"),
        ("a\0b\x07c\x1b[31md\x7fe\u009bf", "abc[31mdef"),
        ("\u202eerreur\u202c \u2066isolé\u2069 \u200fdroite", "erreur isolé droite"),
        ("mot\u200bde\u200cpas\u00adse\u2060e\ufeff", "motdepassee"),
        # What is hidden between two characters doesn't keep them from being one.
        ("e\u200b\u0301", "é"),
        ("A\u200dB\u200d", "AB"),
        ("\u200d👩", "👩"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("❤\ufe0f\u200d🔥 👩🏽\u200d💻", "❤\ufe0f\u200d🔥 👩🏽\u200d💻"),
        ("🏳\ufe0f\u200d🌈 🙂\u200d↔\ufe0f", "🏳\ufe0f\u200d🌈 🙂\u200d↔\ufe0f"),
    ],
)
def test_what_nobody_sees_is_removed(sent: str, kept: str) -> None:
    assert checked_text(sent) == kept


@pytest.mark.parametrize("sent", ["", " ", "\0", "\u200b\u202e", "\ufeff \u00a0", "\u200d"])
def test_what_shows_nothing_is_empty(sent: str) -> None:
    with pytest.raises(Refused, match="refus_vide"):
        checked_text(sent)


def test_the_length_counts_what_is_kept() -> None:
    assert checked_text("\u200b" * 5000 + "a") == "a"
    with pytest.raises(Refused, match="refus_trop_long"):
        checked_text("a" * (MAXIMUM_TEXT_LENGTH + 1))


@given(ANYTHING)
def test_what_is_kept_is_plain_and_stays_as_it_is(sent: str) -> None:
    try:
        kept = checked_text(sent)
    except Refused:
        return
    hidden = {c for c in kept if unicodedata.category(c) in {"Cc", "Cf"}} - {"\n", "\t", "\u200d"}
    assert not hidden
    assert kept == unicodedata.normalize("NFC", kept)
    assert kept == kept.strip() != ""
    assert checked_text(kept) == kept
