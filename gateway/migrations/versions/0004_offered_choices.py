"""Offered choices: those that a page of the portal offers, whatever was asked since."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the mark; nothing was offered before."""
    with op.batch_alter_table("buttons") as table:
        table.add_column(
            sa.Column("offered_by_page", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("buttons") as table:
        table.alter_column("offered_by_page", server_default=None)


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("buttons") as table:
        table.drop_column("offered_by_page")
