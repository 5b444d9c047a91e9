"""The one way to ask and to tell: buttons are verbs, and nothing waits inside for the answer.

A test puts boxes of its own in place; a question that it did not expect fails it.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,  # noqa: TID251 - this is the one place that asks
    QWidget,
)

from app.wording import say


@dataclass(frozen=True)
class Question:
    """What is asked, and the verbs that answer it; the careful answer is the default.

    `other` is the verb of a third way, and `instead` what it does in place of an answer.
    """

    title: str
    text: str
    yes: str
    no: str
    other: str = field(default="", kw_only=True)
    instead: Callable[[], object] | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class FileWanted:
    """A file or folder: what the box says, the name offered, the kind of file, and what for."""

    title: str
    kind: str
    name: str = ""
    saving: bool = False
    folder: bool = False


Answer = Callable[[bool], None]
Chosen = Callable[[Path], None]


def ask(parent: QWidget, question: Question, answered: Answer) -> None:
    """Ask; `answered` is called with the answer when there is one."""
    _desk.ask(parent, question, answered)


def tell(parent: QWidget, title: str, text: str) -> None:
    """Tell something that must be read before going on."""
    _desk.tell(parent, title, text)


def tell_report(parent: QWidget, text: str, report: str) -> None:
    """Tell that the program itself went wrong, with a report that can be copied."""
    _desk.tell_report(parent, text, report)


def choose_file(parent: QWidget, wanted: FileWanted, chosen: Chosen) -> None:
    """Let somebody choose a file; `chosen` is called only where one was chosen."""
    _desk.choose_file(parent, wanted, chosen)


class Dialogs:
    """Real boxes on the screen."""

    def ask(self, parent: QWidget, question: Question, answered: Answer) -> None:
        box = _box(parent, question.title, question.text)
        yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(question.no, QMessageBox.ButtonRole.RejectRole)
        other = None
        if question.other:
            other = box.addButton(question.other, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)

        def heard(_code: int) -> None:
            pressed = box.clickedButton()
            if question.instead is not None and pressed is other:
                question.instead()
            else:
                answered(pressed is yes)

        box.finished.connect(heard)
        box.open()

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        box = _box(parent, title, text)
        box.addButton(say("window.close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def tell_report(self, parent: QWidget, text: str, report: str) -> None:
        box = _box(parent, say("window.fault"), text)
        box.setDetailedText(report)
        copy = box.addButton(say("window.fault.copy"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.addButton(say("window.close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def choose_file(self, parent: QWidget, wanted: FileWanted, chosen: Chosen) -> None:
        _forget_folders()
        box = QFileDialog(parent, wanted.title, wanted.name, wanted.kind)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if wanted.saving:
            box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            box.setFileMode(QFileDialog.FileMode.AnyFile)
        elif wanted.folder:
            box.setFileMode(QFileDialog.FileMode.Directory)
            box.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(lambda name: chosen(Path(name)))
        box.open()


def _forget_folders() -> None:
    """Let Qt keep no list of folders that were opened: one may be named after a participant.

    It would stand in a file that all Qt programs of this computer share; where nothing can be
    written, none is. On Windows the system's own box is used.
    """
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, os.devnull)


def _box(parent: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(say("window.name"))
    box.setText(title)
    box.setInformativeText(text)
    return box


_desk = Dialogs()


def replace(desk: Dialogs) -> Dialogs:
    """Put other boxes in place and return those that were there."""
    global _desk
    before, _desk = _desk, desk
    return before


def close_all() -> None:
    """Close every box that stands before the window, as if somebody had turned it down."""
    for box in QApplication.topLevelWidgets():
        if box.isModal() and box.isVisible():
            box.close()
