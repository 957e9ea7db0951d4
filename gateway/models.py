"""The tables of the store; migrations/ must always produce exactly these.

What may be done with the rows of a table is written in one module only, whose docstring says so.

A `sealed_…` column is encrypted under the key of its conversation (sealing.py).
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
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
    or_,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from gateway.handover.ownership import Owner

ENUM_LENGTH = 16
# Before anything that happened here.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


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


class CaseEventKind(StrEnum):
    """What happened to a case."""

    OPENED = "opened"
    TAKEN = "taken"
    # Back in the queue: the agent was silent or gone.
    RELEASED = "released"
    # To another agent, or to the queue, by the agent or by a supervisor.
    TRANSFERRED = "transferred"
    HANDED_BACK = "handed_back"
    # The client went back to the assistant, or left for good.
    CLIENT_RETURNED = "returned"
    CLIENT_LEFT = "client_left"
    CALL_BACK = "call_back"
    CLOSED = "closed"
    REOPENED = "reopened"


class CallBackStatus(StrEnum):
    """How far a call-back is."""

    # The client is still being asked for what it takes.
    DRAFT = "draft"
    DUE = "due"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What somebody who signs in at the desk may do."""

    AGENT = "agent"
    # All that an agent and a manager may, and look after agents.
    SUPERVISOR = "supervisor"
    # The figures and the inbox of what was not understood; no conversation.
    MANAGER = "manager"


class Presence(StrEnum):
    """Whether an agent whose desk is open takes cases."""

    HERE = "here"
    AWAY = "away"


class Survey(StrEnum):
    """Whom the question after a conversation is about."""

    ASSISTANT = "assistant"
    AGENT = "agent"


class Outcome(StrEnum):
    """What became of a conversation; docs/outcomes.md has the rule."""

    SOLVED_CONFIRMED = "solved_confirmed"
    SOLVED_ASSUMED = "solved_assumed"
    ESCALATED = "escalated"
    CALL_BACK = "call_back"
    ABANDONED = "abandoned"
    NOT_UNDERSTOOD = "not_understood"


class Misunderstanding(StrEnum):
    """Why a client's line is to be looked at by a person."""

    FALLBACK = "fallback"
    # Served, but hardly more likely right than wrong.
    UNSURE = "unsure"
    # None of the readings that were offered.
    REJECTED = "rejected"
    # The client asked for a person right after it.
    ESCALATED = "escalated"


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
    __table_args__ = (
        Index(
            "ix_conversations_predecessor_id",
            "predecessor_id",
            sqlite_where=text("predecessor_id IS NOT NULL"),
            postgresql_where=text("predecessor_id IS NOT NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    owner: Mapped[Owner] = mapped_column(_words(Owner), default=Owner.BOT)
    # The `seq` of the newest message.
    last_seq: Mapped[int] = mapped_column(default=0)
    # The name of the value the assistant waits for, if any.
    expects: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    # When the engine was last told something; None once it has forgotten the conversation.
    engine_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The same browser's conversation before this one, if it ended that one.
    predecessor_id: Mapped[str | None] = mapped_column(String(43))
    # What the browser says it runs on, in plain words: "iPhone, Safari".
    device: Mapped[str | None] = mapped_column(String(64))
    # Since when the client has no tab open; None while one is.
    client_gone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=now)
    # The newest message that the client has had on screen.
    client_read_seq: Mapped[int] = mapped_column(default=0)
    # The question that may now be asked about how it went.
    survey: Mapped[Survey | None] = mapped_column(_words(Survey))
    # When the client last told the assistant that it is solved.
    solved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
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
    # How the engine read it, once it has: the intent, how sure, and the ladder's step after it.
    intent: Mapped[str | None] = mapped_column(String(64))
    confidence: Mapped[float | None]
    step: Mapped[str | None] = mapped_column(String(128))


class MisunderstoodLine(Base):
    """A client's line for the inbox; its words are its message's masked copy, and go with it."""

    __tablename__ = "misunderstood_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"]
        ),
        UniqueConstraint("conversation_id", "seq"),
    )

    # What a manager's page knows it by: a conversation's id never leaves the store.
    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(43))
    seq: Mapped[int]
    cause: Mapped[Misunderstanding] = mapped_column(_words(Misunderstanding))
    # The likeliest intent and how sure it was, where the engine had one.
    guess: Mapped[str | None] = mapped_column(String(64))
    confidence: Mapped[float | None]
    readings_offered: Mapped[bool] = mapped_column(default=False)
    # Who decided when; the line's intent and its words for training, or neither if dismissed.
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    intent: Mapped[str | None] = mapped_column(String(64))
    accepted_text: Mapped[str | None] = mapped_column(Text)
    agent: Mapped["Agent | None"] = relationship(lazy="joined")


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
    role: Mapped[Role] = mapped_column(_words(Role), default=Role.AGENT)
    # None until whoever was invited has chosen one.
    password_hash: Mapped[str | None] = mapped_column(Text)
    # Of the one-time link by which a password is chosen.
    invitation_digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    invitation_expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    locked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Since when they take no cases, their desk open or not; None while they do.
    away_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # How many conversations at once; None for the setting's number.
    capacity: Mapped[int | None]
    # Since when no desk of theirs is open; None while one is. Who is new has left nobody.
    gone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=NEVER)

    @property
    def presence(self) -> Presence:
        """What they say of themselves."""
        return Presence.HERE if self.away_at is None else Presence.AWAY

    @property
    def cannot_come_since(self) -> datetime | None:
        """When they stopped taking cases, by whichever came first; None while they do."""
        stopped = (self.gone_at, self.away_at, self.locked_at)
        return min((moment for moment in stopped if moment is not None), default=None)


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
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    reference: Mapped[str] = mapped_column(String(7), unique=True)
    reason: Mapped[str] = mapped_column(String(32))
    priority: Mapped[Priority] = mapped_column(_words(Priority))
    # The intent of the problem, as the engine names it.
    problem: Mapped[str | None] = mapped_column(String(64))
    # The line in the queue, masked; blank once the conversation is erased, as what follows.
    summary: Mapped[str] = mapped_column(Text)
    # What was tried, what the client said of delays and devices: labelled lines, masked.
    steps: Mapped[list[str]] = mapped_column(JSON, default=list)
    details: Mapped[list[str]] = mapped_column(JSON, default=list)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    # When it last came into the queue, and whether it goes before others of its priority.
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    returned: Mapped[bool] = mapped_column(default=False)
    # By when the agent must have answered; None while it is the client's turn.
    answer_due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # When this wait was apologised for, and when the absent client was warned of the end.
    apologised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    warned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # The newest message that the agent has had on screen.
    agent_read_seq: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    # One of the catalogue's `fermetures`, and the agent's own words.
    close_reason: Mapped[str | None] = mapped_column(String(32))
    sealed_close_note: Mapped[bytes | None] = mapped_column(LargeBinary)
    agent: Mapped[Agent | None] = relationship(lazy="joined")
    conversation: Mapped[Conversation] = relationship(lazy="joined", innerjoin=True)


