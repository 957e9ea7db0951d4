"""What a line says in so many words, whatever it was understood as."""

import pytest

from actions.cues import bare_minutes, cues, is_receipt


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("deja regarder", "deja_verifie"),
        ("pi jai tt check", "deja_verifie"),
        ("spam vide", "deja_verifie"),
        ("spam aussi", "deja_verifie"),
        ("rien dans l’junk", "deja_verifie"),
        ("Il n'est pas dans mes courriers indésirables.", "deja_verifie"),
        ("pas même du côté des indésirables", "deja_verifie"),
        ("j'ai trouvé l'onglet « Courrier indésirable », mais il est vide", "deja_verifie"),
        ("jtrouve pas sa", "introuvable"),
        ("je ne trouve pas le dossier", "introuvable"),
        ("je ne sais pas trop où cela se trouve", "introuvable"),
        ("chu pas mal sûre que c'est la bonne adresse", "bonne_adresse"),
        ("celle de mon conseiller, oui, hotmail", "bonne_adresse"),
        ("oui c mon adresse", "bonne_adresse"),
        ("pas dordi", "sans_ordinateur"),
        ("j'en ai pas d'ordi", "sans_ordinateur"),
        ("j'ai yinque mon cell", "sans_ordinateur"),
        ("jai juste mon tel", "sans_ordinateur"),
        ("je n'ai accès à aucun ordinateur", "sans_ordinateur"),
        ("faites-le pour moi, je m'appelle Adélard Poirier", "faites_le"),
        ("je vous laisse le soin de le faire", "faites_le"),
        ("je fais moi meme", "moi_meme"),
        ("mais je l'ai, mon code!", "code_en_main"),
        ("j'ai retrouvé mon code", "code_en_main"),
        ("où se trouve au juste ce bouton?", "bouton_introuvable"),
        ("je ne le vois nulle part sur ma page", "bouton_introuvable"),
        ("pas maintenant", "plus_tard"),
        ("demain", "plus_tard"),
        ("jai cliqué", "bouton_clique"),
        ("j'ai pesé dessus", "bouton_clique"),
        ("rien", "rien"),
        ("ça fait rien", "rien"),
        ("il y a écrit « une erreur est survenue »", "message_cite"),
        ("un message qui dit votre session a expiré, c'est quoi", "message_cite"),
        ("non c'est beau je vas appeler, merci quand même", "appellera"),
    ],
)
def test_words_that_answer_by_themselves(line: str, reading: str) -> None:
    assert cues(line)[:1] == [reading]


@pytest.mark.parametrize(
    "line",
    [
        "j'ai pas encore regardé mes spams",
        "c'est quoi les indésirables",
        "ça marche pas non plus sur l'ordi",
        "j'ai cliqué sur le lien",
        "rien ne marche",
        "ça dit quoi",
        "c'est quoi la bonne adresse",
        "c'est pas la bonne adresse",
        "chu pas sûr que c'est la bonne adresse",
        "vous me demandez le code",
        "je sais pas si j'ai mon code",
        "j'ai pas retrouvé mon code",
        "comment je retrouve mon code",
        "je vois pas le courriel",
        "oui",
    ],
)
def test_words_that_do_not(line: str) -> None:
    assert cues(line) == []


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("genre 45", 45),
        ("45", 45),
        ("+ que 30", 30),
        ("ca fait 40 la", 40),
        ("ca fait 3 fois", None),
        ("il y a 2h", None),
    ],
)
def test_a_number_without_a_unit_is_in_minutes(line: str, minutes: int | None) -> None:
    assert bare_minutes(line) == minutes


@pytest.mark.parametrize(
    "line",
    ["jai recu un courriel", "je viens de recevoir votre courriel", "ok le mail est arrivé"],
)
def test_that_the_email_came(line: str) -> None:
    assert is_receipt(line)


@pytest.mark.parametrize(
    "line",
    ["j'ai reçu un courriel louche", "j'ai rien reçu", "j'ai reçu une lettre", "un courriel"],
)
def test_that_something_else_did(line: str) -> None:
    assert not is_receipt(line)
