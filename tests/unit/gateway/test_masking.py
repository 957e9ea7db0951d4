"""What is masked, in the ways people write it, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.catalogue import load_catalogue
from gateway.masking import Masking, is_personal

MASKING = Masking(load_catalogue())
CODE = "[code d’utilisateur masqué]"
NOM = "[nom masqué]"
PRENOM = "[prénom masqué]"
COURRIEL = "[courriel masqué]"


@pytest.mark.parametrize(
    ("text", "slot", "value", "masked"),
    [
        ("mon code est AB123456.", "code_utilisateur", "AB123456", f"mon code est {CODE}."),
        ("c’est ab 123 456", "code_utilisateur", "AB123456", f"c’est {CODE}"),
        ("AB-123-456, ab.123.456", "code_utilisateur", "AB123456", f"{CODE}, {CODE}"),
        ("xAB123456", "code_utilisateur", "AB123456", "xAB123456"),
        ("AB1234567", "code_utilisateur", "AB123456", "AB1234567"),
        ("TREMBLE, Tremblé et tremblé", "nom", "Tremblé", f"{NOM}, {NOM} et {NOM}"),
        ("Roy est royal", "nom", "Roy", f"{NOM} est royal"),
        ("st pierre ou St-Pierre", "nom", "St-Pierre", f"{NOM} ou {NOM}"),
        ("D’Amours et D'Amours", "nom", "D’Amours", f"{NOM} et {NOM}"),
        ("jean-françois", "prenom", "Jean François", PRENOM),
        ("Nguyễn", "nom", "nguyen", NOM),
        ("rien du tout", "nom", "…", "rien du tout"),
    ],
)
def test_a_filled_value(text: str, slot: str, value: str, masked: str) -> None:
    assert MASKING.text(text, [(slot, value)]) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("écrivez à jean.tremblay+x@exemple.qc.ca!", f"écrivez à {COURRIEL}!"),
        ("(a@b.ca), <c@d.ca>;e@f.ca", f"({COURRIEL}), <{COURRIEL}>;{COURRIEL}"),
        ("a@b.ca.", f"{COURRIEL}."),
        ("rendez-vous @ 14 h", "rendez-vous @ 14 h"),
    ],
)
def test_an_email_address(text: str, masked: str) -> None:
    assert MASKING.text(text, []) == masked


def test_longer_values_go_first() -> None:
    filled = [("prenom", "Marie"), ("nom", "Marie-Claude Roy")]
    assert MASKING.text("Marie-Claude Roy, Marie", filled) == f"{NOM}, {PRENOM}"


def test_masking_twice_changes_nothing() -> None:
    filled = [("code_utilisateur", "AB123456"), ("nom", "Roy")]
    once = MASKING.text("AB123456 Roy roy@exemple.ca", filled)
    assert MASKING.text(once, filled) == once


@pytest.mark.parametrize(
    ("slot", "personal"),
    [
        ("code_utilisateur", True),
        ("prenom", True),
        ("nom", True),
        ("courriel", True),
        ("telephone", True),
        ("type_compte", False),
        ("confirmation", False),
        (None, False),
    ],
)
def test_which_slots_are_personal(slot: str | None, personal: bool) -> None:
    assert is_personal(slot) is personal


def test_a_whole_answer_has_its_name() -> None:
    assert MASKING.answer("code_utilisateur") == CODE
    assert MASKING.answer("telephone") == "[renseignement masqué]"


@given(
    before=st.text(max_size=20),
    value=st.from_regex(r"[A-Z]{2}[0-9]{6}", fullmatch=True),
    after=st.text(max_size=20),
)
def test_a_value_standing_alone_never_stays(before: str, value: str, after: str) -> None:
    masked = MASKING.text(f"{before} {value} {after}", [("code_utilisateur", value)])
    assert f" {value} " not in masked
