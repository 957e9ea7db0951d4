"""Carrying out an accepted recovery request: find the account, mail its holder, or do nothing.

Runs after the answer, so what it finds shows nowhere but in the mailbox of the account's holder.
"""

from sqlalchemy import Select, select

from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.folding import fold_name, normalise_email, normalise_user_code
from sandbox.mails import MailSender
from sandbox.requests import PasswordReset, RecoveryRequest, UserCodeReminder
from sandbox.reset_links import ResetLinks
from sandbox.tables import Account, Holder


class Fulfilment:
    """What the outbox calls for each request; raises when the mail could not be handed over."""

    def __init__(
        self, database: Database, links: ResetLinks, sender: MailSender, clock: Clock
    ) -> None:
        self._database = database
        self._links = links
        self._sender = sender
        self._clock = clock

    async def carry_out(self, request: RecoveryRequest) -> None:
        match request:
            case PasswordReset():
                await self._send_reset_link(request)
            case UserCodeReminder():
                await self._send_user_codes(request)

    async def _send_reset_link(self, request: PasswordReset) -> None:
        code = normalise_user_code(request.user_code)
        async with self._database.begin() as session:
            account = await session.scalar(_reachable_accounts().where(Account.user_code == code))
            if account is None or account.email is None:
                return
            holder = _holder_named(account, request.first_name, request.last_name)
            if holder is None:
                return
            token = await self._links.issue(session, account.id, self._clock())
        await self._sender.send_reset_link(account.email, holder, token)

    async def _send_user_codes(self, request: UserCodeReminder) -> None:
        """One mail for all the matching accounts: one person may have several of a kind."""
        email = normalise_email(request.email)
        async with self._database.begin() as session:
            accounts = await session.scalars(
                _reachable_accounts()
                .where(Account.email == email, Account.kind == request.account_type)
                .order_by(Account.user_code)
            )
        matches = [
            (account.user_code, holder)
            for account in accounts
            if (holder := _holder_named(account, request.first_name, request.last_name))
        ]
        if matches:
            codes = [code for code, _ in matches]
            _, holder = matches[0]
            await self._sender.send_user_codes(email, holder, codes)


def _reachable_accounts() -> Select[Account]:
    """Those that mail may be sent for: a locked account is opened again by a person only."""
    return select(Account).where(Account.locked.is_(False), Account.email.is_not(None))


def _holder_named(account: Account, first_name: str, last_name: str) -> Holder | None:
    wanted = (fold_name(first_name), fold_name(last_name))
    for holder in account.holders:
        if (fold_name(holder.first_name), fold_name(holder.last_name)) == wanted:
            return holder
    return None
