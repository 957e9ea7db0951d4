"""Lines taken for "it works now": which of them say so."""

import pytest

from actions.success import is_doubtful, is_unfinished, says_found, says_received

SURE, WEAK = 0.95, 0.55


@pytest.mark.parametrize(
    "line",
    [
        "ça marche",
        "merci ca fonctionne",
        "jai réussi",
        "c bon jai recu le mail",
        "j'l'ai",
        "Tantôt ça ne marchait pas, mais là c'est réglé",
        "finalement j'ai pu me connecter",
        "jai recu un courriel",
        "je viens de le recevoir",
        "il est dans les spams",
    ],
)
def test_plain_words_of_success_need_no_question(line: str) -> None:
    assert not is_doubtful(line, WEAK)


def test_nor_does_a_sure_reading() -> None:
    assert not is_doubtful("la porte s'est ouverte", SURE)
    assert not is_doubtful("j'vois enfin mes affaires, c'tait pas trop tôt", SURE)
    assert not is_doubtful("j'ai finalement pu ouvrir ma session, plus besoin de vous", SURE)


@pytest.mark.parametrize(
    "line",
    [
        "jai recu une lettre",
        "jviens de cliker",
        "je rentre mes affaires",
        "rentrer dedans",
        "jviens d cliker pi ca revien a la page d connection",
    ],
)
def test_a_weak_reading_without_such_words_is_asked_about(line: str) -> None:
    assert is_doubtful(line, WEAK)


@pytest.mark.parametrize(
    "line",
    [
        "jai reussi pas",
        "jai recu le mail mais",
        "ou je trouve ca",
        "est-ce que ça marche?",
        "j'ai trouvé le dossier, mais il n'y a rien",
        "le courriel vient d'apparaître, mais le lien refuse de s'ouvrir",
    ],
)
def test_so_is_a_sure_one_that_takes_it_back_breaks_off_or_asks(line: str) -> None:
    assert is_doubtful(line, SURE)


def test_a_line_that_breaks_off() -> None:
    assert is_unfinished("jai recu le mail mais…")
    assert not is_unfinished("j'ai reçu le mail")


def test_what_came_and_what_was_found() -> None:
    assert says_received("je viens de le recevoir")
    assert says_received("il était dans mes promotions")
    assert says_received("ah il vient de rentrer")
    assert not says_received("je suis rentré")
    assert not says_received("j'ai trouvé le problème")
    assert not says_received("jai recu une lettre")
    assert says_found("jai trouver")
    assert not says_found("ça marche")
