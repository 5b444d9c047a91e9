"""The first record: every table of the first release, and the guards of the trail."""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


TRIGGERS = (
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the trail is never changed'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the trail is never cut'); END",
    "CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) OR NEW.prev IS NOT coalesce((SELECT mac FROM audit ORDER BY seq DESC LIMIT 1), zeroblob(32)) BEGIN SELECT RAISE(ABORT, 'the trail goes on from its last event'); END",
    "CREATE TRIGGER audit_value_no_update BEFORE UPDATE ON audit_value BEGIN SELECT RAISE(ABORT, 'the trail is never changed'); END",
)


def upgrade() -> None:
    op.create_table('audit',
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('fmt', sa.Integer(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('prev', sa.LargeBinary(length=32), nullable=False),
    sa.Column('mac', sa.LargeBinary(length=32), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('holder', sa.String(length=120), nullable=False),
    sa.Column('action', sa.String(length=40), nullable=False),
    sa.Column('entity', sa.String(length=60), nullable=True),
    sa.Column('entity_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_audit'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_entity_entity_id'), ['entity', 'entity_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_audit_person_id_seq'), ['person_id', 'seq'], unique=False)

    op.create_table('court',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('time_zone', sa.String(length=60), nullable=False),
    sa.Column('record_id', sa.String(length=32), nullable=False),
    sa.Column('sheet_number', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court')),
    sqlite_autoincrement=True
    )
    op.create_table('court_session',
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('starts_at', sa.Time(), nullable=True),
    sa.Column('place', sa.String(length=120), nullable=True),
    sa.Column('judge', sa.String(length=120), nullable=True),
    sa.Column('substitute', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_session')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('court_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_session_held_on'), ['held_on'], unique=False)

    op.create_table('key_holder',
    sa.Column('slot', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('role', sa.String(length=60), nullable=False),
    sa.Column('added_on', sa.Date(), nullable=False),
    sa.Column('removed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_key_holder')),
    sa.UniqueConstraint('slot', name=op.f('uq_key_holder_slot')),
    sqlite_autoincrement=True
    )
    op.create_table('person',
    sa.Column('last_name', sa.String(length=120), nullable=False),
    sa.Column('first_name', sa.String(length=120), nullable=False),
    sa.Column('middle_name', sa.String(length=120), nullable=True),
    sa.Column('preferred_name', sa.String(length=120), nullable=True),
    sa.Column('pronouns', sa.String(length=40), nullable=True),
    sa.Column('birth_date', sa.Date(), nullable=True),
    sa.Column('sex', sa.Enum('female', 'male', 'other', 'unknown', name='sex', native_enum=False, length=40), nullable=True),
    sa.Column('gender_identity', sa.String(length=60), nullable=True),
    sa.Column('ethnicity', sa.Enum('hispanic-or-latino', 'not-hispanic-or-latino', 'declined', name='ethnicity', native_enum=False, length=40), nullable=True),
    sa.Column('interpreter', sa.String(length=60), nullable=True),
    sa.Column('accommodations', sa.String(length=200), nullable=True),
    sa.Column('folded_name', sa.String(length=600), nullable=False),
    sa.Column('sound', sa.String(length=200), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_folded_name_id'), ['folded_name', 'id'], unique=False)

    op.create_table('phase_set',
    sa.Column('track', sa.String(length=60), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_phase_set')),
    sqlite_autoincrement=True
    )
    op.create_table('provider',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=True),
    sa.Column('fax', sa.String(length=40), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_provider')),
    sqlite_autoincrement=True
    )
    op.create_table('audit_value',
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['seq'], ['audit.seq'], name=op.f('fk_audit_value_seq')),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_audit_value'))
    )
    with op.batch_alter_table('audit_value', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_value_person_id'), ['person_id'], unique=False)

    op.create_table('contact_method',
    sa.Column('kind', sa.Enum('phone', 'email', 'address', name='contactkind', native_enum=False, length=40), nullable=False),
    sa.Column('value', sa.String(length=300), nullable=False),
    sa.Column('may_leave_message', sa.Boolean(), nullable=False),
    sa.Column('confidential', sa.Boolean(), nullable=False),
    sa.Column('safe_times', sa.String(length=120), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_contact_method_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_method')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('contact_method', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_method_person_id'), ['person_id'], unique=False)

    op.create_table('disclosure',
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('made_by', sa.String(length=120), nullable=False),
    sa.Column('recipient', sa.Enum('judge', 'defense', 'prosecutor', 'probation', 'provider', 'treatment-team', 'child-welfare', 'grant', 'open-court', 'participant', 'internal', name='recipient', native_enum=False, length=40), nullable=False),
    sa.Column('purpose', sa.Enum('hearing', 'list', 'trail', 'sample', name='purpose', native_enum=False, length=40), nullable=False),
    sa.Column('document', sa.String(length=60), nullable=False),
    sa.Column('hearing_on', sa.Date(), nullable=True),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('facts_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('page_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('audit_mark', sa.String(length=40), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_disclosure_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_disclosure')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('disclosure', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_disclosure_person_id'), ['person_id'], unique=False)

    op.create_table('draft',
    sa.Column('form', sa.String(length=60), nullable=False),
    sa.Column('subject', sa.String(length=60), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_draft_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft')),
    sa.UniqueConstraint('form', 'subject', name=op.f('uq_draft_form_subject')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_person_id'), ['person_id'], unique=False)

    op.create_table('episode',
    sa.Column('track', sa.String(length=60), nullable=True),
    sa.Column('referred_on', sa.Date(), nullable=True),
    sa.Column('referral_route', sa.Enum('pretrial', 'plea', 'probation', 'probation-violation', 're-entry', name='referralroute', native_enum=False, length=40), nullable=True),
    sa.Column('referred_by', sa.String(length=120), nullable=True),
    sa.Column('arrested_on', sa.Date(), nullable=True),
    sa.Column('decision', sa.Enum('admitted', 'not-admitted', 'participant-declined', name='decision', native_enum=False, length=40), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('decision_reason', sa.String(length=300), nullable=True),
    sa.Column('admitted_on', sa.Date(), nullable=True),
    sa.Column('attorney', sa.String(length=120), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_episode_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_episode')),
    sa.UniqueConstraint('id', 'person_id', name=op.f('uq_episode_id_person_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('episode', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_episode_person_id'), ['person_id'], unique=False)

    op.create_table('person_race',
    sa.Column('race', sa.Enum('american-indian-or-alaska-native', 'asian', 'black-or-african-american', 'native-hawaiian-or-pacific-islander', 'white', 'other', 'declined', name='race', native_enum=False, length=40), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_person_race_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person_race')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('person_race', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_race_person_id'), ['person_id'], unique=False)

    op.create_table('phase',
    sa.Column('phase_set_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('minimum_days', sa.Integer(), nullable=False),
    sa.Column('days_without_use', sa.Integer(), nullable=False),
    sa.Column('hearing_interval_days', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['phase_set_id'], ['phase_set.id'], name=op.f('fk_phase_phase_set_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_phase')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('phase', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_phase_phase_set_id'), ['phase_set_id'], unique=False)

    op.create_table('service_session',
    sa.Column('provider_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.Enum('individual', 'group', 'family', 'psychiatric', 'peer', 'appointment', 'meeting', name='sessionkind', native_enum=False, length=40), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_service_session_provider_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_service_session')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('service_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_service_session_held_on'), ['held_on'], unique=False)

    op.create_table('standing',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('as_of', sa.Date(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=True),
    sa.Column('case_number', sa.String(length=40), nullable=True),
    sa.Column('status', sa.Enum('referred', 'screening', 'active', 'absconded', 'suspended', 'graduated', 'discharged', 'withdrawn', 'transferred', 'died', 'not-admitted', name='status', native_enum=False, length=40), nullable=True),
    sa.Column('phase', sa.Integer(), nullable=True),
    sa.Column('phase_since', sa.Date(), nullable=True),
    sa.Column('phase_minimum_days', sa.Integer(), nullable=True),
    sa.Column('last_test_on', sa.Date(), nullable=True),
    sa.Column('last_test', sa.String(length=40), nullable=True),
    sa.Column('next_hearing_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_standing_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_standing'))
    )
    with op.batch_alter_table('standing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_standing_status'), ['status'], unique=False)

    op.create_table('value_key',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.LargeBinary(length=32), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_value_key_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_value_key'))
    )
    op.create_table('attendance',
    sa.Column('service_session_id', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.Enum('attended', 'late', 'absent', 'excused', 'medical', name='attendanceoutcome', native_enum=False, length=40), nullable=True),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('verified', sa.Boolean(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_attendance_episode_id_person_id')),
    sa.ForeignKeyConstraint(['service_session_id'], ['service_session.id'], name=op.f('fk_attendance_service_session_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendance')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('attendance', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attendance_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attendance_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attendance_service_session_id'), ['service_session_id'], unique=False)

    op.create_table('court_case',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('folded_number', sa.String(length=40), nullable=False),
    sa.Column('county', sa.String(length=60), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_court_case_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_case')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('court_case', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_case_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_court_case_folded_number'), ['folded_number'], unique=False)
        batch_op.create_index(batch_op.f('ix_court_case_person_id'), ['person_id'], unique=False)

    op.create_table('court_condition',
    sa.Column('kind', sa.Enum('condition', 'no-contact', 'protection', 'restitution', name='conditionkind', native_enum=False, length=40), nullable=False),
    sa.Column('words', sa.String(length=300), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_court_condition_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_condition')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('court_condition', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_condition_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_court_condition_person_id'), ['person_id'], unique=False)

    op.create_table('custody_period',
    sa.Column('reason', sa.Enum('sanction', 'warrant', 'new-charge', 'waiting-for-bed', name='custodyreason', native_enum=False, length=40), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_custody_period_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_custody_period')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('custody_period', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_custody_period_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_custody_period_person_id'), ['person_id'], unique=False)

    op.create_table('drug_test',
    sa.Column('collected_on', sa.Date(), nullable=False),
    sa.Column('collected_at', sa.Time(), nullable=True),
    sa.Column('specimen', sa.Enum('urine', 'oral-fluid', 'breath', 'hair', 'sweat-patch', 'blood', 'monitor', name='specimen', native_enum=False, length=40), nullable=True),
    sa.Column('outcome', sa.Enum('tested', 'no-show', 'excused', 'refused', 'unable', 'tampered', 'rejected', name='outcome', native_enum=False, length=40), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('panel', sa.String(length=60), nullable=True),
    sa.Column('validity', sa.Enum('acceptable', 'dilute', 'substituted', 'adulterated', 'invalid', 'not-determined', name='validity', native_enum=False, length=40), nullable=True),
    sa.Column('awaiting_laboratory', sa.Boolean(), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_drug_test_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drug_test')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('drug_test', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_drug_test_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_drug_test_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_drug_test_person_id_collected_on'), ['person_id', 'collected_on'], unique=False)

    op.create_table('hearing',
    sa.Column('court_session_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('type', sa.Enum('entry', 'review', 'phase', 'graduation', 'jail-sanction', 'termination', 'special', name='hearingtype', native_enum=False, length=40), nullable=False),
    sa.Column('appearance', sa.Enum('appeared', 'remote', 'excused', 'failed', name='appearance', native_enum=False, length=40), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['court_session_id'], ['court_session.id'], name=op.f('fk_hearing_court_session_id')),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_hearing_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hearing')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('hearing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hearing_court_session_id'), ['court_session_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_hearing_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_hearing_person_id'), ['person_id'], unique=False)

    op.create_table('legal_track',
    sa.Column('kind', sa.Enum('pre-plea', 'post-plea', 'probation', 'deferred', name='legaltrackkind', native_enum=False, length=40), nullable=False),
    sa.Column('completion_brings', sa.String(length=300), nullable=True),
    sa.Column('termination_brings', sa.String(length=300), nullable=True),
    sa.Column('suspended_term', sa.String(length=120), nullable=True),
    sa.Column('custody_credit_days', sa.Integer(), nullable=True),
    sa.Column('authority_ends_on', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_legal_track_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_legal_track')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('legal_track', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_legal_track_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_legal_track_person_id'), ['person_id'], unique=False)

    op.create_table('note',
    sa.Column('kind', sa.Enum('contact', 'case', 'own-words', 'strength', 'concern', name='notekind', native_enum=False, length=40), nullable=False),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.Column('words', sa.Text(length=20000), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_note_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('note', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_note_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_note_person_id'), ['person_id'], unique=False)

    op.create_table('phase_period',
    sa.Column('phase_set_id', sa.Integer(), nullable=True),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('dated', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_phase_period_episode_id_person_id')),
    sa.ForeignKeyConstraint(['phase_set_id'], ['phase_set.id'], name=op.f('fk_phase_period_phase_set_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_phase_period')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('phase_period', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_phase_period_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_phase_period_person_id'), ['person_id'], unique=False)

    op.create_table('prescription',
    sa.Column('medicine', sa.String(length=80), nullable=False),
    sa.Column('formulation', sa.String(length=80), nullable=True),
    sa.Column('prescriber', sa.String(length=120), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('verified_by', sa.Enum('bottle-seen', 'prescriber', 'clinic-letter', 'self-report', name='verification', native_enum=False, length=40), nullable=False),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_prescription_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_prescription')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('prescription', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_prescription_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_prescription_person_id'), ['person_id'], unique=False)

    op.create_table('status_period',
    sa.Column('status', sa.Enum('referred', 'screening', 'active', 'absconded', 'suspended', 'graduated', 'discharged', 'withdrawn', 'transferred', 'died', 'not-admitted', name='status', native_enum=False, length=40), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('dated', sa.Boolean(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_status_period_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_status_period')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('status_period', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_status_period_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_status_period_person_id'), ['person_id'], unique=False)

    op.create_table('treatment_plan',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('next_review_on', sa.Date(), nullable=True),
    sa.Column('strengths', sa.String(length=500), nullable=True),
    sa.Column('level_of_care', sa.String(length=60), nullable=True),
    sa.Column('level_words', sa.String(length=120), nullable=True),
    sa.Column('asam_edition', sa.String(length=20), nullable=True),
    sa.Column('level_since', sa.Date(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sa.Enum('form', 'phone', 'self-report', 'document', 'import', name='source', native_enum=False, length=40), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['episode_id', 'person_id'], ['episode.id', 'episode.person_id'], name=op.f('fk_treatment_plan_episode_id_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_treatment_plan')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('treatment_plan', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_treatment_plan_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_treatment_plan_person_id'), ['person_id'], unique=False)

    op.create_table('charge',
    sa.Column('court_case_id', sa.Integer(), nullable=False),
    sa.Column('description', sa.String(length=200), nullable=False),
    sa.Column('offense_class', sa.String(length=40), nullable=True),
    sa.Column('disposition', sa.String(length=120), nullable=True),
    sa.Column('disposed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['court_case_id'], ['court_case.id'], name=op.f('fk_charge_court_case_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_charge_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_charge')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('charge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_charge_court_case_id'), ['court_case_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_charge_person_id'), ['person_id'], unique=False)

    op.create_table('court_order',
    sa.Column('hearing_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=300), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('open', 'done', 'not-done', 'lifted', name='orderstatus', native_enum=False, length=40), nullable=False),
    sa.Column('status_on', sa.Date(), nullable=True),
    sa.Column('note', sa.String(length=200), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['hearing_id'], ['hearing.id'], name=op.f('fk_court_order_hearing_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_court_order_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_court_order')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('court_order', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_court_order_hearing_id'), ['hearing_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_court_order_person_id'), ['person_id'], unique=False)

    op.create_table('drug_test_result',
    sa.Column('drug_test_id', sa.Integer(), nullable=False),
    sa.Column('substance', sa.String(length=60), nullable=False),
    sa.Column('result', sa.Enum('negative', 'presumptive', 'confirmed', 'not-confirmed', 'not-tested', name='testresult', native_enum=False, length=40), nullable=False),
    sa.Column('analyte', sa.String(length=60), nullable=True),
    sa.Column('answer', sa.Enum('admitted', 'disputed', name='answer', native_enum=False, length=40), nullable=True),
    sa.Column('confirmation_asked_on', sa.Date(), nullable=True),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['drug_test_id'], ['drug_test.id'], name=op.f('fk_drug_test_result_drug_test_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_drug_test_result_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drug_test_result')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('drug_test_result', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_drug_test_result_drug_test_id'), ['drug_test_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_drug_test_result_person_id'), ['person_id'], unique=False)

    op.create_table('problem',
    sa.Column('treatment_plan_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('dimension', sa.String(length=80), nullable=True),
    sa.Column('description', sa.String(length=500), nullable=False),
    sa.Column('evidence', sa.String(length=500), nullable=True),
    sa.Column('status', sa.Enum('active', 'maintenance', 'referred', 'deferred', 'resolved', 'declined', name='problemstatus', native_enum=False, length=40), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_problem_person_id')),
    sa.ForeignKeyConstraint(['treatment_plan_id'], ['treatment_plan.id'], name=op.f('fk_problem_treatment_plan_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_problem')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('problem', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_problem_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_problem_treatment_plan_id'), ['treatment_plan_id'], unique=False)

    op.create_table('goal',
    sa.Column('problem_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=500), nullable=False),
    sa.Column('target_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_goal_person_id')),
    sa.ForeignKeyConstraint(['problem_id'], ['problem.id'], name=op.f('fk_goal_problem_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('goal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_goal_problem_id'), ['problem_id'], unique=False)

    op.create_table('objective',
    sa.Column('goal_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=10), nullable=False),
    sa.Column('words', sa.String(length=300), nullable=False),
    sa.Column('target_on', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('not-started', 'in-progress', 'met', 'partly-met', 'revised', 'discontinued', name='objectivestatus', native_enum=False, length=40), nullable=False),
    sa.Column('status_on', sa.Date(), nullable=True),
    sa.Column('progress', sa.String(length=200), nullable=True),
    sa.Column('staff_rating', sa.Integer(), nullable=True),
    sa.Column('participant_rating', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['goal.id'], name=op.f('fk_objective_goal_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_objective_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_objective')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('objective', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objective_goal_id'), ['goal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_objective_person_id'), ['person_id'], unique=False)

    op.create_table('intervention',
    sa.Column('objective_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=300), nullable=False),
    sa.Column('provider_id', sa.Integer(), nullable=True),
    sa.Column('frequency', sa.String(length=80), nullable=True),
    sa.Column('responsible', sa.String(length=120), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['objective_id'], ['objective.id'], name=op.f('fk_intervention_objective_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_intervention_person_id')),
    sa.ForeignKeyConstraint(['provider_id'], ['provider.id'], name=op.f('fk_intervention_provider_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intervention')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('intervention', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_intervention_objective_id'), ['objective_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_intervention_person_id'), ['person_id'], unique=False)

    for trigger in TRIGGERS:
        op.execute(sa.DDL(trigger.replace("%", "%%")))
