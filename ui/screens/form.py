"""A form as a page: whom it is about, its questions, Save, and the draft that is kept meanwhile."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import acting, drafts, history
from app.acting import Done
from app.answers import REASON, Answers, Loaded, Subject
from app.desk import Desk
from app.drafts import DraftFacts
from app.errors import Invalid, sentence
from app.history import Entry
from app.wording import say
from models.errors import NoSuchThing, Trouble
from reports import dates
from ui import actions, tasks, theme
from ui.forms import earlier
from ui.forms.ask import Ask, Form
from ui.forms.keeper import Keeper
from ui.forms.reason import Reason
from ui.forms.view import FormView
from ui.widgets.labels import Elided, label
from ui.widgets.page import Page
from ui.widgets.turns import Step, Turns


@dataclass(frozen=True)
class Opened:
    """What a form opens with: what is on file, what was typed and not saved, what changed once."""

    loaded: Loaded
    draft: DraftFacts | None
    changed: frozenset[str]


class FormScreen(Page):
    """One form about one subject; leaving keeps what was typed, and never asks."""

    def __init__(self, desk: Desk, form: Form, subject: Subject) -> None:
        super().__init__()
        self._desk, self._form, self._subject = desk, form, subject
        self._before = Answers()
        self._rows: Mapping[str, int] = {}
        self._focus: QWidget | None = None
        self.view = FormView(form, desk.today)
        self.reason = Reason()
        self.save = actions.button(actions.SAVE, self._save, look="primary")
        self.kept = label("", "small")
        self.again = actions.link(say("form.again"), self._start_again)
        self.again.hide()
        self._about = Elided("", "quiet")
        self._keeper = Keeper(desk, form.key, subject, self._typed)
        self._keeper.setParent(self)
        self._keeper.kept.connect(lambda at: self._tell_kept(dates.clock(desk.local(at))))
        self._keeper.failed.connect(self.fail)
        # Until the questions stand, there is nothing that could be saved.
        self.save.setEnabled(False)
        self._build()
        self.view.edited.connect(self._edit)
        self.view.history_wanted.connect(self._show_history)
        self.reason.edited.connect(self._edit)
        tasks.run(self._open, owner=self, done=self._show, failed=self._miss)

    def focus_first(self) -> None:
        self.view.focus_first()

    def leave(self) -> None:
        self._keeper.keep_now()

    @property
    def is_kept(self) -> bool:
        return not self._keeper.is_behind

    def _open(self) -> Opened:
        with self._desk.read() as session:
            loaded = self._form.load(session, self._subject, self._desk.today())
            draft = drafts.find(session, self._form.key, self._subject)
            return Opened(loaded, draft, frozenset(history.corrected(session, loaded.rows)))

    def _miss(self, error: Exception) -> None:
        """Say why the form cannot open; a draft about what is gone can still be dropped."""
        self.fail(error)
        self.save.hide()
        self.again.setText(say("form.drop"))
        self.again.setAccessibleName(self.again.text())
        self.again.setVisible(isinstance(error, NoSuchThing))

    def _show(self, opened: Opened) -> None:
        """Build one section or line of a group a turn of the loop, then fill them in."""
        self._about.setText(opened.loaded.about)
        steps: list[Step] = [
            partial(self.view.add_section, section, opened.loaded)
            for section in self._form.sections
        ]
        steps += [
            partial(self.view.add_line, key)
            for key, rows in opened.loaded.answers.groups.items()
            for _ in rows[1:]
        ]
        steps.append(partial(self._fill, opened))
        Turns(self).take(steps)

    def _fill(self, opened: Opened) -> None:
        self._before, self._rows = opened.loaded.answers, opened.loaded.rows
        self.view.put(self._before)
        self._keeper.before = self._typed()
        if opened.draft is not None:
            self._offer(opened.draft)
        for key in opened.changed & self.view.rows.keys():
            self.view.rows[key].offer_history()
        self.save.setEnabled(True)
        if self.isVisible():
            self.focus_first()
        self.shown.emit()

    def _offer(self, draft: DraftFacts) -> None:
        """Show what was typed and not saved, and the way back to what is on file."""
        self.view.put(draft.over(self._before))
        self.reason.put(draft.answers.single.get(REASON, ""))
        self._heed_corrections()
        at = self._desk.local(draft.saved_at)
        when = f"{dates.weekday(at.date())}, {dates.clock(at)}"
        self.banner.tell("info", say("form.draft", when=when))
        self._tell_kept(dates.clock(at))

    def _typed(self) -> Answers:
        answers = self.view.answers()
        reason = {REASON: self.reason.text()} if self.reason.text() else {}
        return Answers({**answers.single, **reason}, answers.groups)

    def _edit(self) -> None:
        self._heed_corrections()
        self._keeper.note()

    def _heed_corrections(self) -> None:
        """Ask why as soon as an answer takes the place of another one."""
        before, now = self._before.single, self.view.answers().single
        asked = {ask.key for ask in self._form.asks() if not ask.moves}
        replaced = (key for key in asked & before.keys() if before[key] not in {"", now[key]})
        self.reason.setVisible(self._form.corrects and any(replaced))

    def _save(self) -> None:
        answers, form, subject = self._typed(), self._form, self._subject
        today = self._desk.today()
        desk, draft = self._desk, self._keeper.writing()

        def work() -> Done:
            def saved(session: Any) -> str:
                told = form.save(session, subject, answers, today)
                drafts.wipe(session, form.key, subject)
                return told

            try:
                reason, about = answers.single.get(REASON) or None, subject.person_id
                return acting.act(desk, saved, reason=reason, about=about)
            except Exception:
                # Whoever has gone on meanwhile finds what was typed again, as a draft.
                with suppress(Trouble):
                    draft()
                raise

        self._keeper.pause()
        # What is typed from here on would be neither saved nor kept.
        self._focus = self.focusWidget()
        self.setFocus()
        for part in (self.view, self.reason, self.save):
            part.setEnabled(False)
        tasks.run(work, owner=self, done=self._saved, failed=self._refuse)

    def _saved(self, done: Done) -> None:
        self.saved.emit(done.sentence, take_back(self._desk, done) if done.is_reversible else None)
        self.left.emit()
        new = next((event.person_id for event in done.events), None)
        if self._subject.person_id is None and new is not None:
            self.wants.emit("person", new)

    def _refuse(self, error: Exception) -> None:
        for part in (self.view, self.reason, self.save):
            part.setEnabled(True)
        if self._focus is not None:
            self._focus.setFocus()
        self._keeper.resume()
        if not isinstance(error, Invalid):
            self.fail(error)
            return
        mistakes = dict(error.mistakes)
        why = mistakes.pop(REASON, "")
        self.reason.tell(why)
        left = self.view.tell(mistakes)
        if why and not mistakes:
            self.reason.show()
            self.reason.focus()
        self.banner.tell("problem", " ".join([sentence(error), *left]))

    def _start_again(self) -> None:
        """Drop what was typed and show what is on file."""
        self._keeper.forget()
        self.view.put(self._before)
        self.reason.put("")
        self.reason.hide()
        self.banner.hide()
        self.kept.setText("")
        self.again.hide()
        desk, form, subject = self._desk, self._form, self._subject

        def drop() -> None:
            with desk.work() as session:
                drafts.wipe(session, form.key, subject)

        tasks.run(drop, owner=self, done=self._dropped, failed=self.fail)
        self.focus_first()

    def _dropped(self, _done: None) -> None:
        if not self.save.isEnabled():  # there is nothing on file to show instead
            self.left.emit()

    def _tell_kept(self, at: str) -> None:
        self.kept.setText(say("form.kept", at=at))
        self.again.show()

    def _show_history(self, ask: Ask) -> None:
        """Show what was on file before, below the field."""
        table, _, column = ask.key.partition(".")
        row_id = self._rows[table]

        def read() -> list[Entry]:
            with self._desk.read() as session:
                return history.of_field(session, table, row_id, column)

        def show(entries: list[Entry]) -> None:
            self.view.rows[ask.key].show_history(earlier.columns(self._desk), entries)

        tasks.run(read, owner=self, done=show, failed=self.fail)

    def _build(self) -> None:
        dressed = theme.current()
        head = QHBoxLayout()
        head.setSpacing(dressed.space("m"))
        head.addWidget(label(say(f"form.{self._form.key}"), "title"))
        head.addWidget(self._about, 1)
        self.column.addLayout(head)
        _body, column = self.scroll_below()
        for part in (self.view, self.reason):
            part.setMaximumWidth(dressed.size("form"))
            line = QHBoxLayout()
            line.addWidget(part, 1)
            line.addStretch(0)  # takes what is left when the form is as wide as it may be
            column.addLayout(line)
        column.addStretch(1)
        self.stand_below(self._foot())

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.current().space("m"))
        line.addWidget(self.save)
        line.addWidget(self.kept)
        line.addWidget(self.again)
        line.addStretch(1)
        return line


def take_back(desk: Desk, done: Done) -> Callable[[], Done]:
    """Return the call that takes an action back; it runs in the record lane."""
    return lambda: acting.take_back(desk, done)
