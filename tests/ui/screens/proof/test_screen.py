"""Tests the page in the window: facts in words, the page beside them, and out through the gate."""

import pytest
from sqlalchemy import select

from models.disclosure import Disclosure
from reports.lane import Lane, LaneError
from ui import printing, tasks
from ui.screens.proof.screen import ProofScreen


@pytest.fixture(scope="module")
def lane():
    drawing = Lane()
    yield drawing
    drawing.close()


@pytest.fixture
def screen(qtbot, court, lane):
    made = ProofScreen(court, lane)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    made.focus_first()  # before there is anything to press
    with qtbot.waitSignal(made.shown, timeout=20_000):
        tasks.settle()
    return made


def test_the_cipher_stands_beside_the_page(screen):
    assert screen.told.text().startswith("AES-256-CBC (FIPS 197 algorithm)")
    assert "Opened by one passphrase and the recovery sheet." in screen.told.text()
    assert "The record knows of no backup." in screen.told.text()
    assert screen.preview.pages == 1

    screen.focus_first()

    assert screen.focusWidget() is screen.way.print


def test_it_is_printed_under_a_title_without_a_name_and_written_down(
    screen, court_desk, monkeypatch
):
    jobs = []
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *job: jobs.append(job[1:]))

    screen.way.print.click()
    tasks.settle()

    assert jobs == [("Office", "Milepost proof of encryption")]
    with court_desk.read() as session:
        assert [row.document for row in session.scalars(select(Disclosure))] == ["proof"]


def test_it_is_saved_under_the_day_and_the_event(screen, asked, tmp_path):
    asked.answers, asked.files = [True], [tmp_path / "proof.pdf"]

    screen.way.save.click()
    tasks.settle()

    assert asked.wanted[0].name.startswith("proof-2026-11-23-")
    assert (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF")


def test_a_page_that_cannot_be_drawn_is_told(qtbot, court, monkeypatch):
    shown = []

    class Broken:
        def draw(self, _kind: str, _facts: object) -> None:
            raise LaneError("KeyError at proof_page.py:1")

    monkeypatch.setattr("ui.failures.show", shown.append)
    made = ProofScreen(court, Broken())
    qtbot.addWidget(made)

    tasks.settle()

    assert [type(error) for error in shown] == [LaneError]
    assert "not" in made.state.text()
    assert not made.way.print.isEnabled()
