"""The values read off a message by their shape."""

from pathlib import Path

import pytest

from bot.nlu.delay import read_delay
from bot.nlu.entities import read_account_type
from bot.nlu.normalizer import fold
from bot.nlu.secrets import read_secret
from bot.nlu.values import read_device, read_error_code, read_user_code

# A spoken form and its minutes, or "inconnu" for a delay without a length, a line each.
DELAYS = [
    line.split("\t")
    for line in Path(__file__).with_name("delays.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("line", "minutes"), DELAYS)
def test_a_delay_in_whole_minutes(line: str, minutes: str) -> None:
    assert str(read_delay(fold(line))) == minutes


@pytest.mark.parametrize(
    "line",
    [
        "je n'ai rien reçu",
        "mon code est AB123456",
        "un compte à deux",
        "plusieurs fois",
        "ça marche plus de mon cell",
    ],
)
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
        ("c'est à moi pis ma femme", "conjoint"),
        ("indiv", "individuel"),
        ("a moi", "individuel"),
        ("moi pi ma femme", "conjoint"),
        ("c'est un compte à moé tu seule", "individuel"),
        ("compte pour moi seul", "individuel"),
        ("il a un compte à son nom seul, il veut juste retrouver son code", "individuel"),
        ("ben chu avec ma femme, on a ça à deux", "conjoint"),
        ("Ma femme et moi en sommes cotitulaires.", "conjoint"),
        ("un placement au nom de ma conjointe et de moi-même", "conjoint"),
        ("mon conjoint l'a changé", None),
        ("ce n'est pas un compte personnel", None),
        ("ni individuel ni conjoint", None),
    ],
)
def test_the_type_of_account(line: str, account_type: "str | None") -> None:
    assert read_account_type(fold(line)) == account_type


@pytest.mark.parametrize(
    ("line", "device"),
    [
        ("sur mon iPhone ça bloque", "cellulaire"),
        ("avec mon cell", "cellulaire"),
        ("ma tablette Samsung", None),
        ("sur l'iPad de ma fille", "tablette"),
        ("j'ai un vieil ordi", "ordinateur"),
        ("sur le cell ou l'ordinateur, pareil", None),
        ("rien reçu", None),
        ("je m'appelle Marcel", None),
        ("jai un laptop", "ordinateur"),
        ("jai pas dordi", None),
        ("j'ai vraiment pas d'ordi, juste mon cell", "cellulaire"),
    ],
)
def test_the_device(line: str, device: "str | None") -> None:
    assert read_device(fold(line)) == device


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ça dit erreur 403", "403"),
        ("code d'erreur : ERR-1029", "ERR-1029"),
        ("Erreur 0x80070005", "0X80070005"),
        ("error code 500", "500"),
        ("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_REFUSED"),
        ("j'ai une erreur à l'écran", None),
        ("mon code est AB123456", None),
        ("3 erreurs", None),
    ],
)
def test_the_code_of_an_error(line: str, code: "str | None") -> None:
    assert read_error_code(fold(line)) == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("mon code est AB123456, renvoyez-moi le lien", "AB123456"),
        ("AB123456 Jean Tremblay", "AB123456"),
        ("mon user c'est 00123456", "00123456"),
        ("code d'utilisateur : jt1942", "jt1942"),
        ("erreur ERR-10292", None),
        ("mon cell est le 418-555-1234", None),
        ("j'ai oublié mon code il y a 2 jours", None),
        ("jean123456@exemple.com", None),
        ("le courriel de 14h30", None),
    ],
)
def test_the_user_code(line: str, code: "str | None") -> None:
    assert read_user_code(line) == code


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("mon NAS est 046454286", "046454286"),
        ("046 454 286", "046 454 286"),
        ("ma carte 4539 1488 0343 6467", "4539 1488 0343 6467"),
        ("mon mot de passe est Soleil2020!", "Soleil2020!"),
        ("mdp: toto123", "toto123"),
        ("le mot de passe c’était « Minou1952 »", "Minou1952"),
    ],
)
def test_what_should_not_be_written_here(line: str, secret: str) -> None:
    assert read_secret(line) == secret


@pytest.mark.parametrize(
    "line",
    [
        "mon mot de passe est oublié",
        "le mot de passe est refusé à chaque fois",
        "AB123456",
        "418 838-1107",
        "1 888 776-1668",
        "046454286",
        "123 456 789",
        "0000 1111 2222 3333",
        "mot de passe: je le sais pas",
    ],
)
def test_what_only_looks_like_it(line: str) -> None:
    assert read_secret(line) is None
