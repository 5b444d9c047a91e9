"""Whoever came back is told on the first page, behind what must be read before."""

import json

import pytest

from app import came_back, destroying
from app.wording import say
from tests.ui.screens.sealing.conftest import NUMBER, PERSON, settle
from ui.screens.sealing import back
from ui.widgets.page import Page


@pytest.fixture
def page(qtbot, dressed, stand):
    return stand(Page())


@pytest.fixture
def returned(court):
    with court.desk.read() as session:
        mark = came_back.mark_of(*destroying.first_event(session, PERSON))
    court.files.destroyed.write_text(json.dumps({"v": 1, "marks": [mark]}))


def test_nothing_is_said_while_nobody_came_back(page, court):
    back.told_on(page, court)
    settle()

    assert page.banner.isHidden()


def test_the_banner_leads_to_who_it_is_and_names_nobody(qtbot, page, court, returned):
    back.told_on(page, court)
    settle()

    assert page.banner.words == say("came-back", n=1)
    with qtbot.waitSignal(page.wants) as wanted:
        page.banner._action.click()
    assert wanted.args == ["destroyed", None]


def test_what_stands_in_the_banner_already_is_read_first(page, court, returned):
    page.banner.tell("attention", "Something about the trail.")

    back.told_on(page, court)
    settle()
    before = page.banner.words
    page.banner._close.click()

    assert before == "Something about the trail."
    assert page.banner.words == say("came-back", n=1)
    assert page.banner.isVisible()


def test_a_destruction_that_was_cut_off_is_told(page, court, ordered):
    destroying.carry_out(court.desk, ordered, NUMBER)

    back.told_on(page, court)
    settle()

    assert page.banner.words == say("destroyed.waiting", n=1)
