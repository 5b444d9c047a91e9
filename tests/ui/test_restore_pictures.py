"""Makes a picture of every step from a lost computer back to the record, and finds what is cut."""

import pytest

from app import paths
from app.backup import making
from app.settings import Settings
from app.vault import costs
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.unlock import Secret
from tests.conftest import COURT, HOLDER, PASSPHRASE
from tests.ui import test_pictures
from tests.ui.test_pictures import HEIGHT, WIDTH, keep, work
from ui.call import Wanted
from ui.program import Program
from ui.shell import Shell

dress = test_pictures.dress


@pytest.fixture
def lost(sample_path, sticks, moment, monkeypatch):
    """A record whose key files are lost; its backup is on a stick."""
    monkeypatch.setattr(paths, "documents_folder", lambda: sample_path.parent / "Documents")
    monkeypatch.setattr(costs, "calibrated", Cost)
    opened = open_record(sample_path, Secret(passphrase=PASSPHRASE))
    backup = making.backup(opened, sticks[0].root)
    opened.close()
    (sticks[0].root / "cut-off.milebak").write_bytes(backup.path.read_bytes()[:9000])
    for part in (Files(sample_path).key, Files(sample_path).spare_key):
        part.unlink()
    return sample_path


@pytest.fixture
def program(qtbot, dress, lost):
    kept = Settings(record=str(lost), court=COURT, holder=HOLDER, width=WIDTH, height=HEIGHT)
    made = Program(Wanted(), kept, remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    work()
    yield made
    made.window.close()
    work()


def test_every_step_back_is_pictured_and_nothing_is_cut(program, made, dress):
    wrong = {"unlock": keep(program, f"lost-unlock-{dress}")}
    program.window.shown.restore.click()
    work()
    frame = program.window.shown

    wrong["find"] = keep(program, f"lost-find-{dress}")
    frame.step.table.setCurrentIndex(frame.step.table.rows.index(1, 0))
    go_on(frame)
    wrong["find-refused"] = keep(program, f"lost-find-refused-{dress}")
    frame.step.table.setCurrentIndex(frame.step.table.rows.index(0, 0))
    go_on(frame)
    wrong["secret"] = keep(program, f"lost-secret-{dress}")
    go_on(frame)
    wrong["secret-refused"] = keep(program, f"lost-secret-refused-{dress}")
    type_sheet(frame.step.own, made)
    wrong["sheet"] = keep(program, f"lost-sheet-{dress}")
    go_on(frame)
    wrong["place"] = keep(program, f"lost-place-{dress}")
    go_on(frame)
    page = program.window.shown
    wrong["recover"] = keep(program, f"lost-recover-{dress}")
    page.step.new.back.setText(page.step.new.words.text())
    go_on(page)
    wrong["back"] = keep(program, f"lost-back-{dress}")

    assert isinstance(program.window.shown, Shell)
    assert {step: told for step, told in wrong.items() if told} == {}


def go_on(frame) -> None:
    frame.onward.click()
    work()


def type_sheet(own, made) -> None:
    own.other.click()
    for field, group in zip(own.sheet.fields, made.sheet.groups, strict=True):
        field.setText(group)
    work()
