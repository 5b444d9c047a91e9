"""Every colour, size, space and type of the window by name; light, dark and high contrast.

No other file holds a colour or a size of its own. Sizes are pixels at 100 % and grow with the
system's font size.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import paths


class Scheme(StrEnum):
    """The three ways in which the same names are coloured."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


COLOURS: dict[str, tuple[str, str, str]] = {
    "window": ("#EBEEEC", "#151A18", "#000000"),
    "page": ("#F6F8F7", "#1A201E", "#000000"),
    "surface": ("#FFFFFF", "#212826", "#000000"),
    "sunken": ("#F0F3F1", "#1C2321", "#000000"),
    "line": ("#D6DCD9", "#38423E", "#8C9691"),
    "control": ("#7B8782", "#7F8C86", "#FFFFFF"),
    "text": ("#1B2320", "#E7ECEA", "#FFFFFF"),
    "quiet": ("#53605B", "#A6B2AD", "#DDE3E0"),
    "accent": ("#1C5D53", "#84C9B9", "#6BF0D8"),
    "accent_down": ("#154840", "#A2DACD", "#B5FFF1"),
    "accent_soft": ("#DCEBE6", "#23413A", "#00382F"),
    "on_accent": ("#FFFFFF", "#0C241F", "#000000"),
    "focus": ("#1C5D53", "#84C9B9", "#FFE14D"),
    "good": ("#35651C", "#A6D085", "#A8F07A"),
    "good_soft": ("#E7F1DE", "#26351E", "#000000"),
    "attention": ("#855000", "#E8B866", "#FFD45C"),
    "attention_soft": ("#FBF0DC", "#3A301B", "#000000"),
    "problem": ("#A02B2B", "#F2A49E", "#FFA79F"),
    "problem_soft": ("#FBE9E7", "#3F2625", "#000000"),
    "info": ("#2A5788", "#9EC3EA", "#A6D4FF"),
    "info_soft": ("#E5EEF7", "#20303F", "#000000"),
}

# Which text may stand on which ground, and the contrast that it needs.
TEXT_PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    *(
        (text, ("window", "page", "surface", "sunken", "accent_soft"))
        for text in ("text", "quiet", "accent")
    ),
    *(
        (text, ("attention_soft", "problem_soft", "good_soft", "info_soft"))
        for text in ("text", "quiet")
    ),
    ("on_accent", ("accent", "accent_down")),
    ("good", ("surface", "page", "good_soft", "accent_soft")),
    ("attention", ("window", "surface", "page", "attention_soft", "accent_soft")),
    ("problem", ("surface", "page", "problem_soft", "accent_soft")),
    ("info", ("surface", "page", "info_soft", "accent_soft")),
)
EDGE_PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("control", ("surface", "page", "sunken", "window", "accent_soft")),
    ("focus", ("surface", "page", "window", "sunken", "accent_soft")),
)

# Pixels of a letter and of its line.
TYPES: dict[str, tuple[int, int]] = {
    "small": (12, 16),
    "base": (14, 20),
    "large": (16, 24),
    "title": (20, 28),
    "figure": (28, 36),
}

SPACES: dict[str, int] = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32}

SIZES: dict[str, int] = {
    "row": 36,
    "row_compact": 28,
    "table_head": 32,
    "card_head": 40,
    "top_bar": 52,
    "status_line": 28,
    "person_header": 76,
    "initials": 48,
    "button": 36,
    "chip": 28,
    "radius": 6,
    "icon": 16,
    "icon_large": 20,
    "icon_figure": 32,
    "rail": 184,
    "rail_folded": 56,
    "rail_folds_below": 1100,
    "search": 420,
    "field": 420,
    "field_narrow": 160,
    "field_words": 640,
    "form": 860,
    "pair_name": 120,
    "search_list": 560,
    "manual": 760,
    "filter": 240,
    "filter_narrow": 200,
    "chip_room": 112,
    "unlock_card": 416,
    "side_column": 380,
    "stacks_below": 900,
    "report_side": 280,
    "document_side": 340,
    "docket": 280,
    "said": 340,
    "order_state": 116,
    "preview_from": 1080,
    "dialog": 440,
    "tick_bar": 4,
    "focus_line": 2,
}

FAMILY = "Noto Sans"
FONTS = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
# What a desktop's ordinary text measures when nobody has asked for larger letters.
ORDINARY_POINTS = 11.0
LARGEST_SCALE = 2.0


# Where the colour of a scheme stands in its row; looked up for every cell that is painted.
PLACES = {scheme.value: place for place, scheme in enumerate(Scheme)}


@dataclass(frozen=True)
class Theme:
    """The tokens as one window uses them."""

    scheme: Scheme = Scheme.LIGHT
    scale: float = 1.0

    def colour(self, name: str) -> QColor:
        return _colour(self.hex(name))

    def hex(self, name: str) -> str:
        return COLOURS[name][PLACES[self.scheme.value]]

    def size(self, name: str) -> int:
        return self.scaled(SIZES[name])

    def space(self, name: str) -> int:
        return self.scaled(SPACES[name])

    def scaled(self, pixels: int) -> int:
        return round(pixels * self.scale)

    def font(self, name: str = "base", *, strong: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(self.scaled(TYPES[name][0]))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


class _Chosen:
    """The theme in force; one a program, because Qt has one style sheet a program."""

    theme = Theme()


def current() -> Theme:
    return _Chosen.theme


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in `theme`."""
    _Chosen.theme = theme
    _load_fonts()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def change(wished: str) -> bool:
    """Dress the program, which is dressed already, as a person wishes; whether that is another."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    look = replace(from_system(app, wished), scale=current().scale)
    if look == current():
        return False
    apply(app, look)
    return True


def from_system(app: QApplication, wished: str = "system") -> Theme:
    """Return the theme that the person, or else the system, asks for."""
    scale = min(LARGEST_SCALE, max(1.0, app.font().pointSizeF() / ORDINARY_POINTS))
    if wished in set(Scheme):
        return Theme(Scheme(wished), scale)
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Theme(Scheme.DARK if dark else Scheme.LIGHT, scale)


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet, made from tokens: `@name` a colour, pixels at 100 %."""
    text = paths.resource("theme.qss.in").read_text(encoding="utf-8")
    coloured = re.sub(r"@(\w+)", lambda found: theme.hex(found[1]), text)
    return re.sub(r"(\d+)px", lambda found: f"{theme.scaled(int(found[1]))}px", coloured)


@cache
def _load_fonts() -> None:
    """Load the letters that we carry, once; a machine's own may be another edition of them."""
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))


ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("quiet"))
    return palette
