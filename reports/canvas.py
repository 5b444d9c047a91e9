"""A ReportLab canvas on which everything drawn is either tagged content or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from reports import fonts, metadata, styles, tags
from reports.styles import Face
from reports.tags import Leaf, Node


class TaggedCanvas(Canvas):
    """Opens marked content around what is drawn and hangs it in the structure tree."""

    _doc: Any  # ReportLab's own, which has no types
    _code: list[str]

    def __init__(self, sink: BinaryIO, title: str) -> None:
        fonts.register()
        size = (styles.PAGE_WIDTH, styles.PAGE_HEIGHT)
        super().__init__(
            sink, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang="en-US"
        )
        self.root = Node("Document")
        self._open: list[Node] = [self.root]
        self._mcid = 0
        self._pages: list[PDFObjectReference] = []
        self._marking = False
        metadata.write(self, self._doc, title)

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return len(self._pages)

    @contextmanager
    def element(self, node: Node) -> Iterator[None]:
        """Everything tagged inside belongs to `node`."""
        self._open[-1].adopt(node)
        self._open.append(node)
        try:
            yield
        finally:
            self._open.pop()

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Everything drawn inside is what `node` says."""
        with self.element(node):
            node.kids.append(Leaf(len(self._pages), self._mcid))
            with self._marked(f"/{node.kind} <</MCID {self._mcid}>> BDC"):
                yield
            self._mcid += 1

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Everything drawn inside says nothing of its own: a rule, a band, a repeated head."""
        types = {"": "/Layout", "Header": "/Pagination", "Footer": "/Pagination"}
        subtype = f" /Subtype /{kind}" if kind else ""
        with self._marked(f"/Artifact <</Type {types[kind]}{subtype}>> BDC"):
            yield

    def words(self, x: float, baseline: float, text: str, face: Face) -> None:
        """Draw `text`, which went through `fonts.clean`."""
        self.setFont(face.font, face.size)
        self.drawString(x, baseline, text)

    def rule(
        self, x: float, y: float, length: float, weight: float, grey: float = styles.BLACK
    ) -> None:
        with self.artifact():
            self.stroke(grey, weight)
            self.line(x, y, x + length, y)

    def stroke(self, grey: float, weight: float) -> None:
        self.setStrokeGray(grey)
        self.setLineWidth(weight)

    def outline(self, title: str) -> None:
        """Let the outline lead to this page; `title` holds no name."""
        key = f"page-{len(self._pages)}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        number = len(self._pages)
        self._pages.append(self._doc.thisPageRef())
        super().showPage()
        page = self._doc.Pages[number]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")
        self._mcid = 0

    def finish(self) -> int:
        """Write the document and return how many pages it has."""
        tags.write(self._doc, self.root, self._pages)
        self._doc.Catalog.Lang = PDFString("en-US")
        self._doc.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        self.save()
        return len(self._pages)

    def _make_preamble(self) -> None:
        # ReportLab's own preamble selects Helvetica, which is not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        if self._marking:
            raise AssertionError("marked content never stands inside other marked content")
        self._marking = True
        self._code.append(begin)
        try:
            yield
        finally:
            self._code.append("EMC")
            self._marking = False
