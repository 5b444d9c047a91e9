"""Tests questions that are asked several times: lines come and go, and keep their numbers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.person import ContactMethod
from ui.forms.ask import Ask, Group
from ui.forms.group import GroupRows

TODAY = date(2026, 11, 23)
CONTACTS = Group("contact", (Ask(ContactMethod.kind), Ask(ContactMethod.value)))
VALUE = "contact_method.value"


@pytest.fixture
def group(qtbot, dressed):
    made = GroupRows(CONTACTS, lambda: TODAY, {})
    qtbot.addWidget(made)
    made.show()
    return made


def test_there_is_always_a_line_to_type_into(group):
    assert len(group.lines) == 1

    group.lines[0].drop.click()

    assert len(group.lines) == 1


def test_a_line_is_added_by_key_and_has_the_focus(qtbot, group):
    group.more.setFocus()

    with qtbot.waitSignal(group.edited):
        qtbot.keyClick(group.more, Qt.Key.Key_Space)

    assert len(group.lines) == 2
    assert group.lines[1].accessibleName().endswith("2")
    inputs = [row.input.widget for row in group.lines[1].fields.values()]
    assert all(each.accessibleName().endswith(" 2") for each in inputs)


def test_what_is_put_in_comes_out(group):
    rows = [{"contact_method.kind": "phone", VALUE: "555-0142"}, {VALUE: "555-0143"}]

    group.put(rows)
    assert [row[VALUE] for row in group.rows()] == ["555-0142", "555-0143"]

    group.put([])
    assert group.rows() == [{"contact_method.kind": "", VALUE: ""}]


def test_lines_are_numbered_anew_when_one_goes(qtbot, group):
    group.put([{VALUE: "555-0142"}, {VALUE: "555-0143"}, {VALUE: "555-0144"}])

    with qtbot.waitSignal(group.edited):
        group.lines[0].drop.click()

    assert [row[VALUE] for row in group.rows()] == ["555-0143", "555-0144"]
    assert [line.accessibleName()[-1] for line in group.lines] == ["1", "2"]


def test_the_id_of_a_row_on_file_stays_with_its_line(group):
    group.put([{"id": "12", VALUE: "555-0142"}])

    assert group.rows()[0]["id"] == "12"

    group.lines[0].drop.click()
    assert "id" not in group.rows()[0]


def test_a_mistake_stands_in_its_line(group):
    group.put([{VALUE: "555-0142"}, {VALUE: "x"}])

    row = group.tell(1, VALUE, "This is no number.")

    assert row.input.widget.accessibleDescription() == "This is no number."
    group.forget_mistakes()
    assert row.input.widget.accessibleDescription() != "This is no number."
