import json
from datetime import date

import pytest
from sqlalchemy import func, select

from app import audit, destroying, drafts, facts, release, search, standing
from app.answers import Answers, Subject
from app.certificate_facts import CertificateFacts
from app.errors import Invalid
from app.vault import check as checking
from app.vault.unlock import Secret
from models import sweeping, trail
from models.audit import AuditValue, ValueKey
from models.base import Base
from models.choices import AttendanceOutcome, NoteKind, Recipient, Status
from models.errors import NoSuchThing
from models.person import Person
from models.sealing import DestroyedFile, KeptCount, SealingKind, SealingOrder
from models.service import ServiceSession
from tests import whole_file
from tests.conftest import PASSPHRASE
from tests.makers import (
    add,
    key_of,
    make_attendance,
    make_note,
    make_participant,
    make_test,
)
from tests.whole_file import CANARY

NUMBER = "24-CR-0117"
TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)


def order(desk, person, number=NUMBER, **columns):
    usual = {"kind": SealingKind.EXPUNGE, "ordered_on": date(2026, 11, 20)}
    usual |= {"ordered_by": "Hon. Vera Lucero"}
    return add(desk, SealingOrder(person_id=person, number=number, **(usual | columns)))


def everything(session):
    """Return every row of every table as one text, beside the name of its table."""
    return [
        (table.name, " ".join(str(value) for value in row))
        for table in TABLES
        for row in session.connection().execute(select(table))
    ]


def holding(session):
    return sorted({name for name, row in everything(session) if whole_file.found_in(row.encode())})


def unsealed(session):
    """Return everything that any key of the record opens in the trail."""
    keys = {row.person_id: row.key for row in session.scalars(select(ValueKey))}
    return [
        trail.unseal(keys[row.person_id], row.sealed)
        for row in session.scalars(select(AuditValue))
        if row.person_id in keys
    ]


@pytest.fixture
def filled(desk):
    """Somebody with a canary in every column, and somebody else."""
    other = make_participant(desk, "Etcitty", "Ben")
    make_note(desk, other, NoteKind.CASE, date(2026, 11, 20), "Came on time.")
    return whole_file.fill(desk), other.person


def test_every_table_with_a_person_s_rows_is_emptied_of_them(desk, filled):
    person, other = filled
    with desk.read() as session:
        before = holding(session)

    destroying.carry_out(desk, person, f"{CANARY} later number")

    owned = {table.name for table in destroying.owned()}
    without_words = {"audit_value", "person_race", "value_key"}
    assert set(before) >= owned - without_words
    with desk.read() as session:
        assert holding(session) == []
        for table in destroying.owned():
            owner = table.c.id if table.name == "person" else table.c.person_id
            rows = select(func.count()).select_from(table).where(owner == person)
            assert session.scalar(rows) == 0
        assert session.get(Person, other) is not None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_that_names_a_person_is_among_those_that_are_emptied(table):
    names = {column.name for column in table.columns}

    is_owned = table in destroying.owned()

    assert is_owned == (("person_id" in names and table.name != "audit") or table.name == "person")


def test_no_value_in_the_trail_can_be_read_any_more_and_the_chain_still_verifies(desk, filled):
    person, _other = filled
    with desk.read() as session:
        before = str(unsealed(session))

    destroying.carry_out(desk, person, f"{CANARY} later number")

    with desk.read() as session:
        verified = audit.verify(session.connection(), desk._audit_key)
        told = list(audit.events(session.connection()))
        assert whole_file.found_in(before.encode()) == whole_file.CANARIES
        assert whole_file.found_in(str(unsealed(session)).encode()) == []
        assert verified.problems == ()
        assert session.get(ValueKey, person) is None
    assert CANARY not in str(told)
    assert [event.person_id for event in told if event.action == "destroyed"] == [person]


def test_no_page_of_the_file_holds_a_word_of_it_after_the_sweep(desk, filled, record_path, made):
    person, _other = filled
    key = key_of(made).record
    sweeping.sweep(desk._engine)
    before = whole_file.found_in(whole_file.pages(record_path, key))

    destroying.carry_out(desk, person, f"{CANARY} later number")
    sweeping.sweep(desk._engine)

    log = record_path.with_name(record_path.name + "-wal")
    assert before == whole_file.CANARIES
    assert whole_file.found_in(whole_file.pages(record_path, key)) == []
    assert not log.exists() or log.stat().st_size == 0


def test_a_check_finds_nothing_wrong_afterwards(opened, record_path):
    desk = opened.desk
    person = make_participant(desk, "Begaye", "Nizhoni").person
    order(desk, person)
    destroying.carry_out(desk, person, NUMBER)
    sweeping.sweep(opened.engine)
    opened.close()

    checked = checking.check(record_path, Secret(passphrase=PASSPHRASE))

    assert checked.problems == []


def test_neither_list_nor_search_nor_draft_knows_the_person(desk):
    ada = make_participant(desk, "Quillfeather", "Ada", case_number="TC-2026-7777")
    order(desk, ada.person)
    with desk.work() as session:
        drafts.keep(session, "note", Subject(ada.person), Answers({"note.words": "Quillfeather"}))

    destroying.carry_out(desk, ada.person, NUMBER)

    with desk.read() as session:
        assert drafts.everything(session) == []
        assert standing.differences(session.connection()) == []
        assert search.people(session, "Quillfeather") == []
        assert search.people(session, "TC-2026-7777") == []


