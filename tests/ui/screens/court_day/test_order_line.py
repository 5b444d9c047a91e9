import pytest

from app.court_day import OrderFacts
from models.choices import OrderStatus
from ui.screens.court_day.order_line import LOOKS, NEXT, OrderLine


@pytest.fixture
def line(qtbot):
    made = OrderLine(OrderFacts(7, "Bring pay stubs", None, OrderStatus.OPEN))
    qtbot.addWidget(made)
    return made


def test_an_order_says_how_it_stands(line):
    assert line.button.text() == "Open"
    assert line.button.accessibleName() == "Bring pay stubs: Open"


def test_a_key_goes_on_to_the_next_state(qtbot, line):
    with qtbot.waitSignal(line.marked) as marked:
        line.button.click()

    assert marked.args == [7, OrderStatus.DONE]


def test_an_order_that_was_lifted_stays_so(qtbot):
    made = OrderLine(OrderFacts(7, "Bring pay stubs", None, OrderStatus.LIFTED))
    qtbot.addWidget(made)

    assert not made.button.isEnabled()


def test_every_state_has_its_look_and_leads_round():
    assert set(LOOKS) == set(OrderStatus)
    assert set(NEXT.values()) == set(NEXT)
