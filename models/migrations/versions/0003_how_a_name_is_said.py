"""How a name is said."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('person', sa.Column('said_as', sa.String(length=80), nullable=True))
