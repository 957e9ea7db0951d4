"""In which case a value was opened or a conversation read, written down instead of worked out."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of what was opened before, the case it was opened in, or after."""
    with op.batch_alter_table("opened_values") as table:
        table.add_column(sa.Column("case_id", sa.Integer()))
        table.create_foreign_key("fk_opened_values_case_id_cases", "cases", ["case_id"], ["id"])
    op.execute(
        sa.text(
            "UPDATE opened_values SET case_id = (SELECT max(cases.id) FROM cases WHERE"
            " cases.conversation_id = opened_values.conversation_id"
            " AND cases.opened_at <= opened_values.at)"
        )
    )


def downgrade() -> None:
    """Forget it, and what was read whole, which nobody would tell from a value."""
    op.execute(sa.text("DELETE FROM opened_values WHERE kind = 'conversation'"))
    with op.batch_alter_table("opened_values") as table:
        table.drop_constraint("fk_opened_values_case_id_cases", type_="foreignkey")
        table.drop_column("case_id")
