"""Tests what of the trail leaves: in words, harmless in a spreadsheet, and written down."""

import csv
import io
import json
from datetime import date

import pytest

from app import trail_extract, trail_list
from app.facts import canonical, read
from app.trail_extract import ExtractFacts
from app.trail_list import Wanted
from models.choices import NoteKind, Purpose, Recipient
from models.disclosure import Disclosure
from reports.drawn import Drawn
from tests.conftest import COURT, HOLDER, MOMENT, ZONE
from tests.makers import make_note, make_participant


@pytest.fixture
def ada(desk):
    who = make_participant(desk, "Quintana", "Marisol", preferred_name="Mari", case_number="TC-7")
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "=1+1 she said")
    return who


def facts(desk, wanted=None, *, is_cut=False):
    wanted = wanted or Wanted()
    with desk.read() as session:
        rows = trail_list.page(session, wanted, zone=ZONE).rows
    return trail_extract.facts(desk, wanted, rows, is_cut=is_cut)


def table(told):
    text = trail_extract.table(told).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_an_extract_says_who_prepared_it_and_what_it_is_narrowed_to(desk, ada):
    day = MOMENT.date()
    wanted = Wanted(day, day, ada.person, HOLDER, "added", "note")

    told = facts(desk, wanted)

    assert (told.court, told.prepared_by, told.events) == (COURT, HOLDER, told.rows[0].seq)
    assert told.narrowed == (
        "from 11/23/2026",
        "to 11/23/2026",
        "participant Quintana, Mari",
        f"by {HOLDER}",
        "kind: added",
        "words: note",
    )
    assert told.audit_mark.startswith(f"{told.rows[0].seq}-")
    assert told.names_people
    assert facts(desk).narrowed == ()
    assert not facts(desk, Wanted(words="record made")).names_people


def test_a_row_stands_by_the_clock_of_the_court(desk, ada):
    row = facts(desk).rows[0]

    assert (row.did, row.by, row.name, row.case) == ("Note added", HOLDER, "Quintana, Mari", "TC-7")
    assert row.at.strftime("%Y-%m-%d %H:%M") == "2026-11-23 16:10"
    assert "=1+1 she said" in row.changes


def test_facts_come_back_from_their_text_the_same(desk, ada):
    told = facts(desk, is_cut=True)

    assert read(ExtractFacts, canonical(told)) == told


def test_a_table_has_a_heading_and_a_row_an_event(desk, ada, monkeypatch):
    monkeypatch.setattr(trail_extract, "BATCH", 2)
    told = facts(desk)

    heading, *rows = table(told)

    assert heading[0] == "Number"
    assert [int(row[0]) for row in rows] == [row.seq for row in told.rows]
    assert rows[0][1:6] == ["2026-11-23 16:10:00", HOLDER, "Note added", "Quintana, Mari", "TC-7"]
    assert trail_extract.table(told).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_no_cell_of_a_table_can_be_run(desk, begins):
    make_participant(desk, "Quintana", begins)

    cells = [cell for row in table(facts(desk)) for cell in row]

    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]


def test_a_name_that_looks_like_a_formula_is_guarded(desk):
    make_participant(desk, "=HYPERLINK(1)", "Ada")

    _heading, first, *_rest = table(facts(desk))

    assert first[4] == "'=HYPERLINK(1), Ada"


@pytest.mark.parametrize("document", [trail_extract.DOCUMENT, trail_extract.TABLE])
def test_a_release_is_written_down_and_names_nobody(desk, ada, document):
    wanted = Wanted(person_id=ada.person, words="quintana")
    told = facts(desk, wanted)

    released = trail_extract.released(
        desk, wanted, told, lambda _document, _facts: Drawn(b"%PDF", 1), document
    )

    with desk.read() as session:
        row = session.get_one(Disclosure, released.disclosure_id)
    assert (row.document, row.recipient, row.purpose) == (
        document,
        Recipient.INTERNAL,
        Purpose.TRAIL,
    )
    assert (row.person_id, row.audit_mark) == (ada.person, told.audit_mark)
    kept = json.loads(row.facts)
    assert (kept["events"], kept["searched"]) == (len(told.rows), True)
    assert (kept["first"], kept["last"]) == (told.rows[-1].seq, told.rows[0].seq)
    assert "quintana" not in row.facts.lower()


def test_an_extract_of_nothing_can_be_released_too(desk):
    wanted = Wanted(words="zebra")

    released = trail_extract.released(
        desk, wanted, facts(desk, wanted), lambda _document, _facts: Drawn(b"%PDF", 1)
    )

    assert released.page.pdf == b"%PDF"
