"""The places of the window as rows, the way between them, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.answers import Subject
from app.events import Changed
from ui.forms.catalogue import FORMS
from ui.screens.form import FormScreen
from ui.screens.manual import ManualScreen
from ui.screens.participants import ParticipantsScreen
from ui.screens.person.screen import PersonScreen
from ui.screens.sealing import back
from ui.screens.sealing.listed import DestroyedScreen
from ui.screens.today.screen import TodayScreen
from ui.tools import Tools
from ui.widgets.page import Page


@dataclass(frozen=True)
class Place:
    """One kind of page: its key, its icon, how it is made, and where it hangs in the rail."""

    key: str
    icon: str
    make: Callable[[Tools, Any], Page]
    under: str


@dataclass(frozen=True)
class Stand:
    """Where somebody is: a place and what it is about."""

    key: str
    about: object = None


def _today(tools: Tools, _about: Any) -> Page:
    return back.told_on(TodayScreen(tools.desk, tools.backups), tools.record)


def _report(tools: Tools, about: Any) -> Page:
    from ui.screens.report import ReportScreen  # noqa: PLC0415 - QtPdf loads with the first page

    return ReportScreen(tools.desk, tools.lane, about)


def _plan_page(tools: Tools, about: Any) -> Page:
    from ui.screens.report import PLAN, ReportScreen  # noqa: PLC0415 - as the report

    return ReportScreen(tools.desk, tools.lane, about, PLAN)


def _court_day(tools: Tools, _about: Any) -> Page:
    from ui.screens.court_day.screen import CourtDayScreen  # noqa: PLC0415 - as the report

    return CourtDayScreen(tools.desk, tools.lane)


def _packet(tools: Tools, about: Any) -> Page:
    from ui.screens.packet.screen import PacketScreen  # noqa: PLC0415 - as the report

    return PacketScreen(tools.desk, tools.lane, about)


def _person(tools: Tools, about: Any) -> Page:
    """Return a person's page; `about` is the person, or the person and the tab."""
    person_id, tab = about if isinstance(about, tuple) else (about, "overview")
    return PersonScreen(tools.desk, person_id, tab)


def _form(tools: Tools, about: Any) -> Page:
    """Return a form; `about` is its key and what it is about."""
    key, subject = about
    return FormScreen(tools.desk, FORMS[key], subject or Subject())


def _document(tools: Tools, about: Any) -> Page:
    """Return one document; `about` is the person and the document."""
    from ui.screens.document.screen import DocumentScreen  # noqa: PLC0415 - as the report

    return DocumentScreen(tools.desk, *about)


def _importing(tools: Tools, _about: Any) -> Page:
    from ui.screens.importing.screen import ImportScreen  # noqa: PLC0415 - wanted once a year

    return ImportScreen(tools.desk)


def _settings(tools: Tools, _about: Any) -> Page:
    from ui.screens.settings import SettingsScreen  # noqa: PLC0415 - wanted once a year

    return SettingsScreen(tools.desk, tools.machine)


def _backups(tools: Tools, _about: Any) -> Page:
    from ui.screens.backups.screen import BackupsScreen  # noqa: PLC0415 - wanted once a day

    restores = any(place.key == "restore" for place in PLACES)
    return BackupsScreen(tools.desk, tools.backups, restores=restores)


def _keys(tools: Tools, _about: Any) -> Page:
    from ui.screens.keys.screen import KeysScreen  # noqa: PLC0415 - wanted once a year

    return KeysScreen(tools.record)


def _key_change(tools: Tools, about: Any) -> Page:
    from ui.screens.keys.change import KeyChangeScreen  # noqa: PLC0415 - as the key holders

    key, holder = about
    return KeyChangeScreen(tools.record, key, holder)


def _new_keys(tools: Tools, _about: Any) -> Page:
    from ui.screens.keys.renew import NewKeysScreen  # noqa: PLC0415 - as the key holders

    return NewKeysScreen(tools.record, tools.lane, tools.closed)


def _trail(tools: Tools, about: Any) -> Page:
    """Return the trail of the record; `about` is what it is narrowed to."""
    from ui.screens.trail.screen import TrailScreen  # noqa: PLC0415 - as the key holders

    return TrailScreen(tools.record, about)


def _trail_extract(tools: Tools, about: Any) -> Page:
    from ui.screens.trail.extract import ExtractScreen  # noqa: PLC0415 - as the report

    return ExtractScreen(tools.desk, tools.lane, about)


def _restore(tools: Tools, _about: Any) -> Page:
    from ui.screens.restore.page import RestoreScreen  # noqa: PLC0415 - as the key holders

    kept = tools.machine.settings.record
    found = tools.backups.overview
    known = found.places if found is not None else ()
    return RestoreScreen(tools.record, Path(kept) if kept else None, known, tools.restore)


def _sealing(tools: Tools, about: Any) -> Page:
    from ui.screens.sealing.screen import SealingScreen  # noqa: PLC0415 - as the report

    return SealingScreen(tools.record, tools.lane, about)


