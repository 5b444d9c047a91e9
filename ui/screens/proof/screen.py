"""The proof of encryption as it will leave: what the record answers, seen first, then printed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import proof
from app.proof_facts import ProofFacts
from app.release import Released
from app.vault.record import Record
from app.wording import say
from reports import dates, proof_page
from reports.drawn import Drawn
from reports.lane import Lane
from ui import tasks, theme
from ui.preview import Preview
from ui.releasing import Leaving
from ui.way_out import WayOut
from ui.widgets.labels import label
from ui.widgets.page import Page


@dataclass(frozen=True)
class ShownProof:
    """A proof in the preview, and what it says."""

    facts: ProofFacts
    page: Drawn

    @property
    def file_name(self) -> str:
        """A name for the file: day and audit event."""
        event = self.facts.audit_mark.partition("-")[0]
        return f"{proof.DOCUMENT}-{self.facts.made_at.date().isoformat()}-{event}.pdf"


class ProofScreen(Page):
    """The main facts in words at the left, where a screen reader comes by; the page beside them."""

    def __init__(self, record: Record, lane: Lane) -> None:
        super().__init__()
        self._record, self._lane = record, lane
        self._leaving: Leaving[ShownProof] = Leaving(
            record.desk, self, self._fail, self._write_down
        )
        self.way = WayOut(self, self._leaving, proof.DOCUMENT)
        self.told = label(say("proof.what"), wraps=True)
        self.state = label(say("proof.drawing"), "quiet", wraps=True)
        self.preview = Preview()
        self._build()
        tasks.run(lambda: proof.facts(record), owner=self, done=self._draw, failed=self._fail)

    def focus_first(self) -> None:
        (self.way.print if self.way.print.isEnabled() else self).setFocus()

    def _build(self) -> None:
        # It holds the focus while there is nothing to press yet; the Tab key passes it by.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(say("proof.title"))
        self.column.addWidget(label(say("proof.title"), "title"))
        dressed = theme.current()
        side = QWidget()
        side.setFixedWidth(dressed.size("report_side"))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("m"))
        for part in (self.told, self.way, self.state):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(label(say("proof.gate"), "small", wraps=True))
        across = QHBoxLayout()
        across.setSpacing(dressed.space("l"))
        across.addWidget(side)
        across.addWidget(self.preview, 1)
        self.column.addLayout(across, 1)

    def _draw(self, facts: ProofFacts) -> None:
        tasks.run(
            lambda: self._lane.draw(proof.DOCUMENT, facts),
            owner=self,
            done=lambda page: self._show(ShownProof(facts, page)),
            failed=self._fail,
            lane=tasks.PAGES,
        )

    def _show(self, shown: ShownProof) -> None:
        self._leaving.show(shown)
        self.told.setText("\n".join(_told(shown.facts)))
        self.preview.show_pdf(shown.page.pdf)
        self.state.setText(say("proof.pages", n=shown.page.pages))
        self.way.allow(allowed=True)
        if self.hasFocus():
            self.focus_first()
        self.shown.emit()

    def _write_down(self, shown: ShownProof) -> Released:
        return proof.released(self._record.desk, shown.facts, lambda _kind, _facts: shown.page)

    def _fail(self, error: Exception) -> None:
        if self._leaving.shown is None:
            self.state.setText(say("window.report.not-drawn"))
        self.way.fail(error)


def _told(facts: ProofFacts) -> tuple[str, ...]:
    """Return what matters most, in sentences."""
    newest = facts.backups[0] if facts.backups else None
    made = (
        say("proof.told.backup", number=newest.number, day=dates.dated(newest.made_at.date()))
        if newest
        else say("proof.backups.none")
    )
    return (
        say("proof.told.sentence", what=proof_page.cipher_told(facts)),
        say("proof.told.opens", n=len(facts.slots)),
        made,
    )
