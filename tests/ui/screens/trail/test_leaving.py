"""Tests an extract on its way out: what it holds, and the name of its file."""

import pytest
from PySide6.QtWidgets import QWidget

from app import trail_extract
from app.trail_list import Wanted
from models.errors import NoSuchThing
from reports.lane import Lane
from ui import tasks
from ui.screens.trail.leaving import Extracting


@pytest.fixture
def extracting(qtbot, desk, ada):
    owner, lane, failures = QWidget(), Lane(), []
    qtbot.addWidget(owner)
    made = Extracting(desk, lane, owner, failures.append)
    made.failures = failures
    yield made
    tasks.settle()
    lane.close()


def test_the_name_of_a_file_holds_day_and_event_and_nobody(qtbot, extracting):
    drawn, reached = [], []

    extracting.draw(Wanted(words="quintana"), reached.append, drawn.append)
    qtbot.waitUntil(lambda: bool(drawn), timeout=20_000)

    (made,) = drawn
    event = made.facts.audit_mark.partition("-")[0]
    assert made.file_name == f"trail-2026-11-23-{event}.pdf"
    assert reached[-1] == len(made.facts.rows)
    assert extracting.shown is made


def test_a_table_holds_what_the_pages_leave_out(qtbot, extracting, tmp_path, monkeypatch):
    monkeypatch.setattr(trail_extract, "MOST", 2)
    saved = []

    extracting.save_table(
        Wanted(), tmp_path / "all.csv", lambda _n: None, lambda *told: saved.append(told)
    )
    qtbot.waitUntil(lambda: bool(saved))

    file, events, _disclosure = saved[0]
    assert events > 2
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == events + 1


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(extracting, tmp_path):
    extracting.save_table(
        Wanted(), tmp_path / "no" / "all.csv", lambda _n: None, lambda *told: None
    )
    tasks.settle()

    assert [type(each) for each in extracting.failures] == [NoSuchThing]
