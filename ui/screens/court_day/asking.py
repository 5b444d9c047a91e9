"""What is asked about before it is kept, and never refused: unusual days, and days to come."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app import holidays
from app.wording import say
from reports import dates
from ui import dialogs
from ui.dialogs import Question

Call = Callable[[], None]


def about_day(owner: QWidget, day: date | None, call: Call) -> None:
    """Ask about a Sunday or a holiday, then `call`; every other day is not asked about."""
    why = holidays.why_unusual(day) if day is not None else None
    if day is None or why is None:
        call()
        return
    question = Question(
        why,
        say("court.unusual", day=dates.full(day)),
        yes=say("court.unusual.yes"),
        no=say("court.unusual.no"),
    )
    dialogs.ask(owner, question, lambda yes: call() if yes else None)


def about_early(owner: QWidget, day: date, call: Call, back: Call) -> None:
    """Ask whether what stands on file for a day to come has been held already."""
    question = Question(
        say("court.early", day=dates.full(day)),
        say("court.early.why"),
        yes=say("court.early.yes"),
        no=say("court.early.no"),
    )
    dialogs.ask(owner, question, lambda yes: (call if yes else back)())