def _certificate(tools: Tools, about: Any) -> Page:
    from ui.screens.sealing.certificate import CertificateScreen  # noqa: PLC0415 - as the report

    return CertificateScreen(tools.desk, tools.lane, about)


def _proof(tools: Tools, _about: Any) -> Page:
    from ui.screens.proof.screen import ProofScreen  # noqa: PLC0415 - as the report

    return ProofScreen(tools.record, tools.lane)


PLACES: tuple[Place, ...] = (
    Place("today", "calendar-check", _today, "today"),
    Place(
        "participants",
        "users",
        lambda tools, _about: ParticipantsScreen(tools.desk),
        "participants",
    ),
    Place("person", "users", _person, "participants"),
    Place("report", "file-text", _report, "participants"),
    Place("plan-page", "file-text", _plan_page, "participants"),
    Place("document", "file-text", _document, "participants"),
    Place("import", "file-input", _importing, "participants"),
    Place("sealing", "gavel", _sealing, "participants"),
    Place("court-day", "gavel", _court_day, "court-day"),
    Place("packet", "printer", _packet, "court-day"),
    Place("backups", "hard-drive", _backups, "backups"),
    Place("restore", "hard-drive", _restore, "backups"),
    Place("manual", "book-open", lambda _tools, about: ManualScreen(about), ""),
    Place("settings", "settings", _settings, "settings"),
    Place("keys", "key-round", _keys, "settings"),
    Place("key-change", "key-round", _key_change, "settings"),
    Place("new-keys", "key-round", _new_keys, "settings"),
    Place("trail", "clipboard-list", _trail, "settings"),
    Place("trail-extract", "printer", _trail_extract, "settings"),
    Place("proof", "badge-check", _proof, "settings"),
    Place("destroyed", "gavel", lambda tools, _about: DestroyedScreen(tools.record), "settings"),
    Place("certificate", "file-text", _certificate, "settings"),
    Place("form", "file-text", _form, "participants"),
)
RAIL = tuple(place for place in PLACES if place.key == place.under)
HOME = Stand("today")
# Forms about the court itself; every other form is about a participant.
COURT_FORMS = frozenset({"court", "team", "providers"})
DEEPEST = 50


def under(stand: Stand) -> str:
    """Return the place of the rail that a page belongs to; the manual belongs to none."""
    if stand.key == "form" and isinstance(stand.about, tuple) and stand.about[0] in COURT_FORMS:
        return "settings"
    return next(place.under for place in PLACES if place.key == stand.key)


class Navigator(QObject):
    """Shows one place at a time; the places of the rail are kept, the others made anew."""

    moved = Signal(object)
    hinted = Signal(str)
    saved = Signal(str, object)

    def __init__(self, stack: QStackedWidget, tools: Tools) -> None:
        super().__init__(stack)
        self._stack = stack
        self._tools = tools
        self._kept: dict[str, Page] = {}
        self._behind: list[Stand] = []
        self.stand: Stand | None = None

    @property
    def page(self) -> Page:
        return cast("Page", self._stack.currentWidget())

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    def go(self, key: str, about: object = None) -> None:
        """Go to a place and remember the way."""
        there = Stand(key, about)
        if there == self.stand:
            return
        if self.stand is not None:
            self._behind = [*self._behind, self.stand][-DEEPEST:]
        self._show(there)

    def back(self) -> None:
        """Go to where somebody was before."""
        if self._behind:
            self._show(self._behind.pop())

    def heed(self, change: Changed) -> None:
        """Tell the pages that stay what has changed."""
        pages = {*self._kept.values(), self._stack.currentWidget()}
        for page in pages:
            if isinstance(page, Page):
                page.heed(change)

    def _show(self, there: Stand) -> None:
        place = next(place for place in PLACES if place.key == there.key)
        left = self._stack.currentWidget()
        if isinstance(left, Page):
            left.leave()  # first, so that the next page reads what was kept
        page = self._page_of(place, there)
        self._stack.setCurrentWidget(page)
        if left is not None and left not in self._kept.values():
            self._stack.removeWidget(left)
            left.deleteLater()
        self.stand = there
        self.hinted.emit("")
        page.focus_first()
        self.moved.emit(under(there))

    def _note(self, about: object) -> None:
        """Remember what part of a page is shown, for the way back and after a lock."""
        if self.stand is not None and self.sender() is self.page:
            self.stand = Stand(self.stand.key, about)

    def _page_of(self, place: Place, there: Stand) -> Page:
        if place.key in self._kept:
            return self._kept[place.key]
        page = place.make(self._tools, there.about)
        page.wants.connect(self.go)
        page.hints.connect(self.hinted)
        page.saved.connect(self.saved)
        page.left.connect(self.back)
        page.stands.connect(self._note)
        self._stack.addWidget(page)
        if place in RAIL:
            self._kept[place.key] = page
        return page
