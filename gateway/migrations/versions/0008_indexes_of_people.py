"""Indexes of people: what is read for every change of the queue doesn't grow with what is over."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FOLLOWS = sa.text("predecessor_id IS NOT NULL")


def upgrade() -> None:
    """Add them; the one of call-backs takes the place of another."""
    op.create_index("ix_cases_conversation_id", "cases", ["conversation_id"])
    op.create_index("ix_cases_closed_at", "cases", ["closed_at"])
    op.create_index(
        "ix_conversations_predecessor_id",
        "conversations",
        ["predecessor_id"],
        sqlite_where=FOLLOWS,
        postgresql_where=FOLLOWS,
    )
    op.drop_index("ix_call_backs_due_at", "call_backs")
    op.create_index("ix_call_backs_status_due_at", "call_backs", ["status", "due_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_call_backs_status_due_at", "call_backs")
    op.create_index("ix_call_backs_due_at", "call_backs", ["due_at"])
    for table, column in (
        ("conversations", "predecessor_id"),
        ("cases", "closed_at"),
        ("cases", "conversation_id"),
    ):
        op.drop_index(f"ix_{table}_{column}", table)
