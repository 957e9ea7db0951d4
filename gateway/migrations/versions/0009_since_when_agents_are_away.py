"""Since when agents are away: who waits is told a minute after nobody can come any more."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WORD = sa.String(16)


def upgrade() -> None:
    """Who is away has been so from now on: the store doesn't know better."""
    op.add_column("agents", sa.Column("away_at", sa.DateTime(timezone=True)))
    op.execute(sa.text("UPDATE agents SET away_at = CURRENT_TIMESTAMP WHERE presence = 'away'"))
    with op.batch_alter_table("agents") as table:
        table.drop_column("presence")


def downgrade() -> None:
    """Keep that they are, not since when."""
    with op.batch_alter_table("agents") as table:
        table.add_column(sa.Column("presence", WORD, nullable=False, server_default="here"))
    op.execute(sa.text("UPDATE agents SET presence = 'away' WHERE away_at IS NOT NULL"))
    with op.batch_alter_table("agents") as table:
        table.alter_column("presence", existing_type=WORD, server_default=None)
        table.drop_column("away_at")
