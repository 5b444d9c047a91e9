"""What the tests of the trail share: a small trail that is known, and the page on it."""

from datetime import date

import pytest
from sqlalchemy import text

from models.audit import TRIGGERS
from models.choices import NoteKind
from tests.makers import make_note, make_participant
from ui import tasks
from ui.screens.trail.screen import TrailScreen


@pytest.fixture
def ada(desk):
    who = make_participant(desk, "Quintana", "Marisol", preferred_name="Mari", case_number="TC-7")
    make_note(desk, who, NoteKind.CASE, date(2026, 11, 2), "Called.")
    return who


@pytest.fixture
def show(qtbot, opened):
    """Show the trail, narrowed or not, as large as a window leaves room for."""

    def make(wanted=None, size=(1180, 640)):
        made = TrailScreen(opened, wanted)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        with qtbot.waitSignal(made.shown):
            tasks.settle()
        tasks.settle()
        return made

    return make


@pytest.fixture
def forge(desk):
    """Change the holder of an event behind the back of the trail."""

    def change(seq):
        with desk.work() as session:
            for name in TRIGGERS:
                session.connection().execute(text(f"DROP TRIGGER IF EXISTS {name}"))
            query = text("UPDATE audit SET holder = 'Somebody' WHERE seq = :seq")
            session.connection().execute(query, {"seq": seq})

    return change
