"""What a test found: N is one key, a positive opens the list of substances and is read back.

Nothing positive is ever one key: P opens the list, and a substance is ticked in it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app import drug_tests, panels
from app.choice_words import all_of, words
from app.drug_tests import Finding
from app.imports.substances import Substance, label_of
from app.wording import say
from models.choices import Answer, TestResult
from ui import theme
from ui.widgets import reading_order
from ui.widgets.boxes import ChoiceBox, TickBox
from ui.widgets.chips import Chip
from ui.widgets.labels import label

ACROSS = 3
RESULTS = [each for each in all_of(TestResult) if each[0] not in {"negative", "not-tested"}]


class Way(Chip):
    """Negative or positive; both keys work on either."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().upper() in {"N", "P"}:
            self.pressed_key.emit(event.text().upper())
        else:
            super().keyPressEvent(event)


class ResultsInput(QWidget):
    """Two keys and the list; `text` is what the use case reads."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._kept: dict[str, Finding] = {}
        self._substances = panels.substances_of("")
        self.negative, self.positive = self._way("negative"), self._way("positive")
        self.told = label("", "strong", wraps=True)
        self._ticks = QWidget()
        self._lines = QWidget()
        self.ticks: dict[str, TickBox] = {}
        self.lines: dict[str, FindingLine] = {}
        self._build()
        self.put("")

    @property
    def widget(self) -> QWidget:
        return self.negative

    def text(self) -> str:
        if self._said == "negative":
            return drug_tests.to_text([])
        found = [line.finding() for line in self.lines.values()]
        return drug_tests.to_text(found) if found else ""

    def put(self, text: str) -> None:
        found = drug_tests.from_text(text)
        self._kept = {each.substance: each for each in found or []}
        self._said = "" if found is None else ("positive" if found else "negative")
        self._show()

    def look_for(self, panel: str) -> None:
        """Offer the substances of a panel; what is ticked already stays offered."""
        self._substances = panels.substances_of(panel)
        self._kept = {key: line.finding() for key, line in self.lines.items()}
        self._show()

    def _say(self, key: str) -> None:
        self._kept = {each: line.finding() for each, line in self.lines.items()}
        self._said = "negative" if key == "N" else "positive"
        if key == "N":
            self._kept = {}
        self._show()
        self.edited.emit()
        if key == "P":
            next(iter(self.ticks.values())).setFocus()

    def _show(self) -> None:
        self.negative.setChecked(self._said == "negative")
        self.positive.setChecked(self._said == "positive")
        self._show_ticks()
        self._show_lines()
        self.told.setText(drug_tests.read_back(self.text()))
        reading_order.follow(self)

    def _show_ticks(self) -> None:
        for tick in self.ticks.values():
            tick.deleteLater()
        self.ticks = {}
        self._ticks.setVisible(self._said == "positive")
        if self._said != "positive":
            return
        offered = list(self._substances)
        strangers = self._kept.keys() - {each.id for each in offered}
        offered += [Substance(each, each, ()) for each in sorted(strangers)]
        for number, substance in enumerate(offered):
            tick = TickBox(substance.label)
            tick.setAccessibleName(say("drug-test.tick", substance=substance.label))
            tick.setChecked(substance.id in self._kept)
            tick.toggled.connect(lambda on, each=substance.id: self._tick(each, on=on))
            self.ticks[substance.id] = tick
            self._grid.addWidget(tick, number // ACROSS, number % ACROSS)

    def _tick(self, substance: str, *, on: bool) -> None:
        self._kept = {each: line.finding() for each, line in self.lines.items()}
        if on:
            self._kept[substance] = Finding(substance)
        else:
            self._kept.pop(substance, None)
        self._show_lines()
        reading_order.follow(self)
        self.told.setText(drug_tests.read_back(self.text()))
        self.edited.emit()

    def _show_lines(self) -> None:
        for line in self.lines.values():
            line.hide()
            line.deleteLater()
        self.lines = {}
        for substance, finding in self._kept.items() if self._said == "positive" else ():
            line = FindingLine(finding)
            line.edited.connect(self._edit)
            self.lines[substance] = line
            self._column.addWidget(line)
        self._lines.setVisible(bool(self.lines))

    def _edit(self) -> None:
        self.told.setText(drug_tests.read_back(self.text()))
        self.edited.emit()

    def _way(self, key: str) -> Way:
        made = Way(say(f"drug-test.way.{key}"))
        made.setObjectName(key)
        made.setAccessibleName(say(f"drug-test.way.{key}.name"))
        made.pressed_key.connect(self._say)
        made.clicked.connect(lambda: self._say("N" if key == "negative" else "P"))
        return made

    def _build(self) -> None:
        dressed = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dressed.space("s"))
        line = QHBoxLayout()
        line.setSpacing(dressed.space("s"))
        line.addWidget(self.negative)
        line.addWidget(self.positive)
        line.addStretch(1)
        column.addLayout(line)
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._ticks, self._lines, self.told):
            column.addWidget(widget)


class FindingLine(QWidget):
    """One substance that was found: how sure that is, and what the participant says to it."""

    edited = Signal()

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        name = label_of(finding.substance)
        known = dict(RESULTS) | {finding.result.value: words(finding.result)}
        self.result = self._box(
            list(known.items()), finding.result.value, "drug-test.result-of", name
        )
        answers = [("", say("drug-test.no-answer")), *all_of(Answer)]
        answer = finding.answer.value if finding.answer else ""
        self.answer = self._box(answers, answer, "drug-test.answer-of", name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().space("m"))
        head = label(name, "strong")
        head.setMinimumWidth(theme.current().size("field_narrow"))
        line.addWidget(head)
        line.addWidget(self.result)
        line.addWidget(self.answer)
        line.addStretch(1)

    def finding(self) -> Finding:
        said = str(self.answer.currentData())
        return Finding(
            self._finding.substance,
            TestResult(str(self.result.currentData())),
            Answer(said) if said else None,
            self._finding.analyte,
        )

    def _box(self, options: list[tuple[str, str]], chosen: str, key: str, name: str) -> ChoiceBox:
        made = ChoiceBox()
        made.fill(((told, value) for value, told in options), chosen)
        made.setAccessibleName(say(key, substance=name))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.currentIndexChanged.connect(self.edited)
        return made
