"""What the tests of a document's page share: a document on file, and the page that shows it."""

from pathlib import Path

import pytest

from app import documents
from app.document_files import given
from app.showing import Looked
from tests import papers
from tests.makers import Ids, make_participant
from ui import tasks
from ui.screens.document.screen import DocumentScreen

PATIENCE = 30_000


@pytest.fixture
def ada(desk) -> Ids:
    return make_participant(desk, "Begaye", "Ada")


@pytest.fixture
def number(desk, ada) -> int:
    body = papers.pdf(3)
    return documents.add(desk, ada.person, given("scan.pdf", body), Looked(3, body))[0]


@pytest.fixture
def facts(desk, ada, number):
    with desk.read() as session:
        return documents.one(session, ada.person, number)


@pytest.fixture
def screen(qtbot, desk, ada, number):
    made = DocumentScreen(desk, ada.person, number)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitSignal(made.shown, timeout=PATIENCE):
        made.show()
        made.focus_first()
    yield made
    made.leave()
    tasks.settle()


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "copy.pdf"
