"""Settings as one text; a day's agenda; what a learner does to cards besides answering them."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OLD = ("zone", "rollover", "retention", "new_per_day")


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _users() -> None:
    for column in (
        sa.Column("settings", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("agenda", sa.String(16), nullable=True),
        sa.Column("extra_day", sa.String(16), nullable=True),
        sa.Column("extra", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("extra_new", sa.BigInteger(), nullable=False, server_default="0"),
    ):
        op.add_column("users", column)
    users = sa.table("users", *map(sa.column, ("id", "settings", *_OLD)))
    connection = op.get_bind()
    for row in connection.execute(sa.select(users)).mappings().all():
        text = json.dumps({name: row[name] for name in _OLD}, sort_keys=True)
        change = sa.update(users).where(users.c.id == row["id"]).values(settings=text)
        connection.execute(change)
    for name in _OLD:
        op.drop_column("users", name)


def _cards() -> None:
    op.add_column(
        "decks", sa.Column("grouped", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    for name in ("held", "flagged", "leech", "family"):
        op.add_column("cards", sa.Column(name, sa.BigInteger(), nullable=True))
    op.add_column("memory", sa.Column("turn", sa.BigInteger(), nullable=True))
    planned = sa.text("turn IS NOT NULL")
    op.create_index(
        "ix_memory_turn",
        "memory",
        ["user_id", "turn"],
        sqlite_where=planned,
        postgresql_where=planned,
    )


def _acts() -> None:
    op.create_table(
        "acts",
        sa.Column("id", _number(), primary_key=True),
        sa.Column("user_id", _number(), sa.ForeignKey("users.id"), nullable=False),
        sa.Column("card_row", _number(), sa.ForeignKey("cards.id"), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(16), nullable=True),
        sa.Column("before", sa.BigInteger(), nullable=True),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("review_row", _number(), sa.ForeignKey("reviews.id"), nullable=True),
        sa.Column("taken_back", sa.BigInteger(), nullable=True),
    )
    op.create_index("ix_acts_card", "acts", ["card_row"])
    op.create_index("ix_acts_user_at", "acts", ["user_id", "at"])


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", _number(), primary_key=True),
        sa.Column("user_id", _number(), sa.ForeignKey("users.id"), nullable=False),
        sa.Column("card_row", _number(), sa.ForeignKey("cards.id"), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("wording", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.BigInteger(), nullable=True),
    )
    op.create_index("ix_reports_card", "reports", ["card_row"])


def upgrade() -> None:
    """Bring the tables up. Settings go over as they are; what is new has its default."""
    _users()
    _cards()
    _acts()
    _reports()
