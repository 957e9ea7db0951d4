"""Changed call-backs: what a client would change about a promised call, until they confirm it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add where it is kept."""
    op.add_column("call_backs", sa.Column("sealed_new_phone", sa.LargeBinary()))
    op.add_column("call_backs", sa.Column("sealed_new_preference", sa.LargeBinary()))


def downgrade() -> None:
    """Drop it: what was not confirmed is asked for again."""
    op.drop_column("call_backs", "sealed_new_preference")
    op.drop_column("call_backs", "sealed_new_phone")
