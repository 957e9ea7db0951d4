"""The demo's accounts (table in README.md), put into an empty database once."""

from sqlalchemy import func, select

from sandbox.database import Database
from sandbox.passwords import Passwords
from sandbox.tables import Account, AccountKind, Holder

DEMO_PASSWORD = "erable-rouge-1608"  # noqa: S105 (public: it is printed in the README)


def _account(
    code: str,
    kind: AccountKind,
    *holders: str,
    email: str | None,
    title: str | None = None,
    locked: bool = False,
) -> Account:
    """`holders`: first and last name, separated by the only space."""
    people = [name.split(" ", maxsplit=1) for name in holders]
    return Account(
        user_code=code,
        kind=kind,
        title=title,
        email=email,
        locked=locked,
        holders=[Holder(first_name=first, last_name=last) for first, last in people],
    )


def demo_accounts() -> list[Account]:
    """New, unsaved accounts without a password."""
    return [
        _account("AB123456", "individual", "Jean Tremblay", email="jean.tremblay@example.com"),
        _account("CD234567", "individual", "Marie-Ève Côté", email="marie-eve.cote@example.com"),
        _account("EF345678", "individual", "Patrick O'Neil", email="poneil@example.org"),
        _account("GH456789", "individual", "Mai Nguyen", email="mai.nguyen@example.net"),
        _account("JK567890", "individual", "François St-Pierre", email="fstpierre@example.com"),
        _account(
            "LM678901",
            "joint",
            "Luc Gagnon",
            "Sylvie Lajoie-Côté",
            email="gagnon.lajoie@example.com",
        ),
        # The same person and address as AB123456: the type of account tells them apart.
        _account(
            "NP789012",
            "joint",
            "Jean Tremblay",
            "Fatima El Amrani",
            email="jean.tremblay@example.com",
        ),
        _account(
            "QR890123",
            "company",
            "Chantal Bellavance",
            email="direction@bellavance.example",
            title="Menuiserie Bellavance inc.",
        ),
        _account(
            "ST901234",
            "trust",
            "Denis Roy",
            email="denis.roy@example.org",
            title="Fiducie familiale Roy",
        ),
        _account(
            "UV012345",
            "estate",
            "Michel Gauthier",
            email="michel.gauthier@example.net",
            title="Succession Rose-Aimée Gauthier",
        ),
        _account(
            "WX135790",
            "individual",
            "Nathalie Bouchard",
            email="nathalie.bouchard@example.com",
            locked=True,
        ),
        _account("YZ246801", "individual", "Gilles Lévesque", email=None),
    ]


async def seed(database: Database, passwords: Passwords) -> None:
    """Does nothing once there are accounts: a password changed in the demo stays changed."""
    async with database.begin() as session:
        if await session.scalar(select(func.count()).select_from(Account)):
            return
        password_hash = await passwords.hash(DEMO_PASSWORD)
        accounts = demo_accounts()
        for account in accounts:
            account.password_hash = password_hash
        session.add_all(accounts)
