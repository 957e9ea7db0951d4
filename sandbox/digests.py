"""Keyed digests, for telling values apart without keeping them."""

import hashlib
import hmac
import json


class Digests:
    """User codes and addresses can be guessed from a plain hash; a keyed one hides them."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, purpose: str, *values: str) -> str:
        """A hexadecimal digest; equal only for the same purpose and values."""
        message = json.dumps([purpose, *values]).encode()
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()
