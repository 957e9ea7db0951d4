"""Sealing: what is read again, by whom, and where only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.sealing import SealBroken, StoreKey

STORE_KEY = StoreKey("a secret of the store, long enough")
WRAPPED = STORE_KEY.new_wrapped_key("c")
CIPHER = STORE_KEY.cipher(WRAPPED, "c")


@given(text=st.text())
def test_a_sealed_text_is_read_again_at_its_place(text: str) -> None:
    assert CIPHER.unseal(CIPHER.seal(text, "messages/1"), "messages/1") == text


def test_the_same_text_is_never_sealed_the_same() -> None:
    assert CIPHER.seal("oui", "messages/1") != CIPHER.seal("oui", "messages/1")


def test_nothing_of_the_text_shows() -> None:
    assert b"Zacharie" not in CIPHER.seal("Zacharie Quévillon", "messages/1")


def test_a_sealed_text_is_of_no_use_in_another_row() -> None:
    with pytest.raises(SealBroken):
        CIPHER.unseal(CIPHER.seal("oui", "messages/1"), "messages/2")


def test_a_key_is_of_no_use_for_another_conversation() -> None:
    with pytest.raises(SealBroken):
        STORE_KEY.cipher(WRAPPED, "d")


def test_a_changed_text_is_refused() -> None:
    sealed = bytearray(CIPHER.seal("oui", "messages/1"))
    sealed[-1] ^= 1
    with pytest.raises(SealBroken):
        CIPHER.unseal(bytes(sealed), "messages/1")


@pytest.mark.parametrize("sealed", [b"", b"court"])
def test_what_was_never_sealed_is_refused(sealed: bytes) -> None:
    with pytest.raises(SealBroken):
        CIPHER.unseal(sealed, "messages/1")


def test_another_store_key_reads_nothing_and_is_recognised_as_another() -> None:
    other = StoreKey("another secret of the store, long enough")
    with pytest.raises(SealBroken):
        other.cipher(WRAPPED, "c")
    assert STORE_KEY.recognises(STORE_KEY.check_value())
    assert not other.recognises(STORE_KEY.check_value())


def test_each_conversation_has_a_key_of_its_own() -> None:
    other = STORE_KEY.cipher(STORE_KEY.new_wrapped_key("c"), "c")
    with pytest.raises(SealBroken):
        other.unseal(CIPHER.seal("oui", "messages/1"), "messages/1")
