"""No index by the time of a card's first review: each answer had to write it, few pages asked."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The time stays; today's answers tell which cards were new."""
    op.drop_index("ix_memory_introduced", "memory")
