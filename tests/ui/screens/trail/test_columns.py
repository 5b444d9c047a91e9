"""Tests the columns of the trail, and how one event is told whole."""

from app.acting import act
from models.person import Person
from ui.screens.trail import columns


def test_a_row_says_when_what_of_whom_why_and_by_whom(show, ada, desk):
    def work(session):
        session.get_one(Person, ada.person).preferred_name = "Sol"
        return ""

    act(desk, work, reason="told us")
    page = show()

    when, what, who, change, by, number = (cell.text for cell in page.model.cells(0))

    assert when.endswith("4:10 PM")
    assert (what, who, by) == ("Identity changed", "Quintana, Sol", "Ruth Amsel")
    assert change == "Preferred name: Mari → Sol told us"
    assert number == str(page.model.rowCount())
    whole = columns.whole(desk, page.model.row(0)).splitlines()
    assert whole[1:] == ["Quintana, Sol · TC-7", "Preferred name: Mari → Sol", "Why: told us"]
    assert whole[0].endswith("Identity changed · by Ruth Amsel")
