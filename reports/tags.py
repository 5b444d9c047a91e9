"""The structure tree of a tagged PDF: what is a heading, a table, a picture, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)


@dataclass(frozen=True)
class Leaf:
    """A stretch of marked content on a page."""

    page: int
    mcid: int


@dataclass(eq=False)
class Node:
    """A structure element; one that runs over two pages simply has leaves on both."""

    kind: str
    alt: str | None = None
    scope: str | None = None  # of a header cell: Row or Column
    box: tuple[float, float, float, float] | None = None
    kids: list["Node | Leaf"] = field(default_factory=list)
    parent: "Node | None" = None

    def adopt(self, kid: "Node") -> None:
        """Hang `kid` here, once; drawn again on a further page it keeps its place."""
        if kid.parent is None:
            kid.parent = self
            self.kids.append(kid)


def write(document: Any, root: Node, pages: Sequence[PDFObjectReference]) -> None:
    """Put the tree under `root` into `document`, with the way back from page to element."""
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = document.Reference(tree)
    owners: list[dict[int, PDFObjectReference]] = [{} for _ in pages]
    writer = _Writer(document, pages, owners)
    tree["K"] = PDFArray([writer.element(root, tree_reference)])
    tree["ParentTree"] = document.Reference(_parent_tree(document, owners))
    tree["ParentTreeNextKey"] = len(owners)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


@dataclass(frozen=True)
class _Writer:
    """Turns nodes into PDF objects and notes which element owns which marked content."""

    document: Any  # ReportLab's document, which has no types
    pages: Sequence[PDFObjectReference]
    owners: list[dict[int, PDFObjectReference]]

    def element(self, node: Node, parent: PDFObjectReference) -> PDFObjectReference:
        entry = PDFDictionary(dict(_facts(node)))
        reference: PDFObjectReference = self.document.Reference(entry)
        entry["P"] = parent
        entry["K"] = PDFArray([self._kid(kid, reference) for kid in node.kids])
        return reference

    def _kid(self, kid: Node | Leaf, parent: PDFObjectReference) -> object:
        if isinstance(kid, Node):
            return self.element(kid, parent)
        self.owners[kid.page][kid.mcid] = parent
        page = self.pages[kid.page]
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.mcid})


def _facts(node: Node) -> Iterator[tuple[str, object]]:
    yield "Type", PDFName("StructElem")
    yield "S", PDFName(node.kind)
    if node.alt is not None:
        yield "Alt", PDFString(node.alt)
    if node.scope is not None:
        yield "A", PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
    if node.box is not None:
        place = {"O": PDFName("Layout"), "Placement": PDFName("Block")}
        yield "A", PDFDictionary({**place, "BBox": PDFArray(list(node.box))})


def _parent_tree(document: Any, owners: Sequence[dict[int, PDFObjectReference]]) -> PDFDictionary:
    numbers: list[object] = []
    for page, owned in enumerate(owners):
        row = PDFArray([owned[mcid] for mcid in sorted(owned)])
        numbers += [page, document.Reference(row)]
    return PDFDictionary({"Nums": PDFArray(numbers)})
