from datetime import date

from PySide6.QtCore import Qt

from app import drafts, hearings
from app.answers import Answers, Subject, key_of
from app.court_day import FORM, NEXT, ORDER, SAID
from app.events import Changed
from models.choices import Appearance, OrderStatus
from models.errors import Damaged
from models.hearing import CourtOrder
from tests.makers import make_participant
from tests.ui.screens.court_day.steps import facts, fill, names, open_screen, work

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_the_first_who_was_not_heard_is_chosen_and_shown(screen):
    assert names(screen) == ["Nizhoni Begaye", "Nizhoni Etcitty", "Nizhoni Nakai"]
    assert screen.docket.aside.text() == "0 of 3 called"
    assert screen.docket.table.hasFocus()
    assert screen.said.name.text() == "Nizhoni Begaye"
    assert [line.order.words for line in screen.said.orders] == ["Bring pay stubs"]
    assert screen.said.save.text() == "Save, call Nizhoni Etcitty"


def test_the_page_is_drawn_once_the_row_has_rested(qtbot, screen):
    with qtbot.waitSignal(screen.drawn, timeout=20_000):
        work()

    assert screen.preview.pages == 1


def test_an_appearance_is_one_key(qtbot, screen, desk, people):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_2, ALT)
    work()

    assert facts(desk, people[0][1]).appearance is Appearance.REMOTE
    assert screen.told[0][0] == "Nizhoni Begaye, appeared by video"
    assert screen.docket.aside.text() == "1 of 3 called"
    assert not screen.docket.off.isEnabled()


def test_what_was_done_is_taken_back(qtbot, screen, desk, people):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_4, ALT)
    work()

    _sentence, undo = screen.told[0]
    undo()
    work()

    assert facts(desk, people[0][1]).appearance is None
    assert not any(chip.isChecked() for chip in screen.said.appearances.values())


def test_space_marks_an_order_done_then_not_done_then_open(qtbot, screen, desk):
    marked = []
    for _ in range(3):
        button = screen.said.orders[0].button
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        work()
        with desk.read() as session:
            marked.append(session.get_one(CourtOrder, screen.said.orders[0].order.id).status)

    assert marked == [OrderStatus.DONE, OrderStatus.NOT_DONE, OrderStatus.OPEN]
    assert screen.said.orders[0].button.hasFocus()


def test_saving_keeps_everything_and_calls_the_next(qtbot, screen, desk, people):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_1, ALT)
    work()
    fill(screen, said="Proud.", order="Bring the slips", due="12/1", next="12/8/2026")

    qtbot.keyClick(screen.docket.table, Qt.Key.Key_Return, CTRL)
    work()

    kept = facts(desk, people[0][1])
    assert [order.words for order in kept.orders] == ["Bring the slips"]
    assert (kept.next_on, kept.draft) == (date(2026, 12, 8), None)
    assert screen.said.name.text() == "Nizhoni Etcitty"
    assert screen.said.answers() == Answers()


def test_a_hearing_without_anything_new_only_calls_the_next(qtbot, screen):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_Return, CTRL)
    work()

    assert screen.said.name.text() == "Nizhoni Etcitty"
    assert screen.told == []


def test_behind_the_last_one_it_is_said_that_all_were_called(qtbot, screen):
    hints = []
    screen.hints.connect(hints.append)
    for _ in range(3):
        qtbot.keyClick(screen.docket.table, Qt.Key.Key_Return, CTRL)
        work()

    assert hints == ["That was the last one on the docket."]
    assert screen.said.name.text() == "Nizhoni Nakai"
    assert screen.said.save.text() == "Save"


def test_whether_somebody_appeared_is_asked_first(qtbot, screen):
    fill(screen, order="Bring the slips")

    screen.said.save.click()
    work()

    assert screen.said.ask_first.isVisible()
    assert screen.told == []


def test_a_mistake_stands_below_its_field_and_nothing_is_kept(qtbot, screen, desk, people):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_1, ALT)
    work()
    fill(screen, said="Proud.", next="soon")

    screen.said.save.click()
    work()

    field = screen.said.fields[key_of(NEXT)]
    assert field._mistake.isVisible()
    assert field.input.widget.hasFocus()
    assert facts(desk, people[0][1]).answers == Answers({key_of(SAID): ""})


def test_what_is_typed_is_kept_as_a_draft_when_another_row_is_chosen(screen, desk, people):
    who, hearing = people[0]
    screen.said.fields[key_of(ORDER)].input.widget.setPlainText("Bring the")
    screen.docket.table.setCurrentIndex(screen.docket.model.index(1, 0))
    work()

    with desk.read() as session:
        draft = drafts.find(session, FORM, Subject(who.person, hearing))
    screen.docket.table.setCurrentIndex(screen.docket.model.index(0, 0))
    work()

    assert draft is not None
    assert screen.said.fields[key_of(ORDER)].text() == "Bring the"


def test_what_is_typed_stays_while_something_else_changes(screen, desk, people):
    screen.said.fields[key_of(SAID)].input.widget.setPlainText("Proud")

    with desk.work() as session:
        hearings.appear(session, people[0][1], Appearance.APPEARED)
    work()

    assert screen.said.appearances[Appearance.APPEARED].isChecked()
    assert screen.said.fields[key_of(SAID)].text() == "Proud"


def test_a_person_moves_by_key_and_stays_chosen(qtbot, screen):
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_Down, ALT)
    work()
    down = names(screen)
    qtbot.keyClick(screen.docket.table, Qt.Key.Key_Up, ALT)
    work()

    assert down == ["Nizhoni Etcitty", "Nizhoni Begaye", "Nizhoni Nakai"]
    assert names(screen)[0] == "Nizhoni Begaye"
    assert screen.said.name.text() == "Nizhoni Begaye"


def test_somebody_is_put_on_the_docket_and_taken_off(qtbot, screen, desk):
    make_participant(desk, "Quintana", "Mari")
    work()
    qtbot.keyClicks(screen.docket.add_person.line, "quin")
    work()
    qtbot.keyClick(screen.docket.add_person.line, Qt.Key.Key_Return)
    work()
    added = names(screen)
    screen.docket.table.setCurrentIndex(screen.docket.model.index(3, 0))
    work()
    screen.docket.off.click()
    work()

    assert added[-1] == "Mari Quintana"
    assert names(screen) == added[:-1]


def test_an_empty_record_says_how_there_comes_to_be_a_docket(qtbot, desk, lane, moment):
    screen = open_screen(qtbot, desk, lane)
    screen.focus_first()

    assert screen.docket.none.isVisible()
    assert not screen.bar.packet.isEnabled()
    assert not screen.said.isEnabled()
    assert screen.bar.new.hasFocus()


def test_the_packet_of_the_session_is_asked_for(qtbot, screen):
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.bar.packet.click()

    assert wanted.args == ["packet", screen.bar.session_id]


def test_without_room_the_page_goes_and_the_rest_takes_its_place(qtbot, desk, lane, people):
    screen = open_screen(qtbot, desk, lane, width=900)
    screen._draw()
    work()

    assert not screen.preview.isVisible()
    assert screen.said.width() + screen.docket.width() > 800


def test_a_failure_is_told_in_the_banner(screen):
    screen._refuse(Damaged("record.damaged", problem="page"))

    assert screen.banner.words


def test_what_does_not_concern_the_page_is_not_read(screen):
    before = screen._facts

    screen.heed(Changed(frozenset({"note"})))
    work()

    assert screen._facts is before
