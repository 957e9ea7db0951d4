"""The tables of the sandbox's database. No behaviour: each rule is in the module that uses them."""

from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

AccountKind = Literal["individual", "joint", "company", "trust", "estate"]


class UtcDateTime(TypeDecorator[datetime]):
    """SQLite forgets time zones: UTC goes in, UTC comes out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012 (SQLAlchemy reads a plain dict)


class Account(Base):
    """One that can log in to the portal. `email` is the address on file, normalised (F5)."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str | None]
    """The name of a company, trust or estate; its holders are then those who act for it."""
    email: Mapped[str | None] = mapped_column(index=True)
    locked: Mapped[bool]
    password_hash: Mapped[str]
    password_version: Mapped[int] = mapped_column(default=1)
    """Grows with each new password: a session of the earlier one is no longer valid."""
    holders: Mapped[list["Holder"]] = relationship(lazy="selectin", order_by="Holder.id")


class Holder(Base):
    """A person who may log in to an account; a joint one has two."""

    __tablename__ = "holders"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    first_name: Mapped[str]
    last_name: Mapped[str]


class ResetLink(Base):
    """The one link that can reset an account's password: a newer one takes the older one's row."""

    __tablename__ = "reset_links"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]


class Attempt(Base):
    """Something that counts towards a throttle; account and client are keyed digests."""

    __tablename__ = "attempts"
    __table_args__ = (
        Index("attempts_by_account", "action", "account", "at"),
        Index("attempts_by_client", "action", "client", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str]
    account: Mapped[str]
    client: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class RememberedAnswer(Base):
    """What a recovery request was answered; `retry_after_s` is null when it was accepted."""

    __tablename__ = "remembered_answers"

    idempotency_key: Mapped[str] = mapped_column(primary_key=True)
    request_digest: Mapped[str]
    retry_after_s: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(index=True)


class Job(Base):
    """An accepted recovery request that is still to be carried out."""

    __tablename__ = "jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    request: Mapped[dict[str, str]] = mapped_column(JSON)
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(index=True)


class CaughtMail(Base):
    """A mail that the catcher received."""

    __tablename__ = "caught_mails"

    id: Mapped[int] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    sender: Mapped[str]
    recipient: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str | None]


class ProcessKey(Base):
    """The one secret that the sandbox makes for itself, at its first start."""

    __tablename__ = "process_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)
