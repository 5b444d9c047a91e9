import io

import pytest

from app.progress_facts import Mark
from reports import marks
from reports.canvas import TaggedCanvas
from tests.reports import pages


def drawn(drawing) -> tuple[bytes, bytes]:
    """Return the page with the drawing, and its content stream."""
    sink = io.BytesIO()
    canvas = TaggedCanvas(sink, "Marks")
    with canvas.artifact():
        drawing(canvas, 100, 100)
    canvas.showPage()
    canvas.finish()
    pdf = sink.getvalue()
    return pdf, pages.reader(pdf).pages[0].get_contents().get_data()


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_drawn_and_holds_no_letter(mark):
    pdf, _ = drawn(marks.DRAWINGS[mark])

    assert pages.paths(pdf)
    assert pages.pieces(pdf) == []


def test_no_two_marks_look_alike():
    shapes = {mark: drawn(drawing)[1] for mark, drawing in marks.DRAWINGS.items()}

    assert len(set(shapes.values())) == len(Mark)


@pytest.mark.parametrize("sign", [marks.tick, marks.pointer, marks.box])
def test_signs_of_a_row_are_drawn(sign):
    pdf, _ = drawn(sign)

    assert len(pages.paths(pdf)) == 1


@pytest.mark.parametrize("mark", [Mark.POSITIVE, Mark.DILUTE])
def test_solid_marks_are_filled(mark):
    pdf, _ = drawn(marks.DRAWINGS[mark])

    assert any(path.operator.startswith("f") for path in pages.paths(pdf))


@pytest.mark.parametrize("mark", [Mark.AS_EXPECTED, Mark.NO_SPECIMEN, Mark.NO_SHOW, Mark.DECLINED])
def test_open_marks_are_lines_only(mark):
    pdf, _ = drawn(marks.DRAWINGS[mark])

    assert {path.operator for path in pages.paths(pdf)} == {"S"}
