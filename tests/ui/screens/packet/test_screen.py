import pytest

from app import clock, release, today
from app.court_day import docket_of
from models.errors import Damaged
from reports.lane import Lane
from ui import printing, tasks
from ui.screens.packet.screen import PacketScreen


@pytest.fixture(scope="module")
def lane():
    drawing = Lane()
    yield drawing
    drawing.close()


@pytest.fixture
def sitting(court_desk):
    with court_desk.read() as session:
        return today.next_court_date(session, court_desk.today())


def open_screen(qtbot, desk, lane, session_id):
    made = PacketScreen(desk, lane, session_id)
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    return made


@pytest.fixture
def screen(qtbot, court_desk, lane, sitting):
    made = open_screen(qtbot, court_desk, lane, sitting.session_id)
    with qtbot.waitSignal(made.shown, timeout=60_000):
        tasks.settle()
    return made


def disclosures(desk):
    with desk.read() as session:
        return release.disclosures(session.connection(), until=clock.now())


def test_the_packet_is_seen_before_anything_leaves(screen, sitting, court_desk):
    assert screen.preview.pages >= sitting.docket
    assert screen.title.text() == "Pack for Tuesday, November 24, 2026, judge’s copy"
    assert screen.state.text().startswith(f"{sitting.docket} people, ")
    assert screen.left_out.isHidden()
    assert screen.cancel.isHidden()
    assert disclosures(court_desk) == []


def test_what_is_printed_is_written_down_for_everybody_on_the_docket(
    screen, court_desk, sitting, monkeypatch
):
    jobs = []
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *job: jobs.append(job))
    with court_desk.read() as session:
        people = [row.person_id for row in docket_of(session, sitting.session_id)]

    for _ in range(2):
        screen.way.print.click()
        tasks.settle()

    assert {job[0] for job in jobs} == {screen.packing.shown.page.pdf}
    assert len(jobs) == 2
    assert [row.person_id for row in disclosures(court_desk)] == [*people, None]


def test_the_file_names_the_session_and_no_person(screen):
    assert screen.packing.shown.file_name.startswith("packet-2026-11-24-")


def test_the_drawing_can_be_stopped_and_begun_again(qtbot, court_desk, lane, sitting):
    screen = open_screen(qtbot, court_desk, lane, sitting.session_id)

    screen.cancel.click()
    tasks.settle()
    stopped = (screen.state.text(), screen.packing.shown, screen.again.isVisible())
    with qtbot.waitSignal(screen.shown, timeout=60_000):
        screen.again.click()
        tasks.settle()

    assert stopped == ("Stopped. Nothing was printed or saved.", None, True)
    assert screen.packing.shown is not None


def test_leaving_stops_the_drawing(qtbot, court_desk, lane, sitting):
    screen = open_screen(qtbot, court_desk, lane, sitting.session_id)

    screen.leave()
    tasks.settle()

    assert screen.packing.shown is None


def test_leaving_keeps_what_was_drawn(screen):
    screen.leave()

    assert screen.packing.shown is not None


def test_a_failure_is_told_and_the_way_stays_shut(qtbot, court_desk, lane, sitting):
    screen = open_screen(qtbot, court_desk, lane, sitting.session_id)
    tasks.settle()
    screen.packing.stop()

    screen._fail(Damaged("record.damaged", problem="page"))

    assert screen.state.text() == "The pack could not be drawn."
    assert screen.banner.words
    assert not screen.way.print.isEnabled()
