"""What a printed page says: the words of every tagged element, in reading order."""

import re
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
FIGURE = "Figure"
DRAWN = "Drawn"
ARTIFACT = "Artifact"
LABEL = "TH"
CELLS = ("TD",)


@dataclass(frozen=True)
class Element:
    """One piece of the page as it is read out: what it is, its words, and where it stands."""

    tag: str
    words: str
    page: int
    section: str = ""


@dataclass(frozen=True)
class Sheet:
    """One page of paper: the words under each number of the structure, and those under none."""

    marked: dict[int, list[str]]
    loose: tuple[str, ...]


def read(pdf: Path) -> list[Element]:
    reader = pypdf.PdfReader(pdf)
    sheets = [_sheet(reader, page) for page in reader.pages]
    numbers = {_object_number(page): at for at, page in enumerate(reader.pages)}
    root: Any = reader.root_object["/StructTreeRoot"]
    elements = _Walk(sheets, numbers).of(root)
    loose = [
        Element(ARTIFACT, words, at) for at, sheet in enumerate(sheets) for words in sheet.loose
    ]
    return elements + loose


@dataclass(frozen=True)
class Unit:
    """What is compared as a whole: a row of a table, a paragraph, a heading, a figure."""

    tag: str
    words: str
    page: int
    section: str


def units(elements: list[Element]) -> list[Unit]:
    """Joins the cells of a row behind its label; other elements are units as they are."""
    found: list[Unit] = []
    for element in elements:
        if element.tag in CELLS and found:
            last = found.pop()
            found.append(replace(last, words=f"{last.words} | {element.words}"))
        else:
            found.append(Unit(element.tag, element.words, element.page, element.section))
    return found


class _Walk:
    """One walk through the structure tree; remembers the section that it is in."""

    def __init__(self, sheets: list[Sheet], numbers: dict[int, int]) -> None:
        self._sheets = sheets
        self._numbers = numbers
        self._section = ""
        self._page = 0

    def of(self, node: DictionaryObject) -> list[Element]:
        """Gives the elements under a node; one that holds words of its own is a leaf."""
        kids = _kids(node)
        numbers = [self._number(kid, node) for kid in kids if _is_words(kid)]
        if numbers:
            return self._element(node, numbers)
        return list(chain.from_iterable(self.of(kid) for kid in kids))

    def _element(self, node: DictionaryObject, numbers: list[tuple[int, int]]) -> list[Element]:
        tag = str(node["/S"]).lstrip("/")
        lines = [
            line for page, number in numbers for line in self._sheets[page].marked.get(number, [])
        ]
        if tag == "H2":
            self._section = " ".join(lines)
        if tag == FIGURE:
            alternative = Element(FIGURE, str(node["/Alt"]), numbers[0][0], self._section)
            drawn = Element(DRAWN, "\n".join(lines), numbers[0][0], self._section)
            return [alternative, drawn]
        return [Element(tag, " ".join(lines), numbers[0][0], self._section)]

    def _number(self, kid: Any, node: DictionaryObject) -> tuple[int, int]:
        """A number may name its page itself, or stand on the page of the element around it."""
        holder = kid if isinstance(kid, DictionaryObject) and "/Pg" in kid else node
        if "/Pg" in holder:
            self._page = self._numbers[holder.raw_get("/Pg").idnum]
        number: Any = kid["/MCID"] if isinstance(kid, DictionaryObject) else kid
        return self._page, int(number)


def _object_number(page: pypdf.PageObject) -> int:
    assert page.indirect_reference
    return page.indirect_reference.idnum


def _kids(node: DictionaryObject) -> list[Any]:
    kids = node.get("/K", ArrayObject())
    kids = kids.get_object()
    return [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]


def _is_words(kid: Any) -> bool:
    return not isinstance(kid, DictionaryObject) or "/MCID" in kid


def _sheet(reader: pypdf.PdfReader, page: pypdf.PageObject) -> Sheet:
    """Runs through the drawing of one page; words of one mark are lines of one element."""
    alphabets = _alphabets(page)
    lines: dict[tuple[int, int | None], list[str]] = {}
    open_marks: list[int | None] = [None]
    alphabet: dict[int, str] = {}
    marks_seen = 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            marks_seen += 1
            open_marks.append(_mark(operands))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"Tf":
            alphabet = alphabets[operands[0]]
        elif operator == b"Tj":
            words = "".join(alphabet[byte] for byte in operands[0].original_bytes)
            lines.setdefault((marks_seen, open_marks[-1]), []).append(words)
    return _sorted(lines)


def _sorted(lines: dict[tuple[int, int | None], list[str]]) -> Sheet:
    marked: dict[int, list[str]] = {}
    loose: list[str] = []
    for (_, number), words in lines.items():
        if number is None:
            loose.append(" ".join(words))
        else:
            marked.setdefault(number, []).extend(words)
    return Sheet(marked, tuple(loose))


def _mark(operands: list[Any]) -> int | None:
    facts: Any = operands[1] if len(operands) > 1 else {}
    return int(facts["/MCID"]) if "/MCID" in facts else None


def _alphabets(page: pypdf.PageObject) -> dict[str, dict[int, str]]:
    resources: Any = page["/Resources"]
    fonts = resources["/Font"]
    return {name: _alphabet(font.get_object()) for name, font in fonts.items()}


def _alphabet(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {byte: chr(byte) for byte in range(256)}
    pairs = LETTER.findall(font["/ToUnicode"].get_data())
    return {int(byte, 16): chr(int(letter, 16)) for byte, letter in pairs}
