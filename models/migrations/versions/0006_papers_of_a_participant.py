"""Papers of a participant, and apart from what each is, its bytes."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('document',
    sa.Column('kind', sa.Enum('court-letter', 'laboratory-report', 'agreement', 'handbook', 'waiver', 'rights-advisement', 'consent-form', 'identity-paper', 'other', name='documentkind', native_enum=False, length=40), nullable=True),
    sa.Column('title', sa.String(length=120), nullable=True),
    sa.Column('dated_on', sa.Date(), nullable=True),
    sa.Column('version', sa.String(length=40), nullable=True),
    sa.Column('file_name', sa.String(length=120), nullable=False),
    sa.Column('media', sa.Enum('pdf', 'jpeg', 'png', 'text', name='media', native_enum=False, length=40), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.Column('added_by', sa.String(length=120), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_document_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_person_id'), ['person_id'], unique=False)
    op.create_table('document_content',
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['document.id'], name=op.f('fk_document_content_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_document_content_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_content')),
    sa.UniqueConstraint('document_id', name=op.f('uq_document_content_document_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('document_content', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_content_person_id'), ['person_id'], unique=False)
