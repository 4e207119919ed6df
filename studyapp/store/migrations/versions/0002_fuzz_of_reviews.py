"""Reviews keep where in its fuzz range their interval was chosen."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables up. Reviews from before keep their intervals, which had no fuzz."""
    op.add_column("reviews", sa.Column("fuzz", sa.Double(), nullable=True))
