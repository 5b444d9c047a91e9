"""The test strip: one mark a day, words under the marks, and the same said in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.progress_facts import Mark, StripDay, StripFacts
from app.wording import say
from reports import dates, fonts, labels, marks, styles
from reports.blocks import Block, Space, Stack, words
from reports.canvas import TaggedCanvas
from reports.labels import Place, Wanted
from reports.tags import Node

ROW_DAYS = 35
DAY = styles.READING / ROW_DAYS
LINE = 9.4  # a line of small words above or below the band
BAND = 19.0
MOST_LABEL_ROWS = 5
NEIGHBOURS = 3  # marks at most so many days apart share one label


@dataclass(frozen=True)
class Group:
    """Neighbouring days with the same words under them; positions in their row."""

    days: tuple[int, ...]
    words: str

    @property
    def middle(self) -> float:
        return (self.days[0] + self.days[-1] + 1) / 2 * DAY


@dataclass
class StripRow(Block):
    """Up to thirty-five days as one figure, whose alternative text says the same day by day."""

    days: tuple[StripDay, ...]
    last_hearing_on: date | None
    shown: bool  # the words under the marks; not where they are listed elsewhere
    width: float = styles.READING

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        return tuple(_grouped(self.days)) if self.shown else ()

    @cached_property
    def _places(self) -> tuple[Place, ...] | None:
        wanted = [Wanted(group.middle, _wide(group.words)) for group in self._groups]
        return labels.arrange(wanted, self.width, MOST_LABEL_ROWS)

    @property
    def fits(self) -> bool:
        """Whether every word has a place under its mark."""
        return self._places is not None

    @cached_property
    def _hearing(self) -> int | None:
        """The day of the last hearing as a position in this row."""
        found = [n for n, day in enumerate(self.days) if day.day == self.last_hearing_on]
        return found[0] if found else None

    @cached_property
    def _lines_above(self) -> int:
        return 3 if self._crowded else 2

    @cached_property
    def _crowded(self) -> bool:
        """Whether the name of a month would stand on the words that mark the hearing."""
        if self._hearing is None:
            return False
        start = self._hearing_words[0]
        width = self._hearing_words[1]
        return any(start - 45 < x < start + width for x, _ in self._months)

    @cached_property
    def _hearing_words(self) -> tuple[float, float]:
        face = styles.SMALL.semibold()
        width = fonts.width(say("report.strip.since"), face.font, face.size)
        start = ((self._hearing or 0) + 1) * DAY + 3
        return min(start, self.width - width), width

    @cached_property
    def _months(self) -> list[tuple[float, str]]:
        """Where each month begins; one of which too few days are left has a short name or none."""
        starts = [n for n, day in enumerate(self.days) if n == 0 or day.day.day == 1]
        named = []
        for start, end in zip(starts, [*starts[1:], ROW_DAYS], strict=True):
            day = self.days[start].day
            for name in (dates.month(day), dates.short_month(day)):
                if _wide(name) + 3 <= (end - start) * DAY:
                    named.append((start * DAY, name))
                    break
        return named

    @property
    def height(self) -> float:
        rows = max((place.row for place in self._places or ()), default=-1) + 1
        below = rows * LINE + 4 if rows else 0
        return self._lines_above * LINE + BAND + below + 4

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - self.height
        box = (x, bottom, x + self.width, top)
        node = Node("Figure", alt=alternative(self.days, self.last_hearing_on), box=box)
        with canvas.content(node):
            band = top - self._lines_above * LINE - BAND
            self._draw_frame(canvas, x, band)
            self._draw_days(canvas, x, band)
            self._draw_head(canvas, x, top)
            self._draw_words(canvas, x, band)

    def _draw_frame(self, canvas: TaggedCanvas, x: float, band: float) -> None:
        right = len(self.days) * DAY
        if self.last_hearing_on is not None:
            since = [n for n, day in enumerate(self.days) if day.day > self.last_hearing_on]
            if since:
                canvas.setFillGray(styles.GREY_BAND)
                canvas.rect(
                    x + since[0] * DAY, band, right - since[0] * DAY, BAND, stroke=0, fill=1
                )
                canvas.setFillGray(styles.BLACK)
        canvas.stroke(styles.BLACK, styles.RULE_LINE)
        canvas.line(x, band, x + right, band)
        canvas.line(x, band + BAND, x + right, band + BAND)

    def _draw_days(self, canvas: TaggedCanvas, x: float, band: float) -> None:
        for n, day in enumerate(self.days):
            if day.day.weekday() == 0 and n:
                canvas.stroke(styles.BLACK, 0.45)
                canvas.line(x + n * DAY, band, x + n * DAY, band + BAND + LINE)
            middle = x + (n + 0.5) * DAY
            _centred(canvas, middle, band + BAND + 2.4, str(day.day.day))
            marks.DRAWINGS[day.mark](canvas, middle, band + BAND / 2)

    def _draw_head(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        line = top - LINE * (self._lines_above - 1) + 2.4
        for start, month in self._months:
            canvas.words(x + start, line, month, styles.SMALL)
        if self._hearing is None:
            return
        edge = x + (self._hearing + 1) * DAY
        canvas.stroke(styles.BLACK, 1.8)
        canvas.line(edge, top - self._lines_above * LINE - BAND, edge, top)
        face = styles.SMALL.semibold()
        canvas.words(x + self._hearing_words[0], top - LINE + 2.4, say("report.strip.since"), face)

    def _draw_words(self, canvas: TaggedCanvas, x: float, band: float) -> None:
        for group, place in zip(self._groups, self._places or (), strict=False):
            line = band - 4 - place.row * LINE
            canvas.stroke(styles.BLACK, 0.6)
            start = band - (3 if len(group.days) > 1 else 0)
            if len(group.days) > 1:
                ends = [x + (day + 0.5) * DAY for day in group.days]
                canvas.line(ends[0], start, ends[-1], start)
                for end in ends:
                    canvas.line(end, start, end, band + 1)
            canvas.line(
                x + group.middle, start + (0 if start < band else 1), x + group.middle, line
            )
            canvas.words(x + place.left, line - 7, group.words, styles.SMALL)


def drawn(facts: StripFacts, *, shown: bool = True) -> Stack:
    """Return the strip; words that find no place under the marks are listed below it."""
    rows = _rows(facts, shown=shown)
    if all(row.fits for row in rows):
        return Stack(styles.READING, tuple(rows))
    below = (Space(styles.READING, 1), listed(facts), Space(styles.READING, 2))
    return Stack(styles.READING, (*_rows(facts, shown=False), *below))


def listed(facts: StripFacts) -> Stack:
    """Return the words under the marks as a list, the days of the same words together."""
    found: dict[str, list[date]] = {}
    for day in facts.days:
        if day.label:
            found.setdefault(day.label, []).append(day.day)
    lines = [
        words(
            styles.READING,
            say("report.strip.listed", words=label, days=dates.several(days)),
            styles.EVIDENCE,
            "LBody",
        )
        for label, days in found.items()
    ]
    items = [Stack(styles.READING, (line,), Node("LI")) for line in lines]
    return Stack(styles.READING, tuple(items), Node("L"))


def labelled(facts: StripFacts) -> bool:
    return any(day.label for day in facts.days)


def alternative(days: Sequence[StripDay], last_hearing_on: date | None) -> str:
    """Say in words what the marks say: each mark with its days, and the words under them."""
    parts = [say("report.strip.alt", first=dates.full(days[0].day), last=dates.full(days[-1].day))]
    for mark in Mark:
        found = [day for day in days if day.mark is mark]
        if not found or mark is Mark.NONE:
            continue
        each = ", ".join(_said(day) for day in found)
        parts.append(say("report.strip.alt-mark", mark=say(f"report.mark.{mark.value}"), days=each))
    if any(day.mark is Mark.NONE for day in days):
        parts.append(say("report.strip.alt-none"))
    if last_hearing_on is not None and days[0].day <= last_hearing_on <= days[-1].day:
        parts.append(say("report.strip.alt-hearing", day=dates.short(last_hearing_on)))
    return _one_line(" ".join(parts))


def _said(day: StripDay) -> str:
    return f"{dates.short(day.day)} ({day.label})" if day.label else dates.short(day.day)


def _rows(facts: StripFacts, *, shown: bool) -> list[StripRow]:
    """Split the days into rows of nearly equal length, at most thirty-five days each."""
    count = -(-len(facts.days) // ROW_DAYS)
    each = -(-len(facts.days) // count)
    return [
        StripRow(facts.days[start : start + each], facts.last_hearing_on, shown)
        for start in range(0, len(facts.days), each)
    ]


def _grouped(days: Sequence[StripDay]) -> list[Group]:
    groups: list[Group] = []
    for n, day in enumerate(days):
        label = _one_line(day.label)
        if not label:
            continue
        last = groups[-1] if groups else None
        if last and last.words == label and n - last.days[-1] <= NEIGHBOURS:
            groups[-1] = Group((*last.days, n), label)
        else:
            groups.append(Group((n,), label))
    return groups


def _one_line(text: str) -> str:
    return " ".join(fonts.clean(text).split())


def _centred(canvas: TaggedCanvas, x: float, baseline: float, text: str) -> None:
    canvas.words(x - _wide(text) / 2, baseline, text, styles.SMALL)


def _wide(text: str) -> float:
    return fonts.width(text, styles.SMALL.font, styles.SMALL.size)
