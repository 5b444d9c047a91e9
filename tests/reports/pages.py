"""Reads finished pages back: what stands where, in which size, and under which tag.

It knows nothing of how the pages are made; it reads content streams and the structure tree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject


@dataclass(frozen=True)
class Piece:
    """A stretch of text as it stands on a page; `mcid` is None in an artifact."""

    page: int
    x: float
    y: float
    size: float
    font: str
    text: str
    width: float
    mcid: int | None
    tag: str  # of the marked content, empty outside all marked content

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True)
class Painted:
    """A path painted on a page, and the tag around it."""

    operator: str
    tag: str


@dataclass(frozen=True)
class Element:
    """A structure element in reading order."""

    kind: str
    depth: int
    alt: str | None
    leaves: tuple[tuple[int, int], ...]  # page, mcid


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def pieces(pdf: bytes) -> list[Piece]:
    """Return every stretch of text in the order in which it is painted."""
    found: list[Piece] = []
    for number, page in enumerate(reader(pdf).pages):
        found += [item for item in _painted(page, number) if isinstance(item, Piece)]
    return found


def paths(pdf: bytes) -> list[Painted]:
    """Return every path that is painted."""
    found: list[Painted] = []
    for number, page in enumerate(reader(pdf).pages):
        found += [item for item in _painted(page, number) if isinstance(item, Painted)]
    return found


def text(pdf: bytes) -> str:
    """Return all words of the document, in the order in which they are painted."""
    return " ".join(" ".join(piece.text for piece in pieces(pdf)).replace("\u00a0", " ").split())


def elements(pdf: bytes) -> list[Element]:
    """Return the structure tree, flat, in reading order."""
    file = reader(pdf)
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(file.pages)}
    root = file.trailer["/Root"]["/StructTreeRoot"]
    return [found for kid in _kids(root) for found in _walk(kid, 0, pages)]


def said(pdf: bytes) -> list[tuple[Element, str, list[Piece]]]:
    """Return the elements with text of their own, what they say and where it stands."""
    by_leaf: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces(pdf):
        if piece.mcid is not None:
            by_leaf.setdefault((piece.page, piece.mcid), []).append(piece)
    result = []
    for element in elements(pdf):
        own = [piece for leaf in element.leaves for piece in by_leaf.get(leaf, [])]
        if own:
            result.append((element, " ".join(piece.text for piece in own), own))
    return result


def overlapping(found: list[Piece]) -> list[tuple[str, str]]:
    """Return words that stand on one another; a letter is about 0.7 of its size high."""
    return [
        (one.text, other.text)
        for n, one in enumerate(found)
        for other in found[n + 1 :]
        if one.x + 0.1 < other.right
        and other.x + 0.1 < one.right
        and one.y < other.y + 0.7 * other.size
        and other.y < one.y + 0.7 * one.size
    ]


def _walk(node: Any, depth: int, pages: dict[int, int]) -> Iterator[Element]:
    leaves = tuple(
        (pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"]))
        for kid in _kids(node)
        if kid.get("/Type") == "/MCR"
    )
    alt = node.get("/Alt")
    yield Element(str(node["/S"])[1:], depth, str(alt) if alt is not None else None, leaves)
    for kid in _kids(node):
        if kid.get("/Type") != "/MCR":
            yield from _walk(kid, depth + 1, pages)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _painted(page: Any, number: int) -> Iterator[Piece | Painted]:
    fonts = {name: _Font(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    stack: list[tuple[str, int | None]] = []
    font, size, x, y = "", 0.0, 0.0, 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        tag, mcid = stack[-1] if stack else ("", None)
        if operator == b"BDC":
            stack.append((str(operands[0])[1:], _mcid(operands[1])))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == b"Tm":
            x, y = float(operands[4]), float(operands[5])
        elif operator == b"Tj":
            text, width = fonts[font].read(operands[0])
            wide = width * size / 1000
            yield Piece(number, x, y, size, fonts[font].name, text, wide, mcid, tag)
            x += wide
        elif operator in {b"f", b"S", b"B", b"f*", b"b", b"s", b"B*"}:
            yield Painted(operator.decode(), tag)


def _mcid(properties: Any) -> int | None:
    if isinstance(properties, IndirectObject):
        properties = properties.get_object()
    found = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
    return None if found is None else int(found)


class _Font:
    """A subset font: its widths and what its codes mean."""

    def __init__(self, font: Any) -> None:
        self.name = str(font["/BaseFont"]).split("+")[-1]
        self._first = int(font["/FirstChar"])
        self._widths = [float(width) for width in font["/Widths"]]
        found = re.findall(r"<(\w+)>\s*<(\w+)>", font["/ToUnicode"].get_data().decode())
        self._meaning = {int(code, 16): chr(int(meaning, 16)) for code, meaning in found}

    def read(self, string: Any) -> tuple[str, float]:
        codes = string.original_bytes
        return (
            "".join(self._meaning[code] for code in codes),
            sum(self._widths[code - self._first] for code in codes),
        )
