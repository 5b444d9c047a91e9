"""The certificate as it will leave: seen first, then printed or saved through the gate."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import carrying_out
from app.certificate_facts import CertificateFacts
from app.desk import Desk
from app.release import Released
from app.wording import say
from reports.drawn import Drawn
from reports.lane import Lane
from ui import tasks, theme
from ui.preview import Preview
from ui.releasing import Leaving
from ui.way_out import WayOut
from ui.widgets.labels import label
from ui.widgets.page import Page


@dataclass(frozen=True)
class ShownCertificate:
    """A certificate in the preview, and what it says."""

    facts: CertificateFacts
    page: Drawn
    file_name: str


class CertificatePart(QWidget):
    """What can be done on the left, the page beside it; it lives in memory only."""

    def __init__(self, page: Page, desk: Desk, lane: Lane, told: str) -> None:
        super().__init__()
        self._page, self._desk, self._lane = page, desk, lane
        self._leaving: Leaving[ShownCertificate] = Leaving(desk, self, page.fail, self._write_down)
        self.way = WayOut(page, self._leaving, carrying_out.DOCUMENT)
        self.preview = Preview()
        dressed = theme.current()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(dressed.space("l"))
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("l"))
        for part in (label(told, wraps=True), self.way):
            column.addWidget(part)
        column.addStretch(1)
        across.addWidget(side)
        across.addWidget(self.preview, 1)

    def show_facts(self, facts: CertificateFacts) -> None:
        """Draw the certificate, and let it leave once it is seen."""
        tasks.run(
            lambda: self._lane.draw(carrying_out.DOCUMENT, facts),
            owner=self,
            done=lambda page: self._show(facts, page),
            failed=self._page.fail,
            lane=tasks.PAGES,
        )

    def _show(self, facts: CertificateFacts, page: Drawn) -> None:
        self._leaving.show(ShownCertificate(facts, page, _name(facts)))
        self.preview.show_pdf(page.pdf)
        self.way.allow(allowed=True)
        self.way.print.setFocus()
        self._page.shown.emit()

    def _write_down(self, shown: ShownCertificate) -> Released:
        return carrying_out.released(self._desk, shown.facts, lambda _kind, _facts: shown.page)


def _name(facts: CertificateFacts) -> str:
    """Return a name for the file that names nobody: day and event."""
    event = facts.mark_after.partition("-")[0]
    return f"{carrying_out.DOCUMENT}-{facts.destroyed_at.date().isoformat()}-{event}.pdf"


class CertificateScreen(Page):
    """A certificate once more; the order is not kept, so there are lines to write it on."""

    def __init__(self, desk: Desk, lane: Lane, number: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("certificate.again"))
        self.column.addWidget(label(say("certificate.again"), "title"))
        self.part = CertificatePart(self, desk, lane, say("destroyed.by-hand"))
        self.column.addWidget(self.part, 1)

        def read() -> CertificateFacts:
            with desk.read() as session:
                return carrying_out.certificate(session, number)

        tasks.run(read, owner=self, done=self.part.show_facts, failed=self.fail)

    def focus_first(self) -> None:
        (self.part.way.print if self.part.way.print.isEnabled() else self).setFocus()
