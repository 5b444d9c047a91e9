"""Tests the whole trail: narrowed as somebody wants, a page at a time, and always in words."""

from datetime import date, timedelta

import pytest

from app import clock, history, trail_list
from app.acting import act
from app.trail_list import KINDS, Wanted
from models import trail
from models.choices import NoteKind
from models.court import KeyHolder
from models.person import Person
from models.trail import Event
from tests.conftest import HOLDER, MOMENT, ZONE
from tests.makers import make_note, make_participant


@pytest.fixture
def people(desk):
    ada = make_participant(desk, "Quintana", "Marisol", preferred_name="Mari", case_number="TC-7")
    ben = make_participant(desk, "Tsosie", "Iñigo")
    make_note(desk, ada, NoteKind.CASE, date(2026, 11, 2), "Called.")
    return ada, ben


def page(desk, wanted=None, before=None):
    with desk.read() as session:
        return trail_list.page(session, wanted or Wanted(), zone=ZONE, before=before)


def told(desk, **wanted):
    return [row.entry.sentence for row in page(desk, Wanted(**wanted)).rows]


def later(monkeypatch, **moved):
    monkeypatch.setattr(clock, "now", lambda: MOMENT + timedelta(**moved))


def test_everything_stands_there_the_newest_first_with_whom_it_is_about(desk, people):
    found = page(desk)

    newest = found.rows[0]
    assert (newest.entry.sentence, newest.who, newest.case_number) == (
        "Note added",
        "Quintana, Mari",
        "TC-7",
    )
    assert found.rows[-1].entry.sentence == "Record made"
    assert found.rows[-1].who == ""
    assert found.before is None
    with desk.read() as session:
        assert trail_list.count(session) == len(found.rows)


def test_pages_follow_each_other_without_a_gap(desk, people, monkeypatch):
    whole = page(desk).rows
    monkeypatch.setattr(trail_list, "PAGE", 3)

    got, before = [], None
    while before is not None or not got:
        found = page(desk, before=before)
        got += found.rows
        before = found.before

    assert got == list(whole)


@pytest.mark.parametrize("wanted", [{"kind": "opened"}, {"words": "record"}])
def test_only_so_many_events_are_looked_through_at_one_go(desk, people, monkeypatch, wanted):
    monkeypatch.setattr(trail_list, "SPAN", 4)
    first = page(desk, Wanted(**wanted))
    assert first.rows == ()

    got, before = [], first.before
    while before is not None:
        found = page(desk, Wanted(**wanted), before=before)
        got += found.rows
        before = found.before

    assert [row.entry.sentence for row in got][-1] == "Record made"
    assert all("Record" in row.entry.sentence for row in got)


def test_one_person_is_found_however_far_back(desk, people, monkeypatch):
    monkeypatch.setattr(trail_list, "SPAN", 1)
    ada, _ben = people

    found = page(desk, Wanted(person_id=ada.person))

    assert {row.entry.person_id for row in found.rows} == {ada.person}
    with desk.read() as session:
        assert list(found.rows) != []
        of_person = history.of_person(session, ada.person)
    assert [row.entry for row in found.rows] == of_person


def test_the_days_of_a_period_are_days_in_the_court(desk, people, monkeypatch):
    # Half past eleven in the evening there is the next day elsewhere.
    later(monkeypatch, hours=7, minutes=20)
    make_participant(desk, "Begaye")
    day = MOMENT.date()

    of_the_day = told(desk, since=day, until=day)

    assert "Identity added" in of_the_day
    assert told(desk, since=day + timedelta(days=1)) == []
    assert told(desk, until=day - timedelta(days=5)) == []
    late = page(desk, Wanted(since=day, until=day)).rows[0]
    assert late.who.startswith("Begaye")


def test_events_are_narrowed_to_whoever_acted(desk, people):
    with desk.work() as session:
        session.info["stamp"].holder = "Otis Pettigrew"
        trail.record(session, Event("listed", changes={"rows": [None, 3]}))

    assert told(desk, holder="Otis Pettigrew") == ["List shown"]
    assert "List shown" not in told(desk, holder=HOLDER)


