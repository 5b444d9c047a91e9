from app import facts
from app.facts import canonical
from tests.reports import examples
from ui.commands import drawing


def test_kept_facts_are_drawn_as_they_were_kept() -> None:
    told = examples.ordinary()

    with drawing.lane() as lane:
        page = drawing.drawer(lane)("progress-report", canonical(told))
        direct = lane.draw("progress-report", told)

    assert page.pages == 1
    assert page.pdf == direct.pdf
    assert facts.read(type(told), canonical(told)) == told
