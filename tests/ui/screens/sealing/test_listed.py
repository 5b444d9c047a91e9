"""Destroyed files are listed without names; what is not finished and who came back stands out."""

import json

from PySide6.QtWidgets import QLabel

from app import came_back, carrying_out, destroying
from app.events import Changed
from app.wording import say
from tests.ui.screens.sealing.conftest import NUMBER, PERSON, settle
from ui.screens.sealing.listed import DestroyedScreen


def words(screen):
    return [each.text() for each in screen.findChildren(QLabel)]


def test_a_record_without_destroyed_files_says_so(dressed, court, stand):
    screen = stand(DestroyedScreen(court))

    screen.focus_first()

    assert say("destroyed.none") in words(screen)
    assert screen.hasFocus()


def test_a_destroyed_file_leads_to_its_certificate(qtbot, dressed, court, stand, ordered):
    done = carrying_out.carry_out(court, ordered, NUMBER)
    screen = stand(DestroyedScreen(court))

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.ways[0].click()

    assert wanted.args == ["certificate", done.id]
    assert done.certificate.mark_after in words(screen)
    assert say("destroyed.copies.none") in words(screen)
    assert screen.ways[0].hasFocus()


def test_what_was_not_written_anew_is_finished_here(qtbot, dressed, court, stand, ordered):
    number, _told = destroying.carry_out(court.desk, ordered, NUMBER)
    screen = stand(DestroyedScreen(court))
    assert say("destroyed.unfinished") in words(screen)

    with qtbot.waitSignal(screen.saved) as saved:
        screen.ways[0].click()
    screen.heed(Changed(frozenset({"destroyed_file"})))
    screen.heed(Changed(frozenset({"note"})))
    settle()

    assert saved.args[0] == say("destroyed.finished")
    assert screen.ways[0].text() == say("destroyed.certificate")
    with court.desk.read() as session:
        assert carrying_out.certificate(session, number)


def test_somebody_who_came_back_leads_to_the_order(qtbot, dressed, court, stand):
    with court.desk.read() as session:
        mark = came_back.mark_of(*destroying.first_event(session, PERSON))
    court.files.destroyed.write_text(json.dumps({"v": 1, "marks": [mark]}))
    screen = stand(DestroyedScreen(court))

    with qtbot.waitSignal(screen.wants) as wanted:
        screen.ways[0].click()

    assert wanted.args == ["sealing", PERSON]
    assert say("destroyed.back.why") in words(screen)
