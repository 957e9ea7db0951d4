"""Sealing: what a person wrote, encrypted under a key of its conversation; that key, under the
store's.

Destroying a conversation's key makes all that was sealed under it unreadable, wherever copies of it
may be. AES-256-GCM with random 96-bit nonces (NIST SP 800-38D, 8.2.2: up to 2^32 seals a key).
This module knows keys and bytes only.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
# Separates this use of the secret from any other it may ever have (RFC 5869, `info`).
KEY_ENCRYPTION = b"gateway.conversation-keys"
CHECKED = b"gateway.store-key"


class SealBroken(Exception):
    """Sealed bytes were made under another key, for another place, or were changed."""


class Cipher:
    """Seals the texts of one conversation."""

    def __init__(self, key: bytes, conversation_id: str) -> None:
        self._aead = AESGCM(key)
        self._conversation_id = conversation_id

    def seal(self, text: str, place: str) -> bytes:
        """`text`, readable again only as what stands at `place` of this conversation."""
        return _encrypt(self._aead, text.encode(), self._bound_to(place))

    def unseal(self, sealed: bytes, place: str) -> str:
        """The text that was sealed for `place`. Raises SealBroken."""
        return _decrypt(self._aead, sealed, self._bound_to(place)).decode()

    def _bound_to(self, place: str) -> bytes:
        return f"{self._conversation_id}/{place}".encode()


class StoreKey:
    """Encrypts the conversations' keys."""

    def __init__(self, secret: str) -> None:
        """`secret` is the setting; the key itself is derived from it (HKDF, RFC 5869)."""
        derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=KEY_ENCRYPTION).derive(secret.encode())
        self._aead = AESGCM(derived)

    def new_wrapped_key(self, conversation_id: str) -> bytes:
        """A new random key for a conversation, encrypted for the store."""
        return _encrypt(self._aead, secrets.token_bytes(KEY_BYTES), conversation_id.encode())

    def cipher(self, wrapped_key: bytes, conversation_id: str) -> Cipher:
        """The cipher of the conversation whose encrypted key that is. Raises SealBroken."""
        key = _decrypt(self._aead, wrapped_key, conversation_id.encode())
        return Cipher(key, conversation_id)

    def check_value(self) -> bytes:
        """What a store keeps to recognise this key."""
        return _encrypt(self._aead, b"", CHECKED)

    def recognises(self, check_value: bytes) -> bool:
        """Whether a store's check value was made by this key."""
        try:
            _decrypt(self._aead, check_value, CHECKED)
        except SealBroken:
            return False
        return True


def _encrypt(aead: AESGCM, content: bytes, bound_to: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + aead.encrypt(nonce, content, bound_to)


def _decrypt(aead: AESGCM, sealed: bytes, bound_to: bytes) -> bytes:
    try:
        return aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error
