"""Whatever a browser sends is either one of ours, whole and as it was, or refused as declared."""

import json
import unicodedata
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from gateway.browser_input import LARGEST_ID
from gateway.desk.routes import _SignIn
from gateway.desk.socket import _OnCase, _Write
from gateway.intake import MAXIMUM_TEXT_LENGTH, checked_text
from gateway.refusals import Refused
from gateway.widget_socket import _Line, _read_auth

# Any character a socket can carry, halves of pairs too.
TEXTS = st.text(st.characters(codec=None))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.binary()
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20
)
IDS = st.uuids().map(str)
FIELDS = ("id", "text", "button", "case_id", "last_seq", "last_id", "token", "login", "password")
# Objects with our fields, some right and some not: what ANYTHING alone hardly ever makes.
NEARLY = st.dictionaries(
    st.sampled_from(FIELDS) | TEXTS, IDS | st.integers() | TEXTS | ANYTHING, max_size=4
)
SHAPES: tuple[type[BaseModel], ...] = (_Line, _OnCase, _Write, _SignIn)


@given(ANYTHING | NEARLY)
def test_any_content_is_read_or_refused(content: Any) -> None:
    for shape in SHAPES:
        try:
            shape.model_validate(content)
        except ValidationError as error:
            assert "input_value" not in str(error), "what somebody wrote is in no error"


@given(IDS, TEXTS)
def test_a_line_that_is_read_is_the_one_that_was_sent(message_id: str, text: str) -> None:
    try:
        line = _Line.model_validate({"id": message_id, "text": text})
    except ValidationError:
        assert any(0xD800 <= ord(character) <= 0xDFFF for character in text)
    else:
        assert (str(line.id), line.text, line.button) == (message_id, text, None)


@given(IDS, st.dictionaries(st.sampled_from(("text", "button")), TEXTS | st.none()))
def test_a_line_is_typed_or_pressed_and_never_both(message_id: str, said: dict[str, Any]) -> None:
    try:
        line = _Line.model_validate({"id": message_id, **said})
    except ValidationError:
        return
    assert (line.text is None) != (line.button is None)


@given(ANYTHING)
def test_a_case_is_a_number_that_a_store_can_hold(case_id: Any) -> None:
    try:
        read = _OnCase.model_validate({"case_id": case_id}).case_id
    except ValidationError:
        return
    assert type(case_id) is int
    assert read == case_id
    assert 1 <= read <= LARGEST_ID


@given(st.binary() | TEXTS.map(lambda text: json.dumps({"login": text, "password": text}).encode()))
def test_any_body_of_a_sign_in_is_read_or_refused(body: bytes) -> None:
    try:
        _SignIn.model_validate_json(body)
    except ValidationError as error:
        assert "input_value" not in str(error)


@given(ANYTHING | NEARLY)
def test_any_greeting_gives_a_place_in_the_transcript(auth: Any) -> None:
    assert _read_auth(auth).last_seq >= 0


@given(st.text())
def test_a_checked_text_can_be_kept_and_is_checked_once(text: str) -> None:
    try:
        checked = checked_text(text)
    except Refused as refused:
        assert refused.sentence in {"refus_vide", "refus_trop_long"}
        return
    assert 0 < len(checked) <= MAXIMUM_TEXT_LENGTH
    assert checked == checked.strip()
    assert unicodedata.is_normalized("NFC", checked)
    assert checked_text(checked) == checked
