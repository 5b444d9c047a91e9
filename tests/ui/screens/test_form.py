"""Tests a form as a page: drafts, saving, corrections with their reason, taking back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app import drafts, notes
from app.acting import take_back
from app.answers import Answers, Subject
from models.choices import NoteKind
from models.errors import NoSpace
from tests.conftest import MOMENT
from tests.makers import Ids, make_note
from ui import tasks
from ui.forms.note import NOTE
from ui.screens.form import FormScreen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ada(court_desk):
    with court_desk.read() as session:
        from app import episodes

        return Ids(1, episodes.current(session, 1).id)


@pytest.fixture
def opened(qtbot, court_desk):
    def open_form(subject):
        made = FormScreen(court_desk, NOTE, subject)
        qtbot.addWidget(made)
        shown = []
        made.shown.connect(lambda: shown.append(True))
        made.resize(1180, 640)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        tasks.settle()
        qtbot.waitUntil(lambda: bool(shown))
        return made

    return open_form


def words(desk, ada):
    with desk.read() as session:
        return [note.words for note in notes.of_person(session, ada.person)]


def type_words(qtbot, screen, text):
    qtbot.keyClicks(screen.view.rows["note.words"].input.widget, text)


def test_a_note_is_written_with_the_keyboard_alone(qtbot, opened, court_desk, ada):
    before = words(court_desk, ada)
    screen = opened(Subject(ada.person))
    assert screen.view.rows["note.kind"].input.widget.hasFocus()
    type_words(qtbot, screen, "Called about the ride.")

    told = []
    screen.saved.connect(lambda *what: told.append(what))

    with qtbot.waitSignal(screen.left):
        qtbot.keyClick(screen, Qt.Key.Key_S, CTRL)
        tasks.settle()

    [(sentence, undo)] = told
    assert sentence.endswith("case note")
    assert words(court_desk, ada) == ["Called about the ride.", *before]
    undo()
    assert words(court_desk, ada) == before


def test_a_day_that_is_written_out_behind_the_save_leaves_no_draft(qtbot, opened, court_desk, ada):
    screen = opened(Subject(ada.person))
    type_words(qtbot, screen, "Called.")
    day = screen.view.rows["note.written_on"].input.widget
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "y")

    with qtbot.waitSignal(screen.left):
        qtbot.keyClick(screen, Qt.Key.Key_S, CTRL)
        tasks.settle()
    day.clearFocus()
    screen.leave()
    tasks.settle()

    assert day.text() == "11/22/2026"
    with court_desk.read() as session:
        assert drafts.find(session, "note", Subject(ada.person)) is None


def test_leaving_keeps_what_was_typed_and_it_is_offered_again(qtbot, opened, court_desk, ada):
    first = opened(Subject(ada.person))
    type_words(qtbot, first, "Half a sen")
    first.leave()
    tasks.settle()

    second = opened(Subject(ada.person))

    assert second.view.rows["note.words"].text() == "Half a sen"
    assert "did not save" in second.banner.words
    assert second.kept.text().startswith("Draft kept")

    second.again.click()
    tasks.settle()
    assert second.view.rows["note.words"].text() == ""
    with court_desk.read() as session:
        assert drafts.find(session, "note", Subject(ada.person)) is None


def test_a_mistake_saves_nothing_and_stands_beside_its_field(qtbot, opened, court_desk, ada):
    before = words(court_desk, ada)
    screen = opened(Subject(ada.person))

    with qtbot.assertNotEmitted(screen.saved):
        screen.save.click()
        tasks.settle()

    assert words(court_desk, ada) == before
    assert screen.view.rows["note.words"].input.widget.hasFocus()
    assert "One answer needs another look." in screen.banner.words
    assert screen.save.isEnabled()


def test_a_correction_asks_why_and_shows_what_was(qtbot, opened, court_desk, ada):
    note = make_note(court_desk, ada, NoteKind.CASE, MOMENT.date(), "Alder Street.")
    subject = Subject(ada.person, note)
    screen = opened(subject)
    assert not screen.reason.isVisible()

    type_words(qtbot, screen, "12 ")
    assert screen.reason.isVisible()
    screen.save.click()
    tasks.settle()
    assert screen.reason.line.hasFocus()

    qtbot.keyClicks(screen.reason.line, "house number")
    with qtbot.waitSignal(screen.saved):
        screen.save.click()
        tasks.settle()

    again = opened(subject)
    [way] = again.view.rows["note.words"].findChildren(QPushButton, "history")
    way.click()
    tasks.settle()
    table = again.view.rows["note.words"]._earlier
    assert [cell.text for cell in table.rows.cells(0)][1] == "Alder Street."
    assert again.view.rows["note.kind"].findChildren(QPushButton, "history") == []


def test_a_draft_of_a_correction_keeps_its_reason(qtbot, opened, court_desk, ada):
    note = make_note(court_desk, ada, NoteKind.CASE, MOMENT.date(), "Alder Street.")
    with court_desk.work() as session:
        typed = Answers({"note.words": "Aldersgate", "reason": "misheard"})
        drafts.keep(session, "note", Subject(ada.person, note), typed)

    screen = opened(Subject(ada.person, note))

    assert screen.reason.isVisible()
    assert screen.reason.text() == "misheard"


def test_a_full_drive_is_a_banner_and_what_was_typed_stays(qtbot, opened, monkeypatch, ada):
    screen = opened(Subject(ada.person))
    type_words(qtbot, screen, "Called.")

    def fail(*_args, **_facts):
        raise NoSpace("space.full")

    monkeypatch.setattr("app.acting.act", fail)
    screen.save.click()
    tasks.settle()

    assert screen.banner.isVisible()
    assert screen.view.rows["note.words"].text() == "Called."
    monkeypatch.undo()


def test_taking_back_twice_is_refused_in_words(qtbot, opened, court_desk, ada):
    screen = opened(Subject(ada.person))
    type_words(qtbot, screen, "Called.")
    with qtbot.waitSignal(screen.saved) as told:
        screen.save.click()
        tasks.settle()

    done = told.args[1]()

    assert take_back(court_desk, done).sentence.startswith("Taken back")


def kept_draft(desk, subject):
    with desk.read() as session:
        return drafts.find(session, "note", subject)


def test_whoever_leaves_before_a_save_is_refused_finds_it_as_a_draft(
    qtbot, opened, court_desk, ada
):
    subject = Subject(ada.person)
    screen = opened(subject)
    day = screen.view.rows["note.written_on"].input.widget
    day.selectAll()
    qtbot.keyClicks(day, "someday")
    type_words(qtbot, screen, "Called.")

    qtbot.keyClick(screen, Qt.Key.Key_S, CTRL)
    screen.leave()
    tasks.settle()

    assert kept_draft(court_desk, subject).answers.single["note.words"] == "Called."


def test_nothing_is_typed_into_a_form_that_is_being_saved(qtbot, opened, court_desk, ada):
    screen = opened(Subject(ada.person))
    type_words(qtbot, screen, "Called.")
    line = screen.view.rows["note.words"].input.widget

    screen.save.click()
    qtbot.keyClicks(QApplication.focusWidget(), " Twice.")
    qtbot.keyClicks(line, " Twice.")
    with qtbot.waitSignal(screen.left):
        tasks.settle()

    assert words(court_desk, ada)[0] == "Called."
    assert line.toPlainText() == "Called."


def test_the_focus_is_back_where_it_was_when_a_save_fails(qtbot, opened, monkeypatch, ada):
    screen = opened(Subject(ada.person))
    type_words(qtbot, screen, "Called.")
    line = screen.view.rows["note.words"].input.widget
    line.setFocus()

    def fail(*_args, **_facts):
        raise NoSpace("space.full")

    monkeypatch.setattr("app.acting.act", fail)
    screen.save.click()
    tasks.settle()

    assert line.hasFocus()
    assert line.isEnabled()


def test_a_form_that_does_not_stand_yet_cannot_be_saved(qtbot, court_desk, ada):
    before = words(court_desk, ada)
    screen = FormScreen(court_desk, NOTE, Subject(ada.person))
    qtbot.addWidget(screen)

    screen.save.click()
    tasks.settle()

    assert words(court_desk, ada) == before
    assert screen.banner.words == ""


def test_a_draft_about_what_is_gone_can_be_dropped(qtbot, court_desk, ada):
    subject = Subject(ada.person, 4711)
    with court_desk.work() as session:
        drafts.keep(session, "note", subject, Answers({"note.words": "Wrote."}))
    screen = FormScreen(court_desk, NOTE, subject)
    qtbot.addWidget(screen)
    tasks.settle()
    assert "no longer in the record" in screen.banner.words

    with qtbot.waitSignal(screen.left):
        screen.again.click()
        tasks.settle()

    assert kept_draft(court_desk, subject) is None
