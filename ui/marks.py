"""How a drug test looks in the window: an icon, a tone and words; never colour alone."""

from app.progress_facts import Mark
from app.testing import ResultFacts, TestFacts, mark_of
from app.wording import say
from models.choices import Reading
from ui.capitals import capital
from ui.tables.rows import Cell

# Icon and tone. A positive test is nothing that a person is coloured red for.
MARKS: dict[Mark, tuple[str, str]] = {
    Mark.AS_EXPECTED: ("circle-check", "good"),
    Mark.DILUTE: ("triangle-alert", "attention"),
    Mark.WAITING: ("clock", "info"),
    Mark.POSITIVE: ("circle-minus", "attention"),
    Mark.UNCONFIRMED: ("circle-dashed", "attention"),
    Mark.NO_SHOW: ("user-x", "attention"),
    Mark.NO_SPECIMEN: ("circle-slash", "quiet"),
    Mark.DECLINED: ("circle-slash", "attention"),
    Mark.NOT_IN_POOL: ("circle", "quiet"),
    Mark.NONE: ("circle", "quiet"),
}


def cell(mark: Mark, quiet: str = "") -> Cell:
    """Return the cell of a mark, with its day where the list shows one."""
    icon, tone = MARKS[mark]
    return Cell(say(f"window.mark.{mark.value}"), quiet, icon, tone)


def test_cell(test: TestFacts) -> Cell:
    """Return the cell of one test; for the case manager, an expected positive is told apart."""
    mark = mark_of(test)
    expected = any(result.reading is Reading.EXPECTED for result in test.results)
    if mark is Mark.AS_EXPECTED and expected:
        return Cell(say("window.mark.expected"), "", "circle-check", "info")
    return cell(mark)


def detail(test: TestFacts) -> str:
    """Return what else is known of a test, in words."""
    parts = [_result(result) for result in test.results]
    parts += [] if test.reason is None else [test.reason]
    return capital("; ".join(parts))


def _result(result: ResultFacts) -> str:
    reading = result.reading or result.result
    return say(
        "window.test.result",
        substance=result.analyte or result.substance,
        reading=say(f"window.reading.{reading.value}"),
    )
