import itertools

import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.vault import recovery
from reports import recovery_sheet, sheet_key
from reports.sheet_key import Boxes, Square
from tests.reports import examples, pages


def test_a_record_id_is_spoken_in_fours():
    assert sheet_key.spaced("0123456789abcdef" * 2) == "0123 4567 89ab cdef 0123 4567 89ab cdef"


def test_the_square_holds_the_record_and_the_groups_and_can_be_given_as_a_sheet():
    root = recovery.new_root()
    facts = examples.sheet_of(recovery.groups_of(root))

    content = sheet_key.scanned(facts)

    assert recovery.read_sheet(content) == (root, facts.record_id)


def test_the_square_is_drawn_module_by_module():
    square = Square(132, "Record 0123", "alt")
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData("Record 0123")
    code.make()

    assert square._modules == code.modules


def test_six_groups_stand_two_in_a_row():
    assert Boxes(446, ("AAAAAA",) * 6).height == Boxes(446, ("AAAAAA",) * 5).height
    assert Boxes(446, ("AAAAAA",) * 4).height < Boxes(446, ("AAAAAA",) * 5).height


@pytest.mark.parametrize("group", examples.sheet().groups)
def test_each_character_stands_in_its_own_box_and_the_last_is_lighter(group):
    found = pages.said(recovery_sheet.to_bytes(examples.sheet()))

    own = next(pieces for _, said, pieces in found if said.replace(" ", "")[1:] == group)[1:]

    assert [piece.text for piece in own] == list(group)
    assert {piece.size for piece in own} == {24}
    assert own[-1].font != own[0].font
    middles = [(piece.x + piece.right) / 2 for piece in own]
    steps = [after - before for before, after in itertools.pairwise(middles)]
    assert all(step == pytest.approx(sheet_key.BOX, abs=0.02) for step in steps)
