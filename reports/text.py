"""Words into lines: measures, breaks and places runs of text with no markup to misread.

ReportLab's Paragraph reads markup, so every name would have to be escaped for it; it also draws
without saying what stands on which page, which the tags need.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports import fonts
from reports.styles import CAP_HEIGHT, Face


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face."""

    text: str
    face: Face


@dataclass(frozen=True)
class Line:
    """A line that fits: pieces of text, each with its distance from the left."""

    pieces: tuple[tuple[float, Run], ...]
    width: float
    leading: float

    @property
    def baseline(self) -> float:
        """How far the baseline lies below the top of the line: capitals stand centred in it."""
        size = max((run.face.size for _, run in self.pieces), default=0)
        return (self.leading + CAP_HEIGHT * size) / 2


@dataclass(frozen=True)
class _Word:
    parts: tuple[Run, ...]  # a word can change its face half-way
    width: float
    space: float  # before it, unless it begins a line
    breaks: bool  # begins a new line whatever room there is


def wrap(runs: Sequence[Run], room: float) -> tuple[Line, ...]:
    """Return `runs` in lines of at most `room`; there is always one line, be it empty."""
    lines: list[Line] = []
    words: list[_Word] = []
    used = 0.0
    leading = max(run.face.leading for run in runs)
    for word in _fitting(_words(runs), room):
        if word.breaks or (words and used + word.space + word.width > room):
            lines.append(_line(words, leading))
            words, used = [], 0.0
        used += word.width + (word.space if words else 0)
        words.append(word)
    return (*lines, _line(words, leading))


def _words(runs: Sequence[Run]) -> Iterator[_Word]:
    space, breaks = 0.0, False
    parts: list[Run] = []
    for run in runs:
        for piece in re.findall(r"\n| +|[^ \n]+", fonts.clean(run.text)):
            if piece[0] in " \n":
                if parts:
                    yield _word(parts, space, breaks=breaks)
                    parts, space, breaks = [], 0.0, False
                space = fonts.width(" ", run.face.font, run.face.size)
                if piece == "\n":
                    if breaks:
                        yield _word([], 0.0, breaks=True)
                    breaks = True
            else:
                parts.append(Run(piece, run.face))
    if parts:
        yield _word(parts, space, breaks=breaks)


def _word(parts: Sequence[Run], space: float, *, breaks: bool) -> _Word:
    return _Word(tuple(parts), sum(map(_measure, parts)), space, breaks)


def _fitting(words: Iterable[_Word], room: float) -> Iterator[_Word]:
    """Cut what is wider than a whole line, letter by letter."""
    for word in words:
        if word.width <= room:
            yield word
            continue
        letters = [Run(letter, part.face) for part in word.parts for letter in part.text]
        piece: list[Run] = []
        used, space, breaks = 0.0, word.space, word.breaks
        for letter in letters:
            advance = _measure(letter)
            if piece and used + advance > room:
                yield _word(_joined(piece), space, breaks=breaks)
                piece, used, space, breaks = [], 0.0, 0.0, False
            piece.append(letter)
            used += advance
        yield _word(_joined(piece), space, breaks=breaks)


def _line(words: Sequence[_Word], leading: float) -> Line:
    pieces: list[tuple[float, Run]] = []
    x = 0.0
    for number, word in enumerate(words):
        gap = word.space if number else 0.0
        for part in word.parts:
            if gap and pieces and pieces[-1][1].face == part.face:
                pieces[-1] = (pieces[-1][0], Run(f"{pieces[-1][1].text} {part.text}", part.face))
            elif gap and pieces:
                pieces[-1] = (pieces[-1][0], Run(f"{pieces[-1][1].text} ", pieces[-1][1].face))
                pieces.append((x + gap, part))
            else:
                pieces.append((x, part))
            x += gap + _measure(part)
            gap = 0.0
    return Line(tuple(pieces), x, leading)


def _joined(letters: Sequence[Run]) -> list[Run]:
    runs: list[Run] = []
    for letter in letters:
        if runs and runs[-1].face == letter.face:
            runs[-1] = Run(runs[-1].text + letter.text, letter.face)
        else:
            runs.append(letter)
    return runs


def _measure(run: Run) -> float:
    return fonts.width(run.text, run.face.font, run.face.size)