def test_every_kind_of_event_has_its_words_and_finds_its_events(desk, people):
    events = (
        Event("delete", "note", 7, changes={}),
        Event("printed-again", "disclosure", 1),
        Event("restored", changes={"backup": [None, 4]}),
        Event("keys-replaced", "key_holder"),
        Event("verified", "audit", 3),
        Event("viewed", person_id=people[0].person),
    )
    with desk.work() as session:
        session.get_one(Person, people[1].person).said_as = "een-YEE-go"
        trail.record(session, *events)

    found = {kind.key: told(desk, kind=kind.key) for kind in KINDS}

    assert all(found.values())
    assert found["removed"] == ["Note removed"]
    assert found["released"] == ["Disclosure printed again"]
    assert found["looked"] == ["Page opened"]
    assert found["changed"] == ["Identity changed"]
    assert "Keys replaced" in found["keys"]
    assert found["itself"] == ["Trail verified"]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("quintana note", ["Note added"]),
        ("TC-7 note", ["Note added"]),
        ("INIGO identity added", ["Identity added"]),
        ("record made", ["Record made"]),
        ("1", ["Record made"]),
        ("nobody", []),
        ("ruth record", ["Record made"]),
    ],
)
def test_words_find_names_case_numbers_deeds_and_numbers(desk, people, words, sentences):
    found = [each for each in told(desk, words=words) if each in {*sentences} or not sentences]

    assert found[:1] == sentences


def test_a_printed_mark_finds_its_event_and_one_of_another_trail_nothing(desk, people):
    with desk.read() as session:
        mark = trail_list.audit.mark_of(*trail.head(session))
    other = mark[:-1] + ("0" if mark[-1] != "0" else "1")

    assert told(desk, words=f" {mark.lower()} ") == ["Note added"]
    assert told(desk, words=other) == []
    assert trail_list.is_mark(mark)
    assert not trail_list.is_mark("TC-7")


def test_a_clock_that_went_back_is_told_by_the_clock_of_the_court(desk, people, monkeypatch):
    later(monkeypatch, days=-1)
    make_participant(desk, "Begaye")

    (row,) = page(desk, Wanted(kind="itself")).rows

    assert row.entry.sentence == "The computer’s clock went back"
    assert row.entry.details == "Clock: 11/23/2026 4:10 PM → 11/22/2026 4:10 PM"


def test_the_holders_to_choose_from_are_all_who_ever_were(desk):
    with desk.work() as session:
        for name, removed in (("Otis Pettigrew", MOMENT.date()), ("Lena Ortiz", None)):
            session.add(
                KeyHolder(
                    slot=name[:3], name=name, role="stand-in", added_on=MOMENT.date(),
                    removed_on=removed,
                )
            )  # fmt: skip

    with desk.read() as session:
        assert trail_list.holders(session)[-2:] == ["Lena Ortiz", "Otis Pettigrew"]


def test_values_of_a_person_who_is_gone_are_told_no_more(desk, people):
    ada, _ben = people
    with desk.work() as session:
        session.connection().exec_driver_sql("DELETE FROM value_key")

    row = page(desk, Wanted(person_id=ada.person)).rows[0]

    assert row.entry.details == ""
    with desk.read() as session:
        assert trail_list.name_of(session, ada.person) == "Quintana, Mari"
        assert trail_list.name_of(session, 99) == ""


def test_an_event_whose_body_was_forged_is_listed_all_the_same(desk, people):
    with desk.work() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET body = '[' WHERE person_id IS NULL")

    assert told(desk, words="record made") == ["Record made"]


def test_a_correction_says_why(desk, people):
    def work(session):
        session.get_one(Person, people[0].person).preferred_name = "Sol"
        return ""

    act(desk, work, reason="told us")

    newest = page(desk).rows[0].entry
    assert (newest.reason, newest.details) == ("told us", "Preferred name: Mari → Sol")