class CaseEvent(Base):
    """One thing that happened to a case, and who did it; nobody: the clock or the client."""

    __tablename__ = "case_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[CaseEventKind] = mapped_column(_words(CaseEventKind))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    # Who got it by a transfer.
    to_agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))

    @classmethod
    def brings_an_agent(cls) -> ColumnElement[bool]:
        """Whether the client has got an agent by it: who took the case, or was given it."""
        return or_(cls.kind == CaseEventKind.TAKEN, cls.to_agent_id.is_not(None))


class CaseNote(Base):
    """What agents tell each other about a case; its client never sees it."""

    __tablename__ = "case_notes"

    # Chosen by whoever wrote it, so that a repeat is recognised.
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)
    agent: Mapped[Agent] = relationship(lazy="joined", innerjoin=True)


class CallBack(Base):
    """A client's wish to be phoned: what was asked for, and how far it is."""

    __tablename__ = "call_backs"
    __table_args__ = (Index(None, "status", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    status: Mapped[CallBackStatus] = mapped_column(
        _words(CallBackStatus), default=CallBackStatus.DRAFT
    )
    # As phone_numbers.py writes it; None until it is given, as the rest.
    sealed_phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    # When the client would rather be called, in their words or a button's.
    sealed_preference: Mapped[bytes | None] = mapped_column(LargeBinary)
    # What the client would have instead, once the call is promised; None until they say so.
    sealed_new_phone: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_new_preference: Mapped[bytes | None] = mapped_column(LargeBinary)
    # When the client confirmed it, or a change of it.
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    # When it should be done, or tried again.
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Calls made; while it is a draft, numbers that could not be read.
    tries: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # Who said last how it went, and what they wrote.
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    sealed_note: Mapped[bytes | None] = mapped_column(LargeBinary)
    agent: Mapped[Agent | None] = relationship(lazy="joined")
    case: Mapped[Case] = relationship(lazy="joined", innerjoin=True)


class Rating(Base):
    """A client's answer to the question after a conversation."""

    __tablename__ = "ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    about: Mapped[Survey] = mapped_column(_words(Survey))
    # The hand-over it is about, if it is about an agent.
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    solved: Mapped[bool | None]
    # 1 to 5.
    score: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class CountedConversation(Base):
    """What figures keep of a conversation: nothing that was said, nobody who said it.

    It outlives the conversation, which is then no longer named in it.
    """

    __tablename__ = "outcomes"
    # All that figures read of a period, in its order.
    __table_args__ = (
        Index(
            "ix_outcomes_figures",
            "day",
            "outcome",
            "problem",
            "last_step",
            "lines",
            "fallback_lines",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # None once what was said is deleted.
    conversation_id: Mapped[str | None] = mapped_column(String(43), unique=True)
    # The `seq` of its newest message when it was judged: a later one has it judged again.
    seq: Mapped[int]
    # Of the client's first line, in Québec.
    day: Mapped[date]
    outcome: Mapped[Outcome] = mapped_column(_words(Outcome))
    problem: Mapped[str | None] = mapped_column(String(64))
    last_step: Mapped[str | None] = mapped_column(String(128))
    # The client's lines that the engine read, and those of them that it did not understand.
    lines: Mapped[int]
    fallback_lines: Mapped[int]


class OpenedValue(Base):
    """That somebody read a masked value, never which one it was, or a whole masked conversation."""

    __tablename__ = "opened_values"

    id: Mapped[int] = mapped_column(primary_key=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id"))
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    # None where the conversation had none.
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    agent: Mapped[Agent] = relationship(lazy="joined", innerjoin=True)
