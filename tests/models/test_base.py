import pytest
from sqlalchemy import String, inspect

import models
from models import base
from models.base import Base, described, field_of, limit_of
from models.court import Court
from models.drug_test import DrugTest
from models.person import Person

TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
# These belong to the court, or to the trail, and not to one participant.
OF_THE_COURT = {
    "audit",
    "backup",
    "backup_place",
    "branch",
    "court",
    "court_session",
    "destroyed_file",
    "earlier_key",
    "kept_count",
    "key_holder",
    "phase",
    "phase_set",
    "provider",
    "team_member",
    "service_session",
}
FOREIGN_WORDS = {"password", "ssn", "hiv"}


def classes():
    return [mapper.class_ for mapper in Base.registry.mappers]


def test_a_described_column_tells_its_label_help_and_sensitivity():
    info = described("Preferred name", "What this person wants to be called.", sensitive=True)

    field = info["field"]

    assert (field.label, field.sensitive, field.bulky) == ("Preferred name", True, False)
    assert field.help == "What this person wants to be called."


def test_a_column_without_a_description_has_none_to_give():
    with pytest.raises(KeyError):
        field_of(Person, "id")


def test_the_limit_of_a_text_is_its_length_and_of_a_date_nothing():
    assert limit_of(Court, "name") == 120
    assert limit_of(Person, "birth_date") is None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_described_or_is_a_key(table):
    keys = {"id", "person_id", "episode_id"}

    bare = [c.name for c in table.columns if "field" not in c.info and c.name not in keys]

    assert [name for name in bare if (table.name, name) not in KEYS_TO_OTHERS] == []


KEYS_TO_OTHERS = {("audit_value", "seq"), ("document_content", "document_id")}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_everything_that_can_be_of_one_participant_says_whose_it_is(table):
    owner = "id" if table.name == "person" else "person_id"

    assert (owner in table.columns) or table.name in OF_THE_COURT


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_ids_are_never_used_twice(table):
    if "id" in table.columns:
        assert table.dialect_options["sqlite"]["autoincrement"] is True


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_constraint_has_a_name_that_a_migration_can_find(table):
    assert [each for each in table.constraints if each.columns and not each.name] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_text_has_a_limit_or_is_a_long_text_of_ours(table):
    endless = [
        column.name
        for column in table.columns
        if isinstance(column.type, String) and column.type.length is None
    ]

    assert set(endless) <= {"body", "certificate", "facts", "words"}


def test_whatever_hangs_on_an_episode_is_held_to_the_episode_of_the_same_person():
    loose = [
        table.name
        for table in TABLES
        if {"episode_id", "person_id"} <= set(table.columns.keys())
        and not any(
            {element.target_fullname for element in key.elements}
            == {"episode.id", "episode.person_id"}
            for key in table.foreign_key_constraints
        )
    ]

    # What lists show is computed, never entered.
    assert loose == ["standing"]


def test_clinical_and_legal_columns_of_a_participant_are_marked_sensitive():
    open_columns = {
        f"{table.name}.{column.name}"
        for table in TABLES
        if "person_id" in table.columns and table.name not in {"audit", "audit_value", "value_key"}
        for column in table.columns
        if "field" in column.info and not column.info["field"].sensitive
    }

    assert open_columns == NOT_COVERED


# Where an entry came from, links between rows, and what the gate keeps about its own work.
NOT_COVERED = {
    f"{table.name}.{name}"
    for table in TABLES
    for name in ("source", "received_on")
    if name in table.columns and "person_id" in table.columns
} | {
    "attendance.service_session_id",
    "charge.court_case_id",
    "court_case.position",
    "court_order.hearing_id",
    "disclosure.audit_mark",
    "disclosure.facts_sha256",
    "disclosure.made_by",
    "disclosure.page_sha256",
    "disclosure.pages",
    "draft.form",
    "draft.saved_at",
    "draft.subject",
    "drug_test_result.drug_test_id",
    "goal.problem_id",
    "hearing.court_session_id",
    "intervention.objective_id",
    "objective.goal_id",
    "phase_period.phase_set_id",
    "problem.treatment_plan_id",
    "standing.as_of",
    "standing.episode_id",
}


def test_no_column_asks_what_this_court_never_stores():
    names = {
        part for table in TABLES for column in table.columns for part in column.name.split("_")
    }

    assert names.isdisjoint(FOREIGN_WORDS)


def test_every_table_is_imported_with_the_package_and_has_its_class():
    assert {c.__tablename__ for c in classes()} == set(Base.metadata.tables)
    assert all(hasattr(models, name) for name in models.__all__)


def test_only_what_is_derived_or_unsaved_is_left_out_of_the_trail():
    left_out = {c.__tablename__ for c in classes() if not c.audited}

    chain = {"audit", "audit_value", "value_key", "earlier_key"}
    assert left_out == chain | {"standing", "draft", "kept_count", "document_content"}


def test_a_choice_to_come_never_changes_the_type_of_a_column():
    kinds = [c.type for table in TABLES for c in table.columns if hasattr(c.type, "enums")]

    assert kinds
    assert {kind.length for kind in kinds} == {base.CHOICE_LENGTH}
    assert all(len(word) <= base.CHOICE_LENGTH for kind in kinds for word in kind.enums)


def test_a_mixed_in_column_is_described_where_it_is_used():
    assert field_of(DrugTest, "source").label == "Source"
    assert inspect(DrugTest).columns["received_on"].info["field"].help
