import pytest

from tests.ui.steps.test_key import OWN
from ui import tasks
from ui.widgets.new_passphrase import NewPassphrase


@pytest.fixture
def new(qtbot):
    made = NewPassphrase()
    made.told = []
    made.taken.connect(lambda text: made.told.append(("taken", text)))
    made.refused.connect(lambda _row, words: made.told.append(("refused", words)))
    made.working.connect(lambda words: made.told.append(("working", bool(words))))
    qtbot.addWidget(made)
    return made


def test_words_of_ours_that_are_typed_back_are_taken(new):
    new.back.setText(new.words.text().upper())
    new.check()
    assert [what for what, _about in new.told] == ["refused"]

    new.back.setText(new.words.text())
    new.check()

    assert new.told[-1] == ("taken", new.words.text())


def test_a_passphrase_of_ones_own_is_looked_at_away_from_the_window(new):
    new.own.click()
    new.typed.setText(OWN)
    new.again.setText(OWN)

    new.check()
    tasks.settle()

    assert new.told == [("working", True), ("working", False), ("taken", OWN)]
    assert new.is_own


def test_a_weak_one_is_refused(new):
    new.own.click()
    new.typed.setText("mesa")

    new.check()
    tasks.settle()

    assert new.told[-1][0] == "refused"
    assert "at least 15" in new.told[-1][1]
