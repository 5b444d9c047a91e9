"""The card for the worst day: what opens the backups when the computer is gone."""

from app.backup.opening import Openers
from app.desk import Desk
from app.wording import say
from reports import dates
from ui.widgets.card import Card
from ui.widgets.labels import label, with_icon


class LostCard(Card):
    """Which sheet, how many passphrases, and what to do."""

    def __init__(self, desk: Desk, openers: Openers) -> None:
        super().__init__(say("backups.lost"))
        since = dates.dated(desk.local(openers.since).date()) if openers.since else ""
        self.add_padded(
            with_icon("key-round", say("backups.lost.sheet", number=openers.sheet, day=since)),
            with_icon("users", say("backups.lost.holders", n=openers.holders)),
            label(say("backups.lost.do"), "small", wraps=True),
        )
