"""Sticks and folders are added, named, and let go."""

import pytest

from models.errors import NoSuchThing
from ui import tasks
from ui.screens.backups.places_card import PlacesCard


@pytest.fixture
def card(qtbot, dressed, court_desk, sticks, backups):
    made = PlacesCard(court_desk, backups)
    qtbot.addWidget(made)
    made.told, made.failures = [], []
    made.saved.connect(made.told.append)
    made.failed.connect(made.failures.append)
    backups.known.connect(lambda: made.show_places(backups.overview, backups.seen))
    made.show()
    backups.watch.look()
    tasks.settle()
    return made


def settle(backups):
    tasks.settle()
    backups.refresh()
    tasks.settle()


def only(card):
    (row,) = card.rows.values()
    return row


def test_a_stick_that_is_plugged_in_is_offered_and_named(card, backups, asked):
    asked.answers.append(True)  # in a test everything stands on one drive
    card.fill_menu()
    card.menu.actions()[0].trigger()
    settle(backups)

    assert only(card).name.text() == "Stick A"
    assert only(card).form is not None
    assert card.told == ["Stick A is where backups go now"]


def test_without_a_stick_a_folder_is_chosen(card, backups, sticks, asked, tmp_path):
    sticks.clear()
    backups.watch.look()
    tasks.settle()
    asked.files.append(tmp_path)
    asked.answers.append(True)

    card.offer()
    settle(backups)

    assert only(card).name.text() == "Folder A"


def test_a_folder_on_the_records_own_drive_is_asked_about_once(card, backups, asked, tmp_path):
    asked.answers.append(False)

    card.look_at(tmp_path)
    settle(backups)

    assert card.rows == {}
    assert asked.questions[0].yes == "Use it all the same"


def test_a_folder_on_another_drive_is_taken_without_a_question(
    card, backups, tmp_path, monkeypatch
):
    monkeypatch.setattr("app.backup.drives.is_same", lambda _one, _other: False)

    card.look_at(tmp_path)
    settle(backups)

    assert only(card).place.folder == tmp_path


def test_a_folder_that_is_not_there_is_told(card, backups, tmp_path):
    card.look_at(tmp_path / "none")
    settle(backups)

    assert [type(error) for error in card.failures] == [FileNotFoundError]


def test_a_place_gets_another_name(card, backups, stick_a):
    row = only(card)
    row.open_form()
    row.form.saved.emit("Blue  stick", "the safe")
    settle(backups)

    assert row.name.text() == "Blue stick"
    assert row.form is None
    assert card.told == ["Blue stick, where backups go"]


def test_a_name_that_is_taken_is_refused_beside_the_field(card, backups, stick_a):
    row = only(card)
    row.open_form()
    row.form.saved.emit("  ", "")
    settle(backups)

    assert "Another place has this name" in row.form.row.mistake
    assert card.failures == []


def test_what_else_goes_wrong_is_told_on_the_page(card, stick_a):
    card._refuse(only(card), NoSuchThing("backup-folder.none", folder="x"))

    assert len(card.failures) == 1


def test_a_place_that_is_no_longer_used_goes_from_the_list(card, backups, stick_a):
    row = only(card)
    row.open_form()
    row.form.remove.click()
    settle(backups)

    assert card.rows == {}
    assert not card.none.isHidden()
    assert card.told == ["Stick A is no longer offered; its backups stay where they are"]
