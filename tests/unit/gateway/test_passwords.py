"""Which passwords may be chosen (NIST SP 800-63B, 5.1.1.2)."""

import unicodedata

import pytest

from gateway.desk.passwords import WeakPassword, check_new_password, fits, hash_password


@pytest.mark.parametrize(
    "password",
    [
        "trois pommes vertes",
        "abcdefghijkl2",
        "🙂 douze signes",
        # Neither capitals, digits nor signs are asked for, and none is refused.
        "ÉRABLE-rouge_1608!",
        "x" * 3 + "longue phrase " * 13,
    ],
)
def test_what_is_long_enough_may_be_chosen(password: str) -> None:
    check_new_password(password, "camille")


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("onze signes", "refus_mot_de_passe_court"),
        ("", "refus_mot_de_passe_court"),
        ("bonjour Camille!", "refus_mot_de_passe_identifiant"),
        ("CAMILLE-2026-x", "refus_mot_de_passe_identifiant"),
        ("motdepasse123", "refus_mot_de_passe_courant"),
        ("MotDePasse123", "refus_mot_de_passe_courant"),
        ("aaaaaaaaaaaaa", "refus_mot_de_passe_courant"),
        ("1212121212121212", "refus_mot_de_passe_courant"),
        ("qwertyuiop123", "refus_mot_de_passe_courant"),
    ],
)
def test_what_is_guessed_first_may_not(password: str, sentence: str) -> None:
    with pytest.raises(WeakPassword, match=sentence):
        check_new_password(password, "camille")


def test_a_login_of_two_letters_is_in_any_sentence() -> None:
    check_new_password("la montagne bleue", "la")


async def test_a_password_fits_however_the_keyboard_writes_it() -> None:
    phrase = "été à Gaspé, 12"
    kept = await hash_password(unicodedata.normalize("NFC", phrase))
    assert await fits(kept, unicodedata.normalize("NFD", phrase))
    assert not await fits(kept, "ete a Gaspe, 12")
    assert not await fits(None, phrase)
