"""Reading names, and corrections of names, out of what people type."""

from pathlib import Path

import pytest

from actions.names import Correction, read_correction, read_full_name, read_name

# A line, and the first and last name in it; NO_NAME for both where it holds no whole name.
NO_NAME = "—"
NAMES = [
    line.split("\t")
    for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("line", "correction"),
    [
        ("non c'est Tremblé", Correction("Tremblé", None, is_announced=True)),
        ("non c Tremblé", Correction("Tremblé", None, is_announced=True)),
        ("ouin mais c'est Roy", Correction("Roy", None, is_announced=True)),
        ("non attends c'est Roy", Correction("Roy", None, is_announced=True)),
        ("non, c'est Tremblay avec un y", Correction("Tremblay", None, is_announced=True)),
        ("non c'est Thibault (a-u-l-t)", Correction("Thibault", None, is_announced=True)),
        ("mon prénom est Luc", Correction("Luc", "prenom", is_announced=False)),
        ("le nom c'est Roy", Correction("Roy", "nom", is_announced=False)),
        ("mon nom complet est Luc Roy", Correction("Luc Roy", None, is_announced=False)),
        ("non Tremblé", Correction("Tremblé", None, is_announced=False)),
        ("non cest marc andre pas marc", Correction("marc andre", None, is_announced=True)),
        ("Non! Mon nom est Roy.", Correction("Roy", "nom", is_announced=True)),
        ("Tremblé", Correction("Tremblé", None, is_announced=False)),
        ("non merci", None),
        ("hein", None),
    ],
)
def test_what_may_be_a_correction(line: str, correction: Correction | None) -> None:
    assert read_correction(line) == correction


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tremblay", "Tremblay"),
        ("tremblay", "tremblay"),
        ("Lajoie-Côté", "Lajoie-Côté"),
        ("O'Neil", "O'Neil"),
        ("D’Amours", "D’Amours"),
        ("St-Pierre", "St-Pierre"),
        ("Nguyen", "Nguyen"),
        ("L'Heureux", "L'Heureux"),
        ("N'Diaye", "N'Diaye"),
        ("Pagé", "Pagé"),
        ("Ma", "Ma"),
        ("Jean C.", "Jean C"),
        ("de la Durantaye", "de la Durantaye"),
        ("mon nom est Roy", "Roy"),
        ("c'est Ginette", "Ginette"),
        ("prénom: Luc", "Luc"),
        ("non, c'est Tremblé", "Tremblé"),
        ("non Tremblé", "Tremblé"),
        ("prenom marc", "marc"),
        ("nom levesque", "levesque"),
        ("nom de famille Roy", "Roy"),
        ("cest marc", "marc"),
        ("c marc", "marc"),
        ("moi c marc", "marc"),
        ("pi levesque", "levesque"),
        ("oups, Levesque", "Levesque"),
        ("je mapelle marc", "marc"),
        ("Bon", "Bon"),
        ("ben Tremblay d'abord", "Tremblay"),
        ("Tremblay svp", "Tremblay"),
        ("Roméo, voilà.", "Roméo"),
        ("Jean-Guy, je viens de l'écrire.", "Jean-Guy"),
        ("Gendron. Et c'est la dernière fois que j'essaie.", "Gendron"),
    ],
)
def test_a_name_is_read_as_typed_without_its_lead_in(line: str, name: str) -> None:
    assert read_name(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "bonjour",
        "oui",
        "je sais pas",
        "marche pas",
        "c'est quoi ça",
        "c'est bon",
        "c'est ça",
        "c koi",
        "je suis perdu",
        "prénom oublié",
        "mon code perdu",
        "jte lai dit",
        "attend",
        "bon, attendez",
        "faites-la",
        "moi aussi",
        "AB123456",
        "aide",
        "😀",
        "x" * 80,
    ],
)
def test_a_sentence_is_no_name(line: str) -> None:
    assert read_name(line) is None


@pytest.mark.parametrize(("line", "first", "last"), NAMES)
def test_a_line_of_a_whole_name_gives_first_and_last(line: str, first: str, last: str) -> None:
    assert read_full_name(line) == (None if first == last == NO_NAME else (first, last))
