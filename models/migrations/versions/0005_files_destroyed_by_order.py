"""Files that were destroyed by order of a court, and the orders that wait."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('destroyed_file',
    sa.Column('kind', sa.Enum('seal', 'expunge', 'destroy', name='sealingkind', native_enum=False, length=40), nullable=False),
    sa.Column('destroyed_at', sa.DateTime(), nullable=False),
    sa.Column('destroyed_by', sa.String(length=120), nullable=False),
    sa.Column('known_by', sa.String(length=40), nullable=False),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('mark_before', sa.String(length=40), nullable=False),
    sa.Column('mark_after', sa.String(length=40), nullable=False),
    sa.Column('certificate', sa.Text(), nullable=False),
    sa.Column('swept_at', sa.DateTime(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_destroyed_file')),
    sqlite_autoincrement=True
    )
    op.create_table('kept_count',
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('admitted', sa.Boolean(), nullable=False),
    sa.Column('status', sa.Enum('referred', 'screening', 'active', 'absconded', 'suspended', 'graduated', 'discharged', 'withdrawn', 'transferred', 'died', 'not-admitted', name='status', native_enum=False, length=40), nullable=True),
    sa.Column('episodes', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kept_count')),
    sa.UniqueConstraint('year', 'admitted', 'status', name=op.f('uq_kept_count_year_admitted_status')),
    sqlite_autoincrement=True
    )
    op.create_table('sealing_order',
    sa.Column('kind', sa.Enum('seal', 'expunge', 'destroy', name='sealingkind', native_enum=False, length=40), nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('ordered_on', sa.Date(), nullable=False),
    sa.Column('ordered_by', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_sealing_order_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sealing_order')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('sealing_order', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sealing_order_person_id'), ['person_id'], unique=False)
