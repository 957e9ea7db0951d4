"""The seeded accounts are those that the README lists."""

from pathlib import Path

from sandbox.seed import DEMO_PASSWORD, demo_accounts

README = (Path(__file__).parents[2] / "sandbox" / "README.md").read_text()


def test_accounts_are_the_documented_ones() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in README.partition("## Accounts")[2].partition("## Rules")[0].splitlines()
        if line.startswith("|")
    ]
    documented = {row[0]: row[1:4] for row in rows[2:]}
    assert documented == {
        account.user_code: [
            account.kind,
            ", ".join(f"{h.first_name} {h.last_name}" for h in account.holders),
            account.email or "none",
        ]
        for account in demo_accounts()
    }


def test_password_is_the_documented_one() -> None:
    assert f"`{DEMO_PASSWORD}`" in README
