"""Tests the trail in the window: narrowed as somebody types, and every event told whole."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app import release, trail_list
from app.events import Changed
from app.trail_list import Wanted
from models.errors import NoSpace
from tests.conftest import MOMENT
from ui import tasks

CTRL = Qt.KeyboardModifier.ControlModifier


def told(page):
    rows = range(page.model.rowCount())
    return [page.model.row(number).entry.sentence for number in rows]


def settle(qtbot, page):
    with qtbot.waitSignal(page.shown):
        tasks.settle()


def test_the_newest_event_stands_first_and_the_chosen_one_whole_below(show, ada, desk):
    page = show()

    assert told(page)[0] == "Note added"
    assert page.verifying.told.text().startswith(f"{page.model.rowCount()} events")
    whole = page.whole.toPlainText()
    with desk.read() as session:
        assert whole.startswith(f"Event {release.mark_before(session)} · Nov")
    assert "Quintana, Mari · TC-7" in whole
    assert "Called." in whole
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_typing_narrows_the_trail(qtbot, show, ada):
    page = show()

    page.filters.words.setText("record made")
    settle(qtbot, page)

    assert told(page) == ["Record made"]
    assert "Participant" not in page.whole.toPlainText()


def test_what_was_asked_for_before_is_told_no_more(qtbot, show, ada):
    page = show()

    page.filters.words.setText("nobody at all")
    page.filters.words.setText("record made")
    settle(qtbot, page)
    tasks.settle()

    assert told(page) == ["Record made"]


def test_where_nothing_fits_everything_is_offered(qtbot, show, ada):
    page = show()
    page.filters.words.setText("zebra")
    settle(qtbot, page)
    assert page.empty.words.startswith("No event fits.")

    page.empty._act()
    settle(qtbot, page)

    assert told(page)[0] == "Note added"
    assert page.filters.words.text() == ""


def test_a_mark_of_another_trail_is_told_as_that(qtbot, show, ada, desk):
    with desk.read() as session:
        mark = release.mark_before(session)
    page = show(Wanted(words=mark))
    assert told(page) == ["Note added"]

    page.filters.words.setText(mark[:-1] + ("0" if mark[-1] != "0" else "1"))
    settle(qtbot, page)

    assert page.empty.words.startswith("The trail does not hold")


def test_more_events_are_read_when_somebody_scrolls(qtbot, show, ada, monkeypatch):
    monkeypatch.setattr(trail_list, "PAGE", 3)
    page = show()
    qtbot.waitUntil(lambda: not page.reading.is_on)
    first = page.model.rowCount()

    while page.model.canFetchMore(page.model.index(-1, -1)):
        page.model.fetchMore(page.model.index(-1, -1))
        qtbot.waitUntil(lambda: not page.reading.is_on)

    assert page.model.rowCount() > first
    assert told(page)[-1] == "Record made"


def test_a_rare_event_is_found_step_by_step(qtbot, show, ada, monkeypatch):
    monkeypatch.setattr(trail_list, "SPAN", 2)

    page = show(Wanted(words="record made"))
    qtbot.waitUntil(lambda: not page.reading.is_on)

    assert told(page) == ["Record made"]


def test_enter_opens_the_history_of_whom_the_event_is_about(qtbot, show, ada):
    page = show()
    hints = []
    page.hints.connect(hints.append)
    page.focus_first()

    with qtbot.waitSignal(page.wants) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.table.selectRow(page.model.rowCount() - 1)
    page.table.open_current()

    assert wanted.args == ["person", (ada.person, "history")]
    assert hints[-1] == ""


def test_the_page_stands_for_what_it_is_narrowed_to(qtbot, show, ada):
    page = show()

    with qtbot.waitSignal(page.stands) as stands:
        page.filters.kind.choose("opened")
    settle(qtbot, page)
    with qtbot.waitSignal(page.wants) as wanted:
        page.extract.click()

    assert stands.args == [Wanted(kind="opened")]
    assert wanted.args == ["trail-extract", Wanted(kind="opened")]


def test_a_page_made_anew_stands_where_it_was(qtbot, show, ada):
    day = MOMENT.date()

    page = show(Wanted(since=day, until=day, person_id=ada.person, kind="added", words="note"))

    assert told(page) == ["Note added"]
    assert page.filters.person.text() == "Participant: Quintana, Mari"
    assert page.filters.since.text() == "11/23/2026"
    assert page.filters.wanted == page._wanted
    page = show(Wanted(since=day + timedelta(days=1)))
    assert told(page) == []


def test_a_chosen_participant_is_named_and_let_go_again(qtbot, show, ada):
    page = show()
    page.filters.person.click()
    assert not page.filters.finder.isHidden()

    page.filters.finder.chosen.emit(ada.person)
    settle(qtbot, page)
    tasks.settle()

    assert page.filters.person.text() == "Participant: Quintana, Mari"
    assert page.filters.finder.isHidden()
    assert "Record made" not in told(page)

    page.filters.person.click()
    settle(qtbot, page)
    tasks.settle()
    assert page.filters.person.text() == "Participant: everybody"
    assert "Record made" in told(page)


def test_new_events_are_counted_while_somebody_reads(show, ada, desk):
    page = show()
    rows = page.model.rowCount()
    release.shown(desk, "participants", 1)

    page.heed(Changed(frozenset({"audit"})))
    page.heed(Changed(frozenset({"note"})))
    tasks.settle()

    assert page.verifying.told.text().startswith(f"{rows + 1} events")
    assert page.model.rowCount() == rows


def test_a_low_window_leaves_the_room_to_the_table(show, ada):
    page = show()
    high = page.whole.height()

    page.resize(1180, 400)

    assert page.whole.height() < high


def test_the_keys_of_the_filter_lead_into_it_and_down_again(qtbot, show, ada):
    page = show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.filters.words.hasFocus()
    qtbot.keyClick(page.filters.words, Qt.Key.Key_Down)

    assert page.table.hasFocus()


def test_a_drive_that_is_gone_is_told(show, ada):
    page = show()

    page.reading._fail(NoSpace("space.gone"))

    assert not page.banner.isHidden()


def test_a_page_that_is_left_reads_and_verifies_no_more(qtbot, show, ada):
    page = show()
    page.verifying.verify.click()
    tasks.settle()

    page.filters.words.setText("note")
    page.leave()
    tasks.settle()

    assert not page.reading.is_on
    assert not page.verifying.watch.is_on
