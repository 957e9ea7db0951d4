"""Conversations, cases and agents: the first tables.

Constraints take their names from the convention in gateway/models.py.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

OF_MESSAGE = ["conversation_id", "seq"]
MESSAGE_KEY = ["messages.conversation_id", "messages.seq"]
OPEN = sa.text("closed_at IS NULL")
PENDING = sa.text("status = 'pending'")


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "agents",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("login", sa.String(80), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.UniqueConstraint("login"),
    )
    op.create_table(
        "agent_sessions",
        sa.Column("token_digest", sa.String(64), primary_key=True),
        sa.Column("agent_id", sa.Integer(), sa.ForeignKey("agents.id"), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(43), primary_key=True),
        sa.Column("owner", sa.String(16), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("expects", sa.String(64)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "filled_values",
        _conversation_id(primary_key=True),
        sa.Column("slot", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), primary_key=True),
        _conversation_id(),
        sa.Column("reference", sa.String(7), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("priority", sa.String(16), nullable=False),
        sa.Column("problem", sa.String(64)),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.Integer(), sa.ForeignKey("agents.id")),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("reference"),
    )
    op.create_index(
        "uq_cases_open",
        "cases",
        ["conversation_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "messages",
        _conversation_id(primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("speaker", sa.String(16), nullable=False),
        sa.Column("name", sa.String(80)),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("masked_text", sa.Text(), nullable=False),
        sa.Column("expects", sa.String(64)),
        sa.UniqueConstraint("conversation_id", "id"),
    )
    op.create_table(
        "buttons",
        sa.Column("token", sa.String(22), primary_key=True),
        sa.Column("conversation_id", sa.String(43), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(OF_MESSAGE, MESSAGE_KEY),
    )
    op.create_index(None, "buttons", OF_MESSAGE)
    op.create_table(
        "turns",
        sa.Column("conversation_id", sa.String(43), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("client_key", sa.String(64), nullable=False),
        sa.Column("button_token", sa.String(22), sa.ForeignKey("buttons.token")),
        sa.ForeignKeyConstraint(OF_MESSAGE, MESSAGE_KEY),
    )
    op.create_index(
        "ix_turns_pending",
        "turns",
        OF_MESSAGE,
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    )


def downgrade() -> None:
    """Drop every table, those that refer to others first."""
    for table in (
        "turns",
        "buttons",
        "messages",
        "cases",
        "filled_values",
        "conversations",
        "agent_sessions",
        "agents",
    ):
        op.drop_table(table)


def _conversation_id(*, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "conversation_id",
        sa.String(43),
        sa.ForeignKey("conversations.id"),
        primary_key=primary_key,
        nullable=False,
    )
