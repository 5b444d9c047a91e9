import pytest
from PySide6.QtWidgets import QApplication

from app.events import Changed
from app.vault import holders
from app.vault.keys import Cost
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from tests.conftest import HOLDER, PASSPHRASE
from ui import tasks
from ui.screens.keys.screen import KeysScreen


@pytest.fixture
def screen(shown, opened):
    return shown(KeysScreen(opened))


def press(screen, key):
    screen.buttons[key].click()
    QApplication.processEvents()
    return screen.told[-1]


def test_every_holder_stands_there_with_role_and_day(screen):
    row = screen.table.rows.index(0, 0)

    assert screen.table.rows.rowCount() == 1
    assert screen.table.current_row().name == HOLDER
    assert row.isValid()


def test_the_last_holder_cannot_be_removed(screen):
    assert not screen.buttons["remove"].isEnabled()
    assert screen.buttons["rename"].isEnabled()


def test_each_change_leads_to_its_page_with_whom_it_is_about(screen):
    assert press(screen, "passphrase") == ("key-change", ("passphrase", HOLDER))
    assert press(screen, "add") == ("key-change", ("add", HOLDER))
    assert press(screen, "rename") == ("key-change", ("rename", HOLDER))
    screen.renew.click()
    assert screen.told[-1] == ("new-keys", None)


def test_a_new_holder_appears_and_can_be_removed(screen, opened):
    new = NewHolder("Otis Pettigrew", "harbor walnut thimble cactus", cost=Cost())
    holders.add(opened, Secret(passphrase=PASSPHRASE), new)

    screen.heed(Changed(frozenset({"key_holder"})))
    tasks.settle()
    screen.table.selectRow(1)

    assert screen.table.rows.rowCount() == 2
    assert press(screen, "remove") == ("key-change", ("remove", "Otis Pettigrew"))


def test_what_does_not_concern_holders_is_not_read_anew(screen):
    screen.table.rows.show(())

    screen.heed(Changed(frozenset({"person"})))
    tasks.settle()

    assert screen.table.rows.rowCount() == 0
