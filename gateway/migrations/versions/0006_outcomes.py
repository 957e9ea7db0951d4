"""Outcomes: what figures keep of each conversation, and when its client said that it is solved."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; the conversations there are will be judged by the running gateway."""
    op.add_column("conversations", sa.Column("solved_at", sa.DateTime(timezone=True)))
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(43)),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("problem", sa.String(64)),
        sa.Column("last_step", sa.String(128)),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("fallback_lines", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
        sa.UniqueConstraint("conversation_id", name="uq_outcomes_conversation_id"),
    )
    op.create_index(
        "ix_outcomes_figures",
        "outcomes",
        ["day", "outcome", "problem", "last_step", "lines", "fallback_lines"],
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("outcomes")
    with op.batch_alter_table("conversations") as table:
        table.drop_column("solved_at")
