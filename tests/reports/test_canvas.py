import io

import pytest

from reports import styles
from reports.canvas import TaggedCanvas
from reports.tags import Node
from tests.reports import pages


def made(draw) -> bytes:
    sink = io.BytesIO()
    canvas = TaggedCanvas(sink, "Example")
    draw(canvas)
    canvas.finish()
    return sink.getvalue()


def test_words_are_tagged_and_rules_are_artifacts():
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.content(Node("H1")):
            canvas.words(40, 700, "Heading", styles.NAME)
        canvas.rule(40, 690, 300, 1.6)
        canvas.showPage()

    pdf = made(draw)

    assert [(piece.tag, piece.text) for piece in pages.pieces(pdf)] == [("H1", "Heading")]
    assert [path.tag for path in pages.paths(pdf)] == ["Artifact"]


def test_a_paragraph_on_two_pages_is_one_element():
    paragraph = Node("P")

    def draw(canvas: TaggedCanvas) -> None:
        for words in ("begins", "ends"):
            with canvas.content(paragraph):
                canvas.words(40, 700, words, styles.TEXT)
            canvas.showPage()

    (found,) = [each for each in pages.elements(made(draw)) if each.kind == "P"]

    assert found.leaves == ((0, 0), (1, 0))


def test_marked_content_never_stands_inside_marked_content():
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.content(Node("P")), canvas.artifact():
            canvas.words(40, 700, "twice", styles.TEXT)

    with pytest.raises(AssertionError):
        made(draw)


def test_every_page_is_numbered_in_the_parent_tree_and_tabs_by_structure():
    def draw(canvas: TaggedCanvas) -> None:
        for _ in range(3):
            with canvas.content(Node("P")):
                canvas.words(40, 700, "a page", styles.TEXT)
            canvas.showPage()

    file = pages.reader(made(draw))

    assert [page["/StructParents"] for page in file.pages] == [0, 1, 2]
    assert {page["/Tabs"] for page in file.pages} == {"/S"}
    assert len(file.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]) == 6


def test_an_outline_line_leads_to_its_page():
    def draw(canvas: TaggedCanvas) -> None:
        canvas.showPage()
        canvas.outline("2: case 26-TC-0117")
        canvas.showPage()

    file = pages.reader(made(draw))

    (line,) = file.outline
    assert line.title == "2: case 26-TC-0117"
    assert file.get_destination_page_number(line) == 1


def test_only_our_own_fonts_are_in_the_file_and_they_are_whole():
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.content(Node("P")):
            canvas.words(40, 700, "Ńłíí", styles.TEXT)
        canvas.showPage()

    (page,) = pages.reader(made(draw)).pages

    for font in page["/Resources"]["/Font"].values():
        assert "NotoSans" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
