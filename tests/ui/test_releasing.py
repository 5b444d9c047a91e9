"""Tests the way out of a page: what was shown leaves, and only after it was written down."""

import pytest
from PySide6.QtCore import QObject

from app.listing import Wanted, page
from models.choices import Recipient
from reports.drawn import Drawn
from ui import printing, tasks
from ui.releasing import PLAN, Releasing


class Drawing:
    """A lane whose pages are the same few bytes."""

    def draw(self, _kind: str, _content: object) -> Drawn:
        return Drawn(b"%PDF-1.7 page", 1)


@pytest.fixture
def way(qapp, court_desk):
    owner = QObject()
    failed = []
    made = Releasing(court_desk, Drawing(), owner, failed.append)
    with court_desk.read() as session:
        person = page(session, Wanted("quintana"))[0].person_id
    shown = []
    made.prepare(person, court_desk.today(), shown.append)
    tasks.settle()
    yield made, failed, shown
    tasks.settle()
    del owner


def test_what_is_prepared_is_the_page_of_the_judge(way):
    made, failed, shown = way

    assert failed == []
    assert shown == [made.shown]
    assert made.shown.facts.recipient is Recipient.JUDGE


def test_the_file_name_holds_the_day_and_the_audit_event_and_no_name(way):
    made, _failed, _shown = way
    event = made.shown.facts.audit_mark.split("-")[0]

    assert made.shown.file_name == f"progress-report-2026-11-23-{event}.pdf"


def test_a_plan_goes_the_same_way_under_its_own_name(qapp, court_desk):
    owner, failed, shown = QObject(), [], []
    made = Releasing(court_desk, Drawing(), owner, failed.append, PLAN)
    with court_desk.read() as session:
        person = page(session, Wanted("quintana"))[0].person_id

    made.prepare(person, Recipient.PARTICIPANT, shown.append)
    tasks.settle()

    event = made.shown.facts.audit_mark.split("-")[0]
    assert (failed, shown) == ([], [made.shown])
    assert made.shown.facts.recipient is Recipient.PARTICIPANT
    assert made.shown.file_name == f"treatment-plan-2026-11-23-{event}.pdf"


def test_a_printer_that_refuses_after_the_release_is_told(way, monkeypatch):
    made, failed, _shown = way
    monkeypatch.setattr(printing, "printer", lambda: "Office")

    def refuse(*_job):
        raise printing.PrinterTrouble("window.print.refused", printer="Office")

    monkeypatch.setattr(printing, "send", refuse)
    made.print_out("Milepost progress report", print)
    tasks.settle()

    assert [type(error) for error in failed] == [printing.PrinterTrouble]
