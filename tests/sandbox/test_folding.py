import pytest

from sandbox.folding import fold_name, normalise_email, normalise_user_code


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Côté", "cote"),
        ("COTE\u0301", "Côté"),
        ("St-Pierre", "st pierre"),
        ("O'Neil", "O’NEIL"),
        ("Lajoie-Côté", "LAJOIECOTE"),
        ("Lœillet", "loeillet"),
        ("D'Amours", "damours"),
        ("Nguyễn", "nguyen"),
        ("Groß", "gross"),
    ],
)
def test_names_that_are_the_same(typed: str, other: str) -> None:
    assert fold_name(typed) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Roy", "Roi"), ("Tremblay", "Tremblé"), ("Li", "")])
def test_names_that_are_not(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize("typed", ["AB123456", " ab 123 456 ", "ab-123-456", "ＡＢ１２３４５６"])
def test_user_code(typed: str) -> None:
    assert normalise_user_code(typed) == "AB123456"


def test_email() -> None:
    assert normalise_email(" Jean.Tremblay@Example.COM ") == "jean.tremblay@example.com"
