"""Passwords: hashing with argon2, and the rules for a new one."""

import asyncio
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from sandbox.folding import fold_name

SHORTEST, LONGEST = 12, 128
"""Characters. Length is what makes a password hard to guess; the longest only bounds the work."""
FEWEST_DIFFERENT = 6
"""Different characters: "aaaaaaaaaaaa" is long and still the first that is tried."""
AT_ONCE = 2
"""Hashes computed at once: each takes 64 MiB, and a flood of sign-ins must not take them all."""


class Passwords:
    """Hashes and verifies outside the event loop."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._nobodys = self._hasher.hash("")

    async def hash(self, password: str) -> str:
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, _normalise(password))

    async def matches(self, password_hash: str | None, password: str) -> bool:
        """Whether `password` is the hashed one; without a hash, False after the same work."""
        async with self._turn:
            try:
                await asyncio.to_thread(
                    self._hasher.verify, password_hash or self._nobodys, _normalise(password)
                )
            except VerificationError:
                return False
        return password_hash is not None


def broken_rule(password: str, user_code: str) -> str | None:
    """The first rule that a new password breaks, named as in templates/reinitialisation.html."""
    if not SHORTEST <= len(password) <= LONGEST:
        return "longueur"
    if fold_name(user_code) in fold_name(password):
        return "code"
    if len(set(password)) < FEWEST_DIFFERENT:
        return "repetition"
    return None


def _normalise(password: str) -> str:
    """One form for "é", which keyboards send as one character or as two."""
    return unicodedata.normalize("NFC", password)
