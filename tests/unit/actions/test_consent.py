"""What counts as a plain yes: the one typed answer that lets a request leave."""

import pytest

from actions.consent import is_plain_yes


@pytest.mark.parametrize(
    "line",
    [
        "oui",
        "Oui.",
        " oui ! ",
        "oui oui",
        "ok",
        "D’accord",
        "oui c'est exact, envoyez-le",
        "Oui, c'est exact, vous pouvez procéder.",
        "oui cest bon",
        "c bon",
        "ok c'est beau envoye donc",
        "oui s'il vous plaît, envoyez-la",
        "Oui madame, envoyez.",
        "vas-y",
        "je confirme",
        "ui",
        "yes",
        "vasy",
        "fais-le",
        "oui fait le",
        "ouin envoye",
        "ouin c'est en plein ça",
        "ouin let's go",
        "c'est beau ça",
        "beau",
        "yes envoye",
        "C'est cela même.",
        "Tout à fait.",
        "Oui, je vous en prie.",
        "Oui, faites, et sans tarder je vous prie.",
        "C'est bien cela, oui.",
        "ouii",
        "oui envoi ca",
        "oui pls",
        "oki",
        "oui merci bcp",
        "C'est bien cela, mademoiselle, je vous remercie.",
        "C'est parfait, merci, et bonne soirée.",
    ],
)
def test_a_line_of_assent_alone_is_a_yes(line: str) -> None:
    assert is_plain_yes(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "👍",
        "ouin",
        "ouin mais",
        "oui mais attendez",
        "oui?",
        "oui non",
        "non",
        "pas oui",
        "je pense que oui",
        "oui, le nom est Roy",
        "oui à part le nom",
        "c'est pas bon",
        "pas tout à fait",
        "ouin ben",
        "ben non",
        "je vous en prie",
        "je vous remercie, bonne soirée",
        "fais pas ça",
        "merci",
        "svp",
        "a" * 2000,
        "/affirmer",
        '/affirmer{"confirmation": "oui"}',
    ],
)
def test_anything_else_is_not(line: str) -> None:
    assert not is_plain_yes(line)
