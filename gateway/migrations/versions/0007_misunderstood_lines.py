"""Misunderstood lines: what waits in the inbox, and what was decided of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table; what was not understood before is not known."""
    op.create_table(
        "misunderstood_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(43), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(16), nullable=False),
        sa.Column("guess", sa.String(64)),
        sa.Column("confidence", sa.Double()),
        sa.Column("readings_offered", sa.Boolean(), nullable=False),
        sa.Column("decided_at", TIME),
        sa.Column("agent_id", sa.Integer()),
        sa.Column("intent", sa.String(64)),
        sa.Column("accepted_text", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_misunderstood_lines"),
        sa.ForeignKeyConstraint(
            ["conversation_id", "seq"],
            ["messages.conversation_id", "messages.seq"],
            name="fk_misunderstood_lines_conversation_id_messages",
        ),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["agents.id"], name="fk_misunderstood_lines_agent_id_agents"
        ),
        sa.UniqueConstraint(
            "conversation_id", "seq", name="uq_misunderstood_lines_conversation_id_seq"
        ),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("misunderstood_lines")