def test_another_number_than_the_order_s_destroys_nothing(desk):
    ada = make_participant(desk)
    order(desk, ada.person)

    with pytest.raises(Invalid) as refused:
        destroying.carry_out(desk, ada.person, "24-CR-0118")

    assert set(refused.value.mistakes) == {destroying.NUMBER}
    with desk.read() as session:
        assert session.get(Person, ada.person) is not None
        assert session.scalars(select(DestroyedFile)).all() == []


def test_nothing_is_destroyed_without_an_order(desk):
    ada = make_participant(desk)

    with pytest.raises(NoSuchThing):
        destroying.carry_out(desk, ada.person, "")


def test_the_first_event_of_nobody_is_missing(desk):
    with pytest.raises(NoSuchThing), desk.read() as session:
        destroying.first_event(session, 999)


def test_a_destruction_that_fails_half_way_changes_nothing(desk, filled, monkeypatch):
    person, _other = filled
    with desk.read() as session:
        before = everything(session)

    def stop(*_told):
        raise KeyboardInterrupt

    monkeypatch.setattr(destroying, "_row", stop)
    with pytest.raises(KeyboardInterrupt):
        destroying.carry_out(desk, person, f"{CANARY} later number")

    with desk.read() as session:
        assert everything(session) == before


def test_the_certificate_counts_what_went_and_names_nobody(desk):
    ada = make_participant(desk, "Quillfeather", "Ada", case_number="TC-2026-7777")
    make_test(desk, ada, date(2026, 11, 20))
    make_test(desk, ada, date(2026, 11, 21))
    order(desk, ada.person)

    number, certified = destroying.carry_out(desk, ada.person, " 24-cr-0117 ")

    with desk.read() as session:
        kept = session.get_one(DestroyedFile, number)
    counts = {each.table: each.count for each in certified.removed}
    assert (counts["person"], counts["drug_test"], counts["sealing_order"]) == (1, 2, 1)
    assert kept.rows == sum(counts.values())
    assert certified.number == NUMBER
    for word in ("Quillfeather", "TC-2026-7777", NUMBER):
        assert word not in kept.certificate
    again = facts.read(CertificateFacts, kept.certificate)
    assert again.mark_after == kept.mark_after
    assert again == certified.without_order()


def test_the_marks_of_the_certificate_are_in_the_trail(desk):
    ada = make_participant(desk)
    order(desk, ada.person)

    _number, certified = destroying.carry_out(desk, ada.person, NUMBER)

    marks = (certified.known_by, certified.mark_before, certified.mark_after)
    with desk.read() as session:
        assert all(audit.holds(session.connection(), mark) for mark in marks)
    numbers = [int(mark.partition("-")[0]) for mark in marks]
    assert numbers == sorted(numbers)


def test_counts_stay_without_the_person(desk):
    ada = make_participant(desk, admitted_on=date(2024, 5, 1), status=Status.GRADUATED)
    ben = make_participant(desk, admitted_on=date(2024, 8, 1), status=Status.GRADUATED)
    eve = make_participant(desk, admitted_on=None, referred_on=None, status=Status.REFERRED)
    for number, each in enumerate((ada, ben, eve)):
        order(desk, each.person, str(number))
        destroying.carry_out(desk, each.person, str(number))

    with desk.read() as session:
        kept = [
            (row.year, row.admitted, row.status, row.episodes)
            for row in session.scalars(select(KeptCount).order_by(KeptCount.id))
        ]
    assert kept == [(2024, True, Status.GRADUATED, 2), (None, False, Status.REFERRED, 1)]


def test_a_session_that_was_for_this_person_alone_goes_with_them(desk):
    ada, ben = make_participant(desk), make_participant(desk, "Etcitty", "Ben")
    make_attendance(desk, ada, date(2026, 11, 2), AttendanceOutcome.ATTENDED, title="Alone")
    make_attendance(desk, ben, date(2026, 11, 2), AttendanceOutcome.ATTENDED, title="Ben's")
    order(desk, ada.person)

    _number, certified = destroying.carry_out(desk, ada.person, NUMBER)

    with desk.read() as session:
        assert session.scalars(select(ServiceSession.title)).all() == ["Ben's"]
    assert {each.table: each.count for each in certified.removed}["service_session"] == 1


def test_pages_that_had_left_are_counted_by_recipient(desk):
    ada = make_participant(desk)
    for _page in range(2):
        what = release.Release("progress-report", Recipient.JUDGE, release.Purpose.HEARING, "{}",
                               ada.person)  # fmt: skip
        release.release(desk, what, lambda _document, _facts: Page(), audit_mark="1-X")
    order(desk, ada.person)

    _number, certified = destroying.carry_out(desk, ada.person, NUMBER)

    assert [(each.recipient, each.pages) for each in certified.left] == [(Recipient.JUDGE, 6)]
    assert json.loads(facts.canonical(certified))["left"]


class Page:
    """A page that was drawn elsewhere."""

    pdf = b"%PDF"
    pages = 3
