"""One stick or folder on a line: what can be done with it now."""

from dataclasses import replace

import pytest

from ui.screens.backups.place_row import PlaceRow


@pytest.fixture
def row(qtbot, dressed, stick_a, court_desk):
    made = PlaceRow(stick_a)
    made.tell(stick_a, [], court_desk.today(), busy=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_stick_that_is_plugged_in_can_be_ejected(qtbot, row, stick_a):
    assert row.aside.text().endswith("free")
    assert row.eject.accessibleName() == "Eject Stick A"

    with qtbot.waitSignal(row.eject_wanted) as wanted:
        row.eject.click()

    assert wanted.args == [stick_a]


def test_while_a_backup_runs_it_is_not_ejected(row, stick_a, court_desk):
    row.tell(stick_a, [], court_desk.today(), busy=True)

    assert not row.eject.isEnabled()


def test_a_stick_that_is_away_says_when_it_was_seen(row, stick_a, court_desk):
    away = replace(stick_a, folder=None, free=None, drive=None, kept_at="the safe")
    row.tell(away, [], court_desk.today(), busy=False)

    assert row.aside.text().startswith("Seen Nov")
    assert row.words.text() == "no backup on it; kept at: the safe"
    assert row.eject.isHidden()


def test_its_form_opens_below_once_and_gives_the_focus_back(qtbot, row):
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    row.change.click()
    form = row.form
    row.open_form()
    assert row.form is form
    assert form.name.hasFocus()

    form.cancel.click()
    row.close_form()

    assert row.form is None
    assert row.change.hasFocus()
