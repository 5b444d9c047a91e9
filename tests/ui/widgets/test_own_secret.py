import pytest

from app.vault.unlock import SHEET_HOLDER
from tests.conftest import HOLDER
from ui.widgets.own_secret import OwnSecret


@pytest.fixture
def own(qtbot):
    def make(holder):
        made = OwnSecret(holder)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_a_holder_is_asked_for_the_own_passphrase(own):
    asked = own(HOLDER)
    asked.passphrase.setText("five words")

    secret = asked.secret()

    assert (secret.passphrase, secret.holder, secret.sheet) == ("five words", HOLDER, None)
    assert HOLDER in asked.passphrase.accessibleName()


def test_the_sheet_can_take_its_place_and_back(own):
    asked = own(HOLDER)
    asked.other.click()
    for number, field in enumerate(asked.sheet.fields):
        field.setText(f"AAAAA{number}")

    assert asked.secret().sheet.splitlines()[5].split() == ["6", "AAAAA5"]
    asked.other.click()

    assert asked.secret().sheet is None
    assert asked.passphrase.isVisible()


def test_whoever_came_in_by_the_sheet_is_asked_for_the_sheet(own):
    asked = own(SHEET_HOLDER)

    assert asked.other.isHidden()
    assert asked.secret().sheet is not None


def test_a_mistake_stands_beside_the_field_it_is_about(own):
    asked = own(HOLDER)

    asked.tell("Wrong.")
    assert asked.row.mistake == "Wrong."
    asked.tell("")

    assert asked.row.mistake == ""
