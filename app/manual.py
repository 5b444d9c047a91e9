"""The manual: pages of plain text in the order of a working day, and which page explains what."""

from dataclasses import dataclass
from functools import cache

from app import paths
from app.wording import say

KEYBOARD = "keyboard"


@dataclass(frozen=True)
class ManualPage:
    """One page: its name, and the places of the window that it explains."""

    key: str
    places: tuple[str, ...]

    @property
    def title(self) -> str:
        return say(f"window.manual.{self.key}")


# In the order in which somebody reads who has never seen the program. A place that no page names
# is explained by the first.
PAGES = (
    ManualPage("start", ()),
    ManualPage("today", ("today",)),
    ManualPage("people", ("participants",)),
    ManualPage("person", ("person",)),
    ManualPage("entering", ("form",)),
    ManualPage("documents", ("document",)),
    ManualPage("report", ("report", "plan-page")),
    ManualPage("court", ("court-day", "packet")),
    ManualPage("import", ("import",)),
    ManualPage("backup", ("backups",)),
    ManualPage("lost", ("restore", "proof")),
    ManualPage("keys", ("keys", "key-change", "new-keys")),
    ManualPage("sealing", ("sealing", "destroyed", "certificate")),
    ManualPage("trail", ("trail", "trail-extract")),
    ManualPage("locking", ("settings",)),
    ManualPage("not-yet", ()),
    ManualPage(KEYBOARD, ()),
)


def page_for(place: str) -> str:
    """Return the key of the page that explains a place of the window."""
    return next((page.key for page in PAGES if place in page.places), PAGES[0].key)


@cache
def text(key: str) -> str:
    """Return a page as Markdown; KeyError where there is none."""
    if key not in {page.key for page in PAGES}:
        raise KeyError(key)
    return paths.resource("manual", f"{key}.md").read_text(encoding="utf-8")
