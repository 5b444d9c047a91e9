"""People of the court: its profile, its team, what was said at a hearing."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('team_member',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('role', sa.Enum('judge', 'coordinator', 'case-manager', 'prosecutor', 'defense', 'probation', 'treatment', 'law-enforcement', 'peer', 'other', name='teamrole', native_enum=False, length=40), nullable=False),
    sa.Column('agency', sa.String(length=120), nullable=True),
    sa.Column('phone', sa.String(length=40), nullable=True),
    sa.Column('email', sa.String(length=120), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_member')),
    sqlite_autoincrement=True
    )
    for column in (
        sa.Column('county', sa.String(length=60), nullable=True),
        sa.Column('judge', sa.String(length=120), nullable=True),
        sa.Column('place', sa.String(length=120), nullable=True),
        sa.Column('phone', sa.String(length=40), nullable=True),
    ):
        op.add_column('court', column)
    op.add_column('hearing', sa.Column('said', sa.String(length=500), nullable=True))
    op.add_column('provider', sa.Column('ended_on', sa.Date(), nullable=True))
