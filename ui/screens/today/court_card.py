"""The card of the next court date: when and where it is, and the two ways on from it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.today import CourtDate
from app.wording import say
from reports import dates
from ui import actions, theme
from ui.widgets.labels import label


class CourtCard(QFrame):
    """Shows one court session; without one it says how there comes to be one."""

    def __init__(self, open_day: Callable[[], object], packet: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(say("today.court"))
        dressed = theme.current()
        self.day = label("", "place", wraps=True)
        self.place = label("", "", wraps=True)
        self.open_day = actions.button(actions.COURT_DAY, open_day)
        self.packet = actions.button(actions.PACKET, packet, look="primary")
        words = QVBoxLayout()
        words.setSpacing(dressed.space("xs"))
        for each in (label(say("today.court"), "small"), self.day, self.place):
            words.addWidget(each)
        line = QHBoxLayout(self)
        edge = dressed.space("l")
        line.setContentsMargins(edge, dressed.space("m"), edge, dressed.space("m"))
        line.setSpacing(dressed.space("s"))
        line.addLayout(words, 1)
        line.addWidget(self.open_day)
        line.addWidget(self.packet)

    def tell(self, court: CourtDate | None, today: date) -> None:
        """Show `court`, or that none is on file."""
        self.packet.setVisible(court is not None and court.docket > 0)
        if court is None:
            self.day.setText(say("today.court.none"))
            self.place.setText(say("today.court.none-why"))
            return
        self.day.setText(day_words(court, today))
        self.place.setText(place_words(court))


def day_words(court: CourtDate, today: date) -> str:
    """Return the day in words: Tomorrow, Tuesday, November 24, 2026, 9:00 AM."""
    away = (court.held_on - today).days
    parts = [say(f"today.away.{away}")] if away in {0, 1} else []
    parts.append(dates.full(court.held_on))
    if court.starts_at:
        # A time is never parted at the end of a line.
        parts.append(dates.clock(court.starts_at).replace(" ", "\N{NO-BREAK SPACE}"))
    return ", ".join(parts)


def place_words(court: CourtDate) -> str:
    """Return judge, place, and how many are on the docket."""
    judge = court.judge
    if judge and court.substitute:
        judge = say("today.court.substitute", judge=judge)
    parts = [part for part in (judge, court.place) if part]
    docket = say("today.court.docket", n=court.docket) if court.docket else say("today.court.empty")
    return ", ".join([*parts, docket])
