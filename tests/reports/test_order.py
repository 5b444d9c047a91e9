import pytest

from reports import order, progress_report, styles
from reports.order import OrderLines
from tests.reports import examples, pages


@pytest.mark.parametrize(("room", "lines"), [(0, 2), (22, 2), (23, 3), (70, 5), (5000, 6)])
def test_spare_room_becomes_lines_to_write_on(room, lines):
    body = order.closing().stretched(room).body

    assert isinstance(body, OrderLines)
    assert body.lines == lines


def test_lines_are_far_enough_apart_for_a_hand():
    assert order.STEP >= styles.WRITING


def test_the_order_is_on_the_first_page_whatever_happens():
    for facts in (examples.ordinary(), examples.full(), examples.empty()):
        places = [
            piece
            for piece in pages.pieces(progress_report.to_bytes(facts))
            if piece.text == "Next date"
        ]
        assert [piece.page for piece in places] == [0]


def test_nothing_is_proposed_that_the_program_does_not_know():
    text = pages.text(progress_report.to_bytes(examples.ordinary()))

    assert "counsel heard" in text
    for word in ("as proposed", "Team", "Ready", "without known use"):
        assert word not in text
