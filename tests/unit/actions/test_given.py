"""What a client says of themselves before a form asks for it."""

import pytest

from actions.given import values_given
from actions.message import Message


def _message(text: str, intent: str = "affirmer", **entities: str) -> Message:
    return Message(
        id="1",
        text=text,
        intent=intent,
        confidence=1.0,
        entities=entities,
        ranking=(),
        client_key="",
    )


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("CD234567", {"code_utilisateur": "CD234567"}),
        ("oui le code je l'ai: CD 234567", {"code_utilisateur": "CD234567"}),
        (
            "cd234567 luc roy",
            {"code_utilisateur": "cd234567", "prenom": "luc", "nom": "roy"},
        ),
        (
            "Oui, faites-la. Son code est LM 334455 et elle se nomme Rose-Aimée Drouin.",
            {"code_utilisateur": "LM334455", "prenom": "Rose-Aimée", "nom": "Drouin"},
        ),
        (
            "Faites-le pour moi, je m'appelle Adélard Poirier.",
            {"prenom": "Adélard", "nom": "Poirier"},
        ),
        ("envoyez-le à luc@exemple.com", {"courriel": "luc@exemple.com"}),
        ("depuis 2018, vers 14h30", {}),
        ("appelez-moi au 514 555-1234", {}),
        ("je suis sur mon cell", {}),
        ("mon conseiller s'appelle Marc Tremblay", {}),
    ],
)
def test_what_stands_in_any_line(line: str, values: dict[str, str]) -> None:
    assert values_given(_message(line)) == values


def test_a_whole_answer_may_be_a_name() -> None:
    line = "Georges-Étienne de la Durantaye"
    named = {"prenom": "Georges-Étienne", "nom": "de la Durantaye"}
    assert values_given(_message(line, intent="informer")) == named
    assert values_given(_message(line, intent="remercier")) == {}
    assert values_given(_message("le premier svp", intent="informer")) == {}


def test_an_error_s_code_is_no_user_code() -> None:
    assert values_given(_message("ça dit ERR1029", code_erreur="ERR1029")) == {}


def test_nothing_is_used_of_a_line_with_a_secret() -> None:
    assert values_given(_message("mon mot de passe est AB123456", secret="mot_de_passe")) == {}
