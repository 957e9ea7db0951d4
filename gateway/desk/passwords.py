"""Passwords: which ones may be chosen, and how they are kept.

NIST SP 800-63B, 5.1.1.2: length, no rule about kinds of characters, a list of those everyone tries
first, nothing that the login tells. Must not know accounts or sessions.
"""

import asyncio
import secrets
import unicodedata
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from gateway.refusals import Refused

MINIMUM_LENGTH = 12
# Longer ones would only make the hash work.
MAXIMUM_LENGTH = 200
# "aaaaaaaaaaaa", "121212121212": long, and guessed at once.
FEWEST_DIFFERENT_CHARACTERS = 5
# Shorter logins are found in any sentence.
SHORTEST_TELLING_LOGIN = 3
COMMON = frozenset(
    Path(__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").splitlines()
)

_hasher = PasswordHasher()
# Verified when there is no such login, so that an unknown one takes the time of a known one.
_NOBODY = _hasher.hash(secrets.token_urlsafe())


class WeakPassword(Refused):
    """A password that may not be chosen."""


def check_new_password(password: str, login: str) -> None:
    """Raise WeakPassword unless the owner of `login` may choose `password`."""
    normal = _normal(password)
    if len(normal) < MINIMUM_LENGTH:
        raise WeakPassword("refus_mot_de_passe_court")
    folded = normal.casefold()
    if len(login) >= SHORTEST_TELLING_LOGIN and login.casefold() in folded:
        raise WeakPassword("refus_mot_de_passe_identifiant")
    if folded in COMMON or len(set(folded)) < FEWEST_DIFFERENT_CHARACTERS:
        raise WeakPassword("refus_mot_de_passe_courant")


async def hash_password(password: str) -> str:
    """What is kept of a password."""
    # Argon2 is slow on purpose: not on the event loop.
    return await asyncio.to_thread(_hasher.hash, _normal(password))


async def fits(password_hash: str | None, password: str) -> bool:
    """Whether that hash is of that password; without a hash it takes as long, and is not."""
    matches = await asyncio.to_thread(_verify, password_hash or _NOBODY, _normal(password))
    return matches and password_hash is not None


def _normal(password: str) -> str:
    """One way to write what keyboards write in several (é)."""
    return unicodedata.normalize("NFKC", password)


def _verify(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False
