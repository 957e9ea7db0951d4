"""What a line means by its words and where it stands, though it was taken for something else."""

from typing import Any

import pytest

from actions.meant import as_meant, is_doubtful
from actions.message import Message


def _message(text: str, intent: str, confidence: float = 0.9, **entities: Any) -> Message:
    return Message(
        id="1",
        text=text,
        intent=intent,
        confidence=confidence,
        entities=entities,
        ranking=(intent,),
        client_key="",
    )


def test_a_company_that_is_denied_is_none() -> None:
    line = "le compte est personnel, et non celui de la société"
    said = _message(line, "compte_non_personnel", type_compte="individuel")
    assert as_meant(said, "").intent == "informer"
    said = _message("ce n'est pas une compagnie", "compte_non_personnel")
    assert as_meant(said, "").intent == "nier"


@pytest.mark.parametrize("line", ["c'est pour ma compagnie", "un compte de fiducie"])
def test_a_company_is_one(line: str) -> None:
    assert as_meant(_message(line, "compte_non_personnel"), "").intent == "compte_non_personnel"


def test_a_code_that_is_given_is_not_lost() -> None:
    said = _message("mais j'ai mon code, c'est GB204518", "code_utilisateur_oublie")
    assert as_meant(said, "").intent == "informer"


def test_a_link_that_only_fails_to_open_on_a_phone_is_not_expired() -> None:
    blank = _message("le lien ouvre blanc", "lien_expire")
    assert as_meant(blank, "reinitialisation_cellulaire").intent == "reinitialisation_cellulaire"
    assert as_meant(blank, "").intent == "lien_expire"
    over = _message("le lien est expiré", "lien_expire")
    assert as_meant(over, "reinitialisation_cellulaire").intent == "lien_expire"


@pytest.mark.parametrize(
    ("line", "intent", "confidence", "doubtful"),
    [
        ("jai essayé 4 fois", "compte_verrouille", 0.75, True),
        ("c'est-tu long avant que ça se débarre", "compte_verrouille", 0.53, False),
        ("compte su la glace", "compte_verrouille", 0.97, False),
        ("on a un compte", "compte_non_personnel", 0.55, True),
        ("c'est pour ma compagnie", "compte_non_personnel", 0.99, False),
        ("quelqu'un est entré dans mon dossier", "signaler_fraude", 0.51, False),
    ],
)
def test_a_person_is_called_at_once_for_what_is_surely_said(
    line: str, intent: str, confidence: float, doubtful: bool
) -> None:
    assert is_doubtful(_message(line, intent, confidence)) == doubtful
