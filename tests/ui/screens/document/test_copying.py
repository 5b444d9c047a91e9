"""Tests a copy on its way out: for whom is said first, it is written down, then it is saved."""

import pytest
from sqlalchemy import func, select

from models.choices import Recipient
from models.disclosure import Disclosure
from tests import papers
from tests.ui.screens.document.conftest import PATIENCE
from ui.screens.document.copying import Copying


@pytest.fixture
def copying(qtbot, desk, facts):
    made = Copying(desk)
    qtbot.addWidget(made)
    made.show_facts(facts)
    made.give(papers.pdf(3))
    return made


def choose(copying, recipient):
    copying.recipient.setCurrentIndex(copying.recipient.findData(recipient.value))


def written(desk):
    with desk.read() as session:
        return session.scalars(select(Disclosure.recipient)).all()


def test_for_whom_is_asked_first(copying, desk):
    copying.button.click()

    assert copying.asked.mistake == "Say who gets the copy."
    choose(copying, Recipient.DEFENSE)
    assert copying.asked.mistake == ""
    assert written(desk) == []


def test_a_copy_is_written_down_and_saved_as_it_was_added(qtbot, copying, desk, asked, target):
    choose(copying, Recipient.DEFENSE)
    asked.answers, asked.files = [True], [target.with_suffix("")]

    with qtbot.waitSignal(copying.saved, timeout=PATIENCE) as saved:
        copying.button.click()

    assert target.read_bytes() == papers.pdf(3)
    assert "copy.pdf is saved and written down as disclosure" in saved.args[0]
    assert written(desk) == [Recipient.DEFENSE]
    assert "Begaye" not in asked.wanted[0].name
    assert copying.button.isEnabled()


def test_another_copy_for_somebody_else_is_another_disclosure(qtbot, copying, desk, asked, target):
    for recipient in (Recipient.DEFENSE, Recipient.PROBATION):
        choose(copying, recipient)
        asked.answers, asked.files = [True], [target]
        with qtbot.waitSignal(copying.saved, timeout=PATIENCE):
            copying.button.click()

    assert written(desk) == [Recipient.DEFENSE, Recipient.PROBATION]


def test_whoever_thinks_better_of_it_saves_nothing(copying, desk, asked):
    choose(copying, Recipient.DEFENSE)
    asked.answers = [False]

    copying.button.click()

    assert asked.wanted == []
    assert written(desk) == []


def test_where_it_cannot_be_saved_nothing_is_written_down(qtbot, copying, desk, asked, target):
    choose(copying, Recipient.DEFENSE)
    asked.answers, asked.files = [True], [target.parent / "missing" / "a.pdf"]

    with qtbot.waitSignal(copying.failed, timeout=PATIENCE):
        copying.button.click()

    with desk.read() as session:
        assert session.scalar(select(func.count()).select_from(Disclosure)) == 0
    assert copying.button.isEnabled()


def test_before_it_is_known_what_leaves_nothing_can(qtbot, desk, asked):
    made = Copying(desk)
    qtbot.addWidget(made)
    choose(made, Recipient.DEFENSE)
    asked.answers = [True]

    made._ask()

    assert not made.button.isEnabled()
    assert asked.wanted == []
