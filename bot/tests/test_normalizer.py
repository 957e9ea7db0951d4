"""One spelling for what clients write in many."""

import pytest

from bot.nlu.normalizer import normalize


@pytest.mark.parametrize(
    ("line", "normal"),
    [
        ("J’ai PAS reçu", "j'ai pas recu"),
        ("jai tjrs rien recu svp", "j'ai toujours rien recu s'il vous plait"),
        ("alloooo", "allo"),
        ("mon code AB123456 marche pas", "mon code _code marche pas"),
        ("ça fait 45 minutes", "ca fait _nb minutes"),
        ("https://exemple.com/x?y=1", "_url"),
        ("jean@exemple.com", "_courriel"),
        ("cœur", "coeur"),
        ("à+", "a plus"),
        ("j'peux pu, l'lien y'est mort", "je peux plus le lien y'est mort"),
        ("à 14h30, y'a 20min", "a _heure il y a _nb min"),
        ("<b>lien</b> mort", "lien mort"),
        ("cb de tps pi cest cmb", "combien de temps puis c'est combien"),
        ("qq1 svp", "quelqu'un s'il vous plait"),
        ("👍", "oui"),
        ("«\u00a0Mot de passe oublié?\u00a0»", "mot de passe oublie?"),
    ],
)
def test_one_spelling(line: str, normal: str) -> None:
    assert normalize(line) == normal


@pytest.mark.parametrize("line", ["", "   ", "😀", "???", "...!!", "\u202e\u0000", "—"])
def test_a_line_without_a_letter_or_digit_is_empty(line: str) -> None:
    assert normalize(line) == ""
