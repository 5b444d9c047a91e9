import pytest

from app.court_day import DocketRow
from models.choices import Appearance, HearingType
from ui.screens.court_day import docket_card
from ui.screens.court_day.docket_card import DocketCard


def row(place: int, appearance: Appearance | None = None) -> DocketRow:
    name = f"Person {place}"
    return DocketRow(place, place * 10, place, name, name, HearingType.REVIEW, appearance)


@pytest.fixture
def card(qtbot, desk):
    made = DocketCard(desk)
    qtbot.addWidget(made)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_the_first_who_was_not_heard_is_chosen(card):
    card.show_rows([row(1, Appearance.APPEARED), row(2), row(3)])

    assert card.row.place == 2
    assert card.aside.text() == "1 of 3 called"
    assert card.following().place == 3


def test_whoever_is_chosen_stays_so_when_the_order_changes(card):
    card.show_rows([row(1), row(2)])
    first = card.row.hearing_id

    card.show_rows([row(2), row(1)])

    assert card.row.hearing_id == first


def test_behind_the_last_one_there_is_nobody(card):
    card.show_rows([row(1), row(2)])

    assert card.go_on().place == 2
    assert card.following() is None
    assert card.go_on() is None


def test_an_empty_docket_chooses_nobody(card):
    card.show_rows([])
    card._move(1)
    card._take_off()

    assert card.row is None
    assert card.heard[-1] is None
    assert not card.none.isHidden()
    assert not card.off.isEnabled()


def test_the_ends_of_the_docket_are_its_ends(card):
    card.show_rows([row(1), row(2, Appearance.EXCUSED)])
    first = (card.up.isEnabled(), card.down.isEnabled(), card.off.isEnabled())
    card.go_on()

    assert first == (False, True, True)
    assert (card.up.isEnabled(), card.down.isEnabled(), card.off.isEnabled()) == (
        True,
        False,
        False,
    )


def test_the_keys_tell_whom_they_move(qtbot, card):
    card.show_rows([row(1), row(2)])

    with qtbot.waitSignal(card.moved) as moved:
        card.down.click()
    with qtbot.waitSignal(card.taken_off) as off:
        card.off.click()

    assert moved.args == [row(1), 1]
    assert off.args == [row(1)]


@pytest.mark.parametrize("appearance", list(Appearance))
def test_every_appearance_has_its_icon_and_word(appearance):
    cell = docket_card.columns()[2].cell(row(1, appearance))

    assert cell.icon
    assert cell.quiet
