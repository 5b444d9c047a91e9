"""The backups of the open record, as the whole window knows them: how old, where, what is done.

It lives as long as the record is open, whatever page or look somebody chooses, and is the one place
that begins a backup.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app import clock
from app.backup import drives, overview, places
from app.backup.making import Made
from app.backup.overview import BackupLine, Overview
from app.backup.places import PlaceFacts, Seen
from app.errors import sentence
from app.events import Changed
from app.vault.record import Record
from app.wording import say
from models.backup import Reread
from models.errors import Trouble
from ui import backup_words, failures, tasks
from ui.backing_up import BackupWork, Progress, Target
from ui.drive_watch import DriveWatch
from ui.machine import Machine
from ui.proving import ProofWork, Trial

HOURLY = 3_600_000


@dataclass(frozen=True)
class Notice:
    """What must be said on whatever page is shown, and what can be done about it."""

    tone: str
    words: str
    action: str = ""
    call: Callable[[], object] | None = None


class Backups(QObject):
    """Reads what the record and the drives say, and tells when it has changed."""

    known = Signal()
    said = Signal(str)  # what is being done, in one line; nothing when it is over
    noticed = Signal(object)

    def __init__(self, record: Record, machine: Machine) -> None:
        super().__init__(QCoreApplication.instance())
        self._record, self._machine = record, machine
        self.overview: Overview | None = None
        self.seen, self.has_looked = Seen(), False
        self.line = ""
        self._reading = self._stale = self._stopped = False
        self._was_gone: set[int] = set()  # places that were unplugged since the window opened
        self.work = BackupWork(record, self)
        self.proof = ProofWork(record, self)
        self.watch = DriveWatch(self)
        self._hourly = QTimer(self)
        self._connect()

    @property
    def place(self) -> PlaceFacts | None:
        """Return the place to back up to: of those that are there, the one used last."""
        there = [place for place in self.seen.places if place.folder is not None]
        return max(there, key=self._newest_in, default=None)

    @property
    def own_folder(self) -> Path:
        """Return the folder of the record itself."""
        return self._record.files.record.parent

    def rest(self) -> None:
        """Look at the drives no more, unless a backup waits to be read again."""
        lines = self.overview.lines if self.overview is not None else ()
        waits = bool(lines) and lines[0].reread is Reread.CACHED
        self.watch.wake(awake=waits and not self._stopped)

    def may_check(self, line: BackupLine) -> bool:
        """Whether a backup that was not proved can be read past the memory of this computer now."""
        back = self.folder_of(line) is not None and line.place_id in self._was_gone
        return line.reread is Reread.CACHED and back

    def folder_of(self, line: BackupLine) -> Path | None:
        """Return where a backup stands now, None while that is not plugged in."""
        return next((each.folder for each in self.seen.places if each.id == line.place_id), None)

    def refresh(self) -> None:
        """Read everything anew; what changes meanwhile is read once, when this is done."""
        if self._stopped:
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        tasks.run(self._read, owner=self, done=self._take, failed=self._fail)

    def heed(self, _change: Changed) -> None:
        """Whatever changes is not in the last backup."""
        self.refresh()

    def back_up(self) -> None:
        """Back up now to the place that was used last."""
        place = self.place
        if place is not None and place.folder is not None and not self._stopped:
            # Whoever made a folder on the record's own drive a place has insisted on it then.
            self.work.start(Target(place.folder, place.label, place.id, insists=True))

    def eject(self, place: PlaceFacts) -> None:
        """Make a stick ready to be pulled; where the system does not, the person does."""
        drive = place.drive
        if drive is None or self.work.is_running or self.proof.is_running:
            return
        self._say(say("backups.ejecting", place=place.label))
        tasks.run(
            lambda: drives.eject(drive),
            owner=self,
            done=lambda done: self._ejected(place, done=done),
            failed=self._fail,
            lane=tasks.CARRY,
        )

    def stop(self) -> None:
        """Call off what is on its way and ask for nothing more: the record is about to be closed.

        What holds the record, and with it the keys, goes as soon as nothing needs it.
        """
        self._stopped = True
        self._hourly.stop()
        self.watch.wake(awake=False)
        works = [each for each in (self.work, self.proof) if each.is_running]
        if not works:
            self.deleteLater()
        for each in works:
            each.called_off.connect(self._go)
            each.failed.connect(self._go)
            each.drop()

    def _go(self) -> None:
        if not (self.work.is_running or self.proof.is_running):
            self.deleteLater()

    def _read(self) -> Overview:
        with self._record.desk.read() as session:
            return overview.of(session, clock.now())

    def _take(self, found: Overview) -> None:
        self._reading = False
        if self._stale:
            self.refresh()
            return
        before, self.overview = self.overview, found
        if before is None or before.places != found.places:
            self.watch.follow(found.places)
        if before is None:
            self._take_over()
        self.known.emit()

    def _take_over(self) -> None:
        """Make the folder that was named at the first start the first place, once it is there."""
        kept = self._machine.settings
        found = self.overview
        own = kept.record and Path(kept.record) == self._record.files.record
        if not own or not kept.backup_folder or (found is not None and found.places):
            return
        folder = Path(kept.backup_folder)
        tasks.run(
            lambda: folder if folder.is_dir() else None,
            owner=self,
            done=self._take_folder,
            failed=self._fail,
            lane=tasks.DRIVES,
        )

    def _take_folder(self, folder: Path | None) -> None:
        if folder is not None and not self._stopped:
            tasks.run(
                lambda: self._write_first(folder),
                owner=self,
                done=lambda _done: self._machine.change(backup_folder=None),
                failed=self._fail,
            )

    def _write_first(self, folder: Path) -> None:
        desk = self._record.desk
        with desk.work() as session:
            places.take_over(session, folder, desk.today())

    def _look(self, seen: Seen) -> None:
        first, self.has_looked = not self.has_looked, True
        before, self.seen = self.seen, seen
        there = {place.id for place in seen.places if place.folder is not None}
        self._was_gone |= {place.id for place in seen.places} - there
        self._note(seen)
        if first or before != seen:
            self.known.emit()

    def _note(self, seen: Seen) -> None:
        """Write down once a day which places were there."""
        desk = self._record.desk
        today = desk.today()
        new = [each for each in seen.places if each.folder is not None and each.seen_on != today]
        if new and not self._stopped:
            tasks.run(
                lambda: self._write_seen(new),
                owner=self,
                done=lambda _done: None,
                failed=self._fail,
            )

    def _write_seen(self, new: list[PlaceFacts]) -> None:
        desk = self._record.desk
        with desk.work() as session:
            places.see(session, new, desk.today())

    def _newest_in(self, place: PlaceFacts) -> int:
        lines = self.overview.lines_in(place.id) if self.overview is not None else []
        return lines[0].seq if lines else 0

    def _connect(self) -> None:
        self._hourly.setInterval(HOURLY)
        self._hourly.timeout.connect(self.refresh)
        self._hourly.start()
        self.watch.seen.connect(self._look)
        self.watch.failed.connect(self._fail)
        self.work.began.connect(self._tell_working)
        self.work.moved.connect(self._tell_working)
        self.work.made.connect(self._tell_made)
        self.proof.began.connect(self._tell_proving)
        self.proof.passed.connect(self._tell_passed)
        for work in (self.work, self.proof):
            work.failed.connect(self._fail)
        self.work.called_off.connect(self._tell_called_off)
        self.proof.called_off.connect(lambda: self._say(""))

    def _tell_working(self, progress: object) -> None:
        if self.work.target is not None:
            far = progress if isinstance(progress, Progress) else None
            self._say(backup_words.working(self.work.target, far))

    def _tell_made(self, made: Made) -> None:
        label = self.work.target.label if self.work.target is not None else ""
        sure = made.reread is not Reread.CACHED
        key = "backups.done" if sure else "backups.done-cached"
        words = say(key, number=made.seq, place=label)
        place = next((each for each in self.seen.places if each.label == label), None)
        tone = "good" if sure else "attention"
        if place is not None and place.drive is not None:
            eject = say("backups.eject.of", place=label)
            self.noticed.emit(Notice(tone, words, eject, lambda: self.eject(place)))
        else:
            self.noticed.emit(Notice(tone, words))
        self._was_gone.discard(place.id if place is not None else 0)
        self._say(say("backups.done.line", number=made.seq, place=label))
        self.refresh()
        self.watch.look()

    def _tell_called_off(self) -> None:
        self._say("")
        self.noticed.emit(Notice("info", say("backups.called-off")))
        self.known.emit()

    def _tell_proving(self, trial: Trial) -> None:
        self._say(say("backups.proving", number=trial.line.seq))

    def _tell_passed(self, trial: Trial) -> None:
        key = "backups.proved" if trial.compares else "backups.checked-again"
        self._say(say(key, number=trial.line.seq))
        self.refresh()

    def _ejected(self, place: PlaceFacts, *, done: bool) -> None:
        self._say("")
        tone, key = ("good", "ejected") if done else ("attention", "not-ejected")
        self.noticed.emit(Notice(tone, say(f"backups.{key}", place=place.label)))
        self.watch.look()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self._say("")
        if isinstance(error, Trouble):
            self.noticed.emit(Notice("problem", sentence(error)))
        else:
            failures.show(error)
        self.known.emit()

    def _say(self, words: str) -> None:
        self.line = words
        self.said.emit(words)
