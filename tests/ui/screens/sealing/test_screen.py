"""An order is carried out by typing its number and saying yes, and ends in the certificate."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from app.answers import Subject
from app.events import Changed
from app.wording import say
from models import engine as engines
from models.disclosure import Disclosure
from models.person import Person
from models.sealing import DestroyedFile, SealingOrder
from tests.ui.screens.sealing.conftest import NUMBER, PERSON, settle
from ui.screens.sealing.screen import SealingScreen


@pytest.fixture
def screen(dressed, court, lane, stand, ordered):
    return stand(SealingScreen(court, lane, ordered))


def is_there(court) -> bool:
    with court.desk.read() as session:
        return session.get(Person, PERSON) is not None


def words(screen) -> str:
    return " ".join(each.text() for each in screen.findChildren(QLabel) if each.isVisible())


def test_without_an_order_nothing_can_be_destroyed(qtbot, dressed, court, lane, stand):
    screen = stand(SealingScreen(court, lane, PERSON))

    assert say("sealing.order.none") in words(screen)
    assert not screen.end.isVisible()
    screen.focus_first()
    assert screen.way.hasFocus()
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.way.click()
    assert wanted.args == ["form", ("sealing", Subject(PERSON))]


def test_everything_is_said_before(screen):
    told = words(screen)

    assert NUMBER in told
    assert say("sealing.means.never") in told
    assert screen.number.hasFocus()


def test_the_number_and_a_yes_destroy_the_file_and_show_the_certificate(
    qtbot, screen, court, asked
):
    asked.answers = [True]
    qtbot.keyClicks(screen.number, "24-cr-0117")

    with qtbot.waitSignal(screen.saved) as saved:
        qtbot.keyClick(screen.number, Qt.Key.Key_Return)
    settle()

    assert saved.args == [say("sealing.done"), None]
    assert not is_there(court)
    assert screen.certificate.preview.pages == 1
    assert screen.certificate.way.print.isEnabled()
    assert screen.title.text() == say("sealing.done.title")
    [question] = asked.questions
    assert (question.yes, question.no) == ("Destroy the file", "Keep the file")
    assert screen.number.text() == ""


def test_a_no_keeps_the_file(qtbot, screen, court, asked):
    asked.answers = [False]
    qtbot.keyClicks(screen.number, NUMBER)

    screen.end.click()
    settle()

    assert is_there(court)


def test_another_number_is_refused_beside_the_field(qtbot, screen, court, asked):
    asked.answers = [True]
    qtbot.keyClicks(screen.number, "24-CR-0118")

    screen.end.click()
    settle()

    assert is_there(court)
    assert screen.asked.mistake == say("sealing.other-number")
    assert screen.number.hasFocus()
    assert screen.end.isEnabled()


def test_nobody_s_file_is_said_to_be_gone(dressed, court, lane, stand):
    screen = stand(SealingScreen(court, lane, 9999))

    assert screen.banner.words == say("person.missing")
    screen.end.click()
    screen.focus_first()
    assert screen.hasFocus()


def test_somebody_who_is_gone_meanwhile_is_told(qtbot, screen, court, asked):
    asked.answers = [True]
    with court.desk.work() as session:
        session.delete(session.scalars(select(SealingOrder)).one())
    qtbot.keyClicks(screen.number, NUMBER)

    screen.end.click()
    settle()

    assert screen.banner.words == say("sealing.no-order")
    assert is_there(court)


def test_where_the_record_cannot_be_written_anew_the_certificate_waits(qtbot, screen, court, asked):
    asked.answers = [True]
    qtbot.keyClicks(screen.number, NUMBER)
    with closing(engines.connect(court.files.record, court.unlocked.keys.record)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        screen.end.click()
        settle()

    assert not is_there(court)
    assert screen.certificate is None
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.banner._action.click()
    assert wanted.args == ["destroyed", None]


def test_a_corrected_order_is_read_anew_and_what_was_typed_stays(qtbot, screen, court):
    qtbot.keyClicks(screen.number, "24-CR")
    with court.desk.work() as session:
        session.scalars(select(SealingOrder)).one().number = "24-CR-0999"

    screen.heed(Changed(frozenset({"sealing_order"})))
    screen.heed(Changed(frozenset({"note"})))
    settle()

    assert "24-CR-0999" in words(screen)
    assert screen.number.text() == "24-CR"


def test_the_certificate_leaves_through_the_gate_without_the_order(
    qtbot, screen, court, asked, tmp_path
):
    asked.answers = [True, True]
    asked.files = [tmp_path / "certificate.pdf"]
    qtbot.keyClicks(screen.number, NUMBER)
    screen.end.click()
    settle()

    screen.certificate.way.save.click()
    settle()

    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")
    with court.desk.read() as session:
        kept = session.scalars(select(Disclosure).where(Disclosure.document == "certificate")).one()
        assert NUMBER not in kept.facts
        assert len(session.scalars(select(DestroyedFile)).all()) == 1
