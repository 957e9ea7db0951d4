"""The tables of the store. What may be done with their rows is written in conversations.py,
conversation_keys.py, follow_ups.py, cases.py, opened_values.py and agents.py; migrations/ must
always produce exactly these tables.

A `sealed_…` column is encrypted under the key of its conversation (sealing.py).
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from gateway.handover.ownership import Owner

ENUM_LENGTH = 16


class Speaker(StrEnum):
    """Who says a message."""

    BOT = "bot"
    AGENT = "agent"
    SYSTEM = "system"
    CLIENT = "client"


class TurnStatus(StrEnum):
    """What became of a client's message."""

    PENDING = "pending"
    ANSWERED = "answered"
    FAILED = "failed"


class Priority(StrEnum):
    """Where a case goes in the queue."""

    FIRST = "first"
    NORMAL = "normal"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time, also on stores that forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back to a time read from a store without zones."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def now() -> datetime:
    """The present, as the store keeps it."""
    return datetime.now(UTC)


def _words(enum: type[StrEnum]) -> Enum:
    """A column that holds the values of `enum` as plain words."""
    return Enum(
        enum,
        native_enum=False,
        length=ENUM_LENGTH,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can drop it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Conversation(Base):
    """One client's conversation; its id is unguessable and never leaves the signed cookie."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    owner: Mapped[Owner] = mapped_column(_words(Owner), default=Owner.BOT)
    # The `seq` of the newest message.
    last_seq: Mapped[int] = mapped_column(default=0)
    # The name of the value the assistant waits for, if any.
    expects: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    # When the engine was last told something; None once it has forgotten the conversation.
    engine_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # With the row, since whoever writes in a conversation needs its key.
    key: Mapped["ConversationKey"] = relationship(lazy="joined", innerjoin=True)


class ConversationKey(Base):
    """The key of a conversation's sealed texts, encrypted under the store's."""

    __tablename__ = "conversation_keys"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)


class StoreKeyCheck(Base):
    """The one row by which the store recognises the key it was sealed with."""

    __tablename__ = "store_key_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)


class Message(Base):
    """One line of a transcript, numbered by `seq` within its conversation.

    It never changes, but for its masked copy once the engine has said what was personal in it.
    """

    __tablename__ = "messages"
    # For `text`.
    __allow_unmapped__ = True
    __table_args__ = (UniqueConstraint("conversation_id", "id"),)

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    # Chosen by whoever wrote it, so that a repeat is recognised.
    id: Mapped[str] = mapped_column(String(36))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    speaker: Mapped[Speaker] = mapped_column(_words(Speaker))
    name: Mapped[str | None] = mapped_column(String(80))
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)
    # What was sealed; conversations.py sets it on every message it gives out.
    text: str
    # What anyone but the client may read of `text`; None until the line's turn is settled.
    masked_text: Mapped[str | None] = mapped_column(Text)
    # What is masked in it, in order: the fields of masking.Mask.
    masks: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    expects: Mapped[str | None] = mapped_column(String(64))
    buttons: Mapped[list["Button"]] = relationship(order_by="Button.position", lazy="raise")


class Button(Base):
    """A choice under a message. The browser holds the token; the payload stays here."""

    __tablename__ = "buttons"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"]
        ),
        Index(None, "conversation_id", "seq"),
    )

    token: Mapped[str] = mapped_column(String(22), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(43))
    seq: Mapped[int]
    position: Mapped[int]
    # The assistant's own words, never a client's.
    title: Mapped[str] = mapped_column(Text)
    sealed_payload: Mapped[bytes] = mapped_column(LargeBinary)
    # A page of the portal offers it, whatever has been asked since.
    offered_by_page: Mapped[bool] = mapped_column(default=False)


class Turn(Base):
    """The answer owed to a client's message: stored with it, settled with the answer."""

    __tablename__ = "turns"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"]
        ),
        Index(
            "ix_turns_pending",
            "conversation_id",
            "seq",
            sqlite_where=text("status = 'pending'"),
            postgresql_where=text("status = 'pending'"),
        ),
    )

    conversation_id: Mapped[str] = mapped_column(String(43), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[TurnStatus] = mapped_column(_words(TurnStatus), default=TurnStatus.PENDING)
    # Kept with the message, so that a repeat after a restart is the very same request.
    client_key: Mapped[str] = mapped_column(String(64))
    # The value that was asked for when the message was written.
    expects: Mapped[str | None] = mapped_column(String(64))
    button_token: Mapped[str | None] = mapped_column(ForeignKey("buttons.token"))


class FilledValue(Base):
    """A personal value that was given in a conversation: masked wherever it appears again."""

    __tablename__ = "filled_values"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    slot: Mapped[str] = mapped_column(String(64))
    sealed_value: Mapped[bytes] = mapped_column(LargeBinary)


class FollowUp(Base):
    """What the assistant wants to say later by itself; a conversation has one at most."""

    __tablename__ = "follow_ups"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    # The engine's key: what is run again under it gets the first answer.
    id: Mapped[str] = mapped_column(String(36))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # Where the conversation stood when this was asked for, as the engine names it.
    step: Mapped[str | None] = mapped_column(String(128))
    sealed_payload: Mapped[bytes] = mapped_column(LargeBinary)
    client_key: Mapped[str] = mapped_column(String(64))


class Agent(Base):
    """Somebody who may sign in at the desk."""

    __tablename__ = "agents"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(Text)


class AgentSession(Base):
    """A signed-in agent; the cookie holds the token, the store only its digest."""

    __tablename__ = "agent_sessions"

    token_digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agent: Mapped[Agent] = relationship(lazy="joined", innerjoin=True)


class Case(Base):
    """One hand-over: open from the escalation until it is handed back, left or closed."""

    __tablename__ = "cases"
    __table_args__ = (
        # One open case for a conversation, whatever races.
        Index(
            "uq_cases_open",
            "conversation_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    reference: Mapped[str] = mapped_column(String(7), unique=True)
    reason: Mapped[str] = mapped_column(String(32))
    priority: Mapped[Priority] = mapped_column(_words(Priority))
    # The intent of the problem, as the engine names it.
    problem: Mapped[str | None] = mapped_column(String(64))
    summary: Mapped[str] = mapped_column(Text)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    agent: Mapped[Agent | None] = relationship(lazy="joined")
    conversation: Mapped[Conversation] = relationship(lazy="joined", innerjoin=True)


class OpenedValue(Base):
    """That an agent read a masked value, never which one it was."""

    __tablename__ = "opened_values"

    id: Mapped[int] = mapped_column(primary_key=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    agent: Mapped[Agent] = relationship(lazy="joined", innerjoin=True)
