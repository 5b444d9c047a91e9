"""Tests files on their way into a person's file: each in its turn, none stopping the next."""

import time

import pytest
from PySide6.QtCore import QObject

from app import documents
from app.document_bounds import MOST_BYTES
from models.errors import BadInput, NoSuchThing
from tests import papers
from tests.makers import make_participant
from ui.screens.person.adding import Adding


@pytest.fixture
def ada(desk):
    return make_participant(desk)


@pytest.fixture
def adding(qtbot, desk, ada):
    owner = QObject()
    made = Adding(desk, ada.person, owner)
    made.told = []
    made.began.connect(lambda name: made.told.append(("began", name)))
    made.added.connect(lambda _number, done: made.told.append(("added", done.sentence)))
    made.failed.connect(lambda name, error: made.told.append((name, error)))
    yield made
    owner.deleteLater()


def take(qtbot, adding, *files):
    with qtbot.waitSignal(adding.ended, timeout=30_000):
        adding.take(files)


def test_each_file_is_added_in_its_turn_and_a_refused_one_stops_none(
    qtbot, tmp_path, desk, ada, adding
):
    for name, body in (("a.pdf", papers.pdf(2)), ("b.pdf", b"PK\x03\x04"), ("c.jpg", papers.png())):
        (tmp_path / name).write_bytes(body)

    take(qtbot, adding, *(tmp_path / name for name in ("a.pdf", "b.pdf", "gone", "c.jpg")))

    told = dict(each for each in adding.told if each[0] not in {"began", "added"})
    assert isinstance(told["b.pdf"], BadInput)
    assert isinstance(told["gone"], NoSuchThing)
    assert not adding.is_busy
    with desk.read() as session:
        found = documents.of_person(session, ada.person).of_person
        kept = documents.content(session, found[0].id)
    assert [(each.file_name, each.pages) for each in found] == [("c.jpg", 1), ("a.pdf", 2)]
    assert papers.SECRET not in kept


def test_what_cannot_be_shown_is_not_added(qtbot, tmp_path, desk, ada, adding):
    (tmp_path / "a.pdf").write_bytes(papers.pdf()[:200])

    take(qtbot, adding, tmp_path / "a.pdf")

    with desk.read() as session:
        assert documents.of_person(session, ada.person).of_person == ()


def test_twenty_megabytes_are_added_without_holding_the_window(qtbot, qapp, tmp_path, adding):
    path = tmp_path / "large.pdf"
    path.write_bytes(papers.pdf() + b"\n%" + b"x" * (MOST_BYTES - 5000))
    qapp.held.clear()
    began = time.monotonic()

    take(qtbot, adding, path)

    assert adding.told[-1][0] == "added"
    assert time.monotonic() - began < 30
    assert [str(held) for held in qapp.held if held.processor > 0.05] == []
