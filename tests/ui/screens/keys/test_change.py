"""A change of key holders as somebody makes it: nothing happens before the secret is right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.vault import costs, holders
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.unlock import Secret
from tests.conftest import HOLDER, PASSPHRASE
from ui import tasks
from ui.screens.keys.change import KeyChangeScreen

OTHER = "Otis Pettigrew"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """A new slot costs the least that is allowed, so that no test waits for more."""
    monkeypatch.setattr(costs, "calibrated", Cost)


@pytest.fixture
def change(shown, opened):
    return lambda key, about=HOLDER: shown(KeyChangeScreen(opened, key, about))


def carry_out(page, passphrase=PASSPHRASE):
    page.own.passphrase.setText(passphrase)
    page.carry_out.click()
    tasks.settle()


def type_words(page):
    words = page.new.words.text()
    page.new.back.setText(words)
    return words


def names(record):
    with record.desk.read() as session:
        return [holder.name for holder in holders.listed(session)]


def opens(record, passphrase):
    with record.desk.read():
        return bool(holders.act(record, Secret(passphrase=passphrase)))


def test_a_holder_is_added_with_a_passphrase_of_their_own(change, opened):
    page = change("add")
    page.name.setText(f"  {OTHER} ")
    words = type_words(page)

    carry_out(page)

    assert names(opened) == [HOLDER, OTHER]
    assert opens(opened, words)
    assert page.told == [("saved", f"{OTHER} holds a key now."), ("left", None)]


def test_a_changed_passphrase_says_what_the_old_one_still_opens(change, opened, record_path):
    page = change("passphrase")
    words = type_words(page)

    carry_out(page)

    assert page.told == [("saved", f"{HOLDER} has a new passphrase.")]
    assert page.renew.isVisible()
    assert page.close_.hasFocus()
    page.renew.click()
    page.close_.click()
    assert page.told[1:] == [("new-keys", None), ("left", None)]
    opened.close()
    open_record(record_path, Secret(passphrase=words)).close()


def test_a_holder_is_renamed_and_stays_at_work(change, opened):
    page = change("rename")
    page.name.setText("Ruth Amsel-Ortiz")

    carry_out(page)

    assert names(opened) == ["Ruth Amsel-Ortiz"]
    assert opened.desk.holder == "Ruth Amsel-Ortiz"
    assert page.told[-1] == ("left", None)


def test_a_holder_is_removed(change, opened):
    page = change("add")
    page.name.setText(OTHER)
    words = type_words(page)
    carry_out(page)

    carry_out(removing := change("remove", OTHER))

    assert names(opened) == [HOLDER]
    assert removing.renew.isVisible()
    with pytest.raises(holders.WrongSecret):
        opens(opened, words)


def test_a_wrong_passphrase_is_told_beside_its_field_and_changes_nothing(change, opened):
    page = change("rename")
    page.name.setText("Somebody Else")

    carry_out(page, "four words nobody typed here")

    assert "does not open" in page.own.row.mistake
    assert page.own.passphrase.hasFocus()
    assert (names(opened), page.told) == ([HOLDER], [])
    assert page.carry_out.isEnabled()


def test_a_name_that_is_taken_is_told_beside_its_field(change, opened):
    page = change("add")
    page.name.setText(HOLDER.upper())
    type_words(page)

    carry_out(page)

    assert "already" in page.name_row.mistake
    assert page.name.hasFocus()


def test_the_same_passphrase_again_is_no_change(change):
    page = change("passphrase")
    page.new.own.click()
    page.new.typed.setText(PASSPHRASE)
    page.new.again.setText(PASSPHRASE)

    page.own.passphrase.setText(PASSPHRASE)
    page.carry_out.click()
    tasks.settle()

    assert "passphrase there was" in page.problem.text()


def test_words_that_were_not_typed_back_are_told_beside_their_field(change):
    page = change("passphrase")

    carry_out(page)

    assert page.new.rows["back"].mistake
    assert page.told == []


def test_the_sheet_serves_as_well_and_its_wrong_group_is_named(change, made, opened):
    page = change("rename")
    page.name.setText("Ruth Ortiz")
    page.own.other.click()
    groups = list(made.sheet.groups)
    wrong = "2" if groups[1][0] != "2" else "3"
    for field, group in zip(page.own.sheet.fields, groups, strict=True):
        field.setText(group)
    page.own.sheet.fields[1].setText(wrong + groups[1][1:])

    page.carry_out.click()
    tasks.settle()
    assert "Group 2" in page.own.row.mistake
    assert page.own.sheet.fields[1].hasFocus()
    page.own.sheet.fields[1].setText(groups[1])
    QTest.keyClick(page.own.sheet.fields[5], Qt.Key.Key_Return)
    tasks.settle()

    assert names(opened) == ["Ruth Ortiz"]


def test_a_fault_of_ours_is_reported(change, monkeypatch, asked):
    told = []
    page = change("rename")
    monkeypatch.setattr(page, "fail", told.append)
    monkeypatch.setattr(holders, "rename", lambda *_given: 1 / 0)
    page.name.setText("Ruth Ortiz")

    carry_out(page)

    assert [type(error) for error in told] == [ZeroDivisionError]


def test_cancel_changes_nothing(change, opened):
    page = change("rename")

    page.cancel.click()

    assert page.told == [("left", None)]
    assert names(opened) == [HOLDER]
