import pytest

from app import hearings
from models.choices import Appearance
from models.errors import NoSuchThing
from models.hearing import Hearing
from tests.makers import make_hearing, make_participant
from ui import tasks
from ui.screens.court_day.work import Work
from ui.widgets.page import Page


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def told(page):
    told = []
    page.saved.connect(lambda sentence, undo: told.append((sentence, undo)))
    return told


def test_what_is_read_is_handed_over(desk, page):
    found, refused = [], []
    work = Work(desk, page, refused.append)

    work.read(lambda session: session.query(Hearing).count(), found.append)
    tasks.settle()

    assert (found, refused) == ([0], [])


def test_an_action_is_told_with_the_way_back(desk, page, told, moment):
    hearing = make_hearing(desk, make_participant(desk), desk.today())
    then = []

    Work(desk, page, page.fail).act(
        lambda session: hearings.appear(session, hearing, Appearance.EXCUSED),
        lambda: then.append(True),
    )
    tasks.settle()
    [(sentence, undo)] = told
    undo()

    assert sentence == "Nizhoni Begaye, excused"
    assert then == [True]
    with desk.read() as session:
        assert session.get_one(Hearing, hearing).appearance is None


def test_an_action_that_changes_nothing_has_no_way_back(desk, page, told):
    Work(desk, page, page.fail).act(lambda _session: "Nothing new")
    tasks.settle()

    assert told == [("Nothing new", None)]


def test_what_is_refused_is_heard_of(desk, page, told):
    refused = []

    def refuse(_session):
        raise NoSuchThing("court.hearing-gone")

    Work(desk, page, refused.append).act(refuse)
    tasks.settle()

    assert [error.key for error in refused] == ["court.hearing-gone"]
    assert told == []
