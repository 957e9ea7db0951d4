"""Follow-ups: what the assistant wants to say later by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, and the index that finds what is due."""
    op.create_table(
        "follow_ups",
        sa.Column(
            "conversation_id", sa.String(43), sa.ForeignKey("conversations.id"), primary_key=True
        ),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(128)),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("client_key", sa.String(64), nullable=False),
    )
    op.create_index(None, "follow_ups", ["due_at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("follow_ups")
