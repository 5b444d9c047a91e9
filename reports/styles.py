"""The look of the printed pages by name: type, rules, greys and the grid (in points)."""

from dataclasses import dataclass, replace

from reports.fonts import REGULAR, SEMIBOLD


@dataclass(frozen=True)
class Face:
    """A size of type: font, size, and the distance from line to line."""

    font: str
    size: float
    leading: float

    def semibold(self) -> "Face":
        return replace(self, font=SEMIBOLD)


NAME = Face(SEMIBOLD, 21, 25)
HEADING = Face(SEMIBOLD, 21, 26)
LARGE = Face(SEMIBOLD, 14, 17)
FIRST = Face(REGULAR, 12.5, 15.6)
LEAD = Face(REGULAR, 11, 15)
TEXT = Face(REGULAR, 9.5, 12.6)
STEP = Face(REGULAR, 10.5, 14.4)
SECTION = Face(SEMIBOLD, 9, 11.6)
FIRST_LABEL = Face(SEMIBOLD, 9.5, 15.6)  # on one line with the sentence beside it
EVIDENCE = Face(REGULAR, 8, 10.2)
SMALL = Face(REGULAR, 7.5, 9.4)
FOOT = Face(REGULAR, 7.4, 9.6)
LAW = Face(SEMIBOLD, 8.4, 10.6)
FOOT_RIGHT = Face(SEMIBOLD, 9, 10.6)
TAB = Face(SEMIBOLD, 18, 20)
KEY_LETTER = Face(SEMIBOLD, 24, 28)
CHECK_LETTER = Face(REGULAR, 24, 28)

# Cap height of Noto Sans, by which text is centred between the rules above and below it.
CAP_HEIGHT = 0.714

RULE_HEAVY = 1.6
RULE_LINE = 0.75
RULE_SECTION = 0.6
RULE_ROW = 0.4

BLACK = 0.0
WHITE = 1.0
GREY_ROW = 0.6  # 40 % grey: lines that may vanish in a copy
GREY_BAND = 0.92  # 8 % grey: the band since the last hearing

PAGE_WIDTH = 612.0
PAGE_HEIGHT = 792.0
LEFT = 40.0
RIGHT = 40.0
TOP = 24.0
BOTTOM = 26.0
WIDE = PAGE_WIDTH - LEFT - RIGHT
NAMES = 76.0  # the column in which section names hang
GUTTER = 10.0
READING = WIDE - NAMES - GUTTER  # 446: the column in which everything to read stands

STATE = 14.0  # tick or pointer, at the left of a row
WRITING = 21.0  # the least distance between two lines to write on
