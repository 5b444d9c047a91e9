"""The tabs of a person as rows, in the order of their keys; only what exists stands here."""

from collections.abc import Callable
from dataclasses import dataclass

from app.desk import Desk
from ui.screens.person.documents import DocumentsTab
from ui.screens.person.hearings import HearingsTab
from ui.screens.person.history import HistoryTab
from ui.screens.person.intake import IntakeTab
from ui.screens.person.notes import NotesTab
from ui.screens.person.overview import OverviewTab
from ui.screens.person.plan import PlanTab
from ui.screens.person.tab import Tab
from ui.screens.person.testing import TestingTab


@dataclass(frozen=True)
class TabSpec:
    """One tab: its key, its icon, and how it is made."""

    key: str
    icon: str
    make: Callable[[Desk, int], Tab]


TABS: tuple[TabSpec, ...] = (
    TabSpec("overview", "users", OverviewTab),
    TabSpec("intake", "clipboard-list", IntakeTab),
    TabSpec("plan", "target", PlanTab),
    TabSpec("tests", "flask-conical", TestingTab),
    TabSpec("hearings", "gavel", HearingsTab),
    TabSpec("notes", "pencil", NotesTab),
    TabSpec("documents", "file-input", DocumentsTab),
    TabSpec("history", "clock", HistoryTab),
)
