"""People: agents' roles and presence, what a case carries and went through, call-backs, ratings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
WORD = sa.String(16)


def upgrade() -> None:
    """Agents there are now become plain agents; open cases keep their place in the queue."""
    with op.batch_alter_table("agents") as table:
        table.add_column(sa.Column("role", WORD, nullable=False, server_default="agent"))
        table.alter_column("password_hash", existing_type=sa.Text(), nullable=True)
        table.add_column(sa.Column("invitation_digest", sa.String(64)))
        table.add_column(sa.Column("invitation_expires_at", TIME))
        table.add_column(sa.Column("locked_at", TIME))
        table.add_column(sa.Column("presence", WORD, nullable=False, server_default="here"))
        table.add_column(sa.Column("capacity", sa.Integer()))
        table.add_column(sa.Column("gone_at", TIME))
        table.create_unique_constraint("uq_agents_invitation_digest", ["invitation_digest"])
    op.execute(sa.text("UPDATE agents SET gone_at = CURRENT_TIMESTAMP"))
    with op.batch_alter_table("conversations") as table:
        table.add_column(sa.Column("predecessor_id", sa.String(43)))
        table.add_column(sa.Column("device", sa.String(64)))
        table.add_column(sa.Column("client_gone_at", TIME))
        table.add_column(
            sa.Column("client_read_seq", sa.Integer(), nullable=False, server_default="0")
        )
        table.add_column(sa.Column("survey", WORD))
    with op.batch_alter_table("turns") as table:
        table.add_column(sa.Column("intent", sa.String(64)))
        table.add_column(sa.Column("confidence", sa.Double()))
        table.add_column(sa.Column("step", sa.String(128)))
    with op.batch_alter_table("cases") as table:
        table.add_column(sa.Column("steps", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("details", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("queued_at", TIME))
        table.add_column(sa.Column("returned", sa.Boolean(), nullable=False, server_default="0"))
        table.add_column(sa.Column("answer_due_at", TIME))
        table.add_column(sa.Column("apologised_at", TIME))
        table.add_column(sa.Column("warned_at", TIME))
        table.add_column(
            sa.Column("agent_read_seq", sa.Integer(), nullable=False, server_default="0")
        )
        table.add_column(sa.Column("close_reason", sa.String(32)))
        table.add_column(sa.Column("sealed_close_note", sa.LargeBinary()))
    op.execute(sa.text("UPDATE cases SET queued_at = opened_at"))
    with op.batch_alter_table("cases") as table:
        table.alter_column("queued_at", existing_type=TIME, nullable=False)
    filled: dict[str, dict[str, Any]] = {
        "agents": {"role": WORD, "presence": WORD},
        "conversations": {"client_read_seq": sa.Integer()},
        "cases": {
            "steps": sa.JSON(),
            "details": sa.JSON(),
            "returned": sa.Boolean(),
            "agent_read_seq": sa.Integer(),
        },
    }
    for table_name, columns in filled.items():
        with op.batch_alter_table(table_name) as table:
            for column, existing_type in columns.items():
                table.alter_column(column, existing_type=existing_type, server_default=None)
    op.create_table(
        "case_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("agent_id", sa.Integer()),
        sa.Column("to_agent_id", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_case_events"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_events_case_id_cases"),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.id"], name="fk_case_events_agent_id_agents"),
        sa.ForeignKeyConstraint(
            ["to_agent_id"], ["agents.id"], name="fk_case_events_to_agent_id_agents"
        ),
    )
    op.create_index("ix_case_events_case_id", "case_events", ["case_id"])
    op.create_table(
        "case_notes",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(43), nullable=False),
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("sealed_text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_notes"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_notes_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_case_notes_conversation_id_conversations",
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.id"], name="fk_case_notes_agent_id_agents"),
    )
    op.create_index("ix_case_notes_case_id", "case_notes", ["case_id"])
    op.create_index("ix_case_notes_conversation_id", "case_notes", ["conversation_id"])
    op.create_table(
        "call_backs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(43), nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("sealed_phone", sa.LargeBinary()),
        sa.Column("sealed_preference", sa.LargeBinary()),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("due_at", TIME),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("done_at", TIME),
        sa.Column("agent_id", sa.Integer()),
        sa.Column("sealed_note", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_call_backs"),
        sa.UniqueConstraint("case_id", name="uq_call_backs_case_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_call_backs_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_call_backs_conversation_id_conversations",
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.id"], name="fk_call_backs_agent_id_agents"),
    )
    op.create_index("ix_call_backs_conversation_id", "call_backs", ["conversation_id"])
    op.create_index("ix_call_backs_due_at", "call_backs", ["due_at"])
    op.create_table(
        "ratings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(43), nullable=False),
        sa.Column("about", WORD, nullable=False),
        sa.Column("case_id", sa.Integer()),
        sa.Column("solved", sa.Boolean()),
        sa.Column("score", sa.Integer()),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ratings"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_ratings_conversation_id_conversations",
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_ratings_case_id_cases"),
    )
    op.create_index("ix_ratings_conversation_id", "ratings", ["conversation_id"])


def downgrade() -> None:
    """Drop it all; whoever had not chosen a password can't sign in any more."""
    for table_name in ("ratings", "call_backs", "case_notes", "case_events"):
        op.drop_table(table_name)
    with op.batch_alter_table("cases") as table:
        for column in (
            "steps",
            "details",
            "queued_at",
            "returned",
            "answer_due_at",
            "apologised_at",
            "warned_at",
            "agent_read_seq",
            "close_reason",
            "sealed_close_note",
        ):
            table.drop_column(column)
    with op.batch_alter_table("turns") as table:
        for column in ("intent", "confidence", "step"):
            table.drop_column(column)
    with op.batch_alter_table("conversations") as table:
        for column in ("predecessor_id", "device", "client_gone_at", "client_read_seq", "survey"):
            table.drop_column(column)
    op.execute(sa.text("UPDATE agents SET password_hash = '' WHERE password_hash IS NULL"))
    with op.batch_alter_table("agents") as table:
        table.drop_constraint("uq_agents_invitation_digest", type_="unique")
        table.alter_column("password_hash", existing_type=sa.Text(), nullable=False)
        for column in (
            "role",
            "invitation_digest",
            "invitation_expires_at",
            "locked_at",
            "presence",
            "capacity",
            "gone_at",
        ):
            table.drop_column(column)
