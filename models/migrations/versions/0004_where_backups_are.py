"""Where backups are kept, and which copy of the record made them."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('backup_place',
    sa.Column('label', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.Enum('stick', 'folder', name='placekind', native_enum=False, length=40), nullable=False),
    sa.Column('mark', sa.String(length=300), nullable=False),
    sa.Column('path', sa.String(length=1000), nullable=False),
    sa.Column('kept_at', sa.String(length=120), nullable=True),
    sa.Column('seen_on', sa.Date(), nullable=False),
    sa.Column('removed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_backup_place')),
    sa.UniqueConstraint('mark', name=op.f('uq_backup_place_mark')),
    sqlite_autoincrement=True
    )
    op.create_table('branch',
    sa.Column('branch', sa.String(length=32), nullable=False),
    sa.Column('machine', sa.String(length=64), nullable=False),
    sa.Column('begun', sa.Enum('created', 'other-machine', 'restored', name='begun', native_enum=False, length=40), nullable=False),
    sa.Column('began_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_branch')),
    sa.UniqueConstraint('branch', name=op.f('uq_branch_branch')),
    sqlite_autoincrement=True
    )
    op.create_table('earlier_key',
    sa.Column('last_seq', sa.Integer(), nullable=False),
    sa.Column('key', sa.LargeBinary(length=32), nullable=False),
    sa.PrimaryKeyConstraint('last_seq', name=op.f('pk_earlier_key'))
    )
    op.create_table('backup',
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('branch', sa.String(length=32), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=True),
    sa.Column('begun_at', sa.DateTime(), nullable=False),
    sa.Column('file', sa.String(length=120), nullable=True),
    sa.Column('size', sa.Integer(), nullable=True),
    sa.Column('audit_mark', sa.String(length=40), nullable=True),
    sa.Column('digest', sa.String(length=64), nullable=True),
    sa.Column('reread', sa.Enum('direct', 'dropped', 'cached', name='reread', native_enum=False, length=40), nullable=True),
    sa.Column('checked_at', sa.DateTime(), nullable=True),
    sa.Column('proved_at', sa.DateTime(), nullable=True),
    sa.Column('gone_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['place_id'], ['backup_place.id'], name=op.f('fk_backup_place_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_backup')),
    sa.UniqueConstraint('seq', name=op.f('uq_backup_seq')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('backup', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_backup_place_id'), ['place_id'], unique=False)
