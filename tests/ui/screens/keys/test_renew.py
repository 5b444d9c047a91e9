"""New keys as somebody makes them, step by step; until the last the old keys open the record."""

import pytest

from app.backup import making, verifying
from app.vault import costs, replacing
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import NoSpace, WrongSecret
from reports.lane import Lane
from tests.conftest import HOLDER, PASSPHRASE
from ui import tasks
from ui.screens.keys.folder import FolderStep
from ui.screens.keys.own import OwnStep
from ui.screens.keys.renew import NewKeysScreen, NewNameStep, NewSheetStep
from ui.steps.groups import GroupsStep


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """A new slot costs the least that is allowed, so that no test waits for more."""
    monkeypatch.setattr(costs, "calibrated", Cost)


@pytest.fixture
def page(shown, opened):
    lane = Lane()
    closed = []
    made = shown(NewKeysScreen(opened, lane, closed.append))
    made.closed = closed
    yield made
    tasks.settle()
    lane.close()


def go_on(page):
    page.frame.onward.click()
    tasks.settle()
    return page.frame.step


def to_sheet(page):
    page.frame.step.own.passphrase.setText(PASSPHRASE)
    step = go_on(page)
    assert isinstance(step, NewNameStep)
    words = step.new.words.text()
    step.new.back.setText(words)
    assert isinstance(go_on(page), FolderStep)
    go_on(page)
    return words


def to_the_last(page):
    words = to_sheet(page)
    assert isinstance(page.frame.step, NewSheetStep)
    page.frame.step._out("saved")
    step = go_on(page)
    assert isinstance(step, GroupsStep)
    for number in step.rows:
        step.field(number).setText(page.answers.sheet.groups[number - 1])
    return words


def test_new_keys_are_made_backed_up_and_open_the_record(page, opened, record_path):
    words = to_the_last(page)
    sheet = "\n".join(page.answers.sheet.groups)

    go_on(page)

    assert "Seal sheet 2" in page.closed[0]
    assert opened.closed
    for secret in (Secret(passphrase=words), Secret(sheet=sheet)):
        open_record(record_path, secret).close()
    with pytest.raises(WrongSecret):
        open_record(record_path, Secret(passphrase=PASSPHRASE))
    (backup,) = record_path.parent.glob("*.milebak")
    assert verifying.open_backup(backup, Secret(passphrase=words)).holder == HOLDER


def test_the_name_of_whoever_acts_stays(page):
    page.frame.step.own.passphrase.setText(PASSPHRASE)

    step = go_on(page)

    assert step.row.isHidden()
    assert step.new.back.hasFocus()
    assert page.answers.holder == HOLDER


def test_a_wrong_passphrase_leads_nowhere(page):
    page.frame.step.own.passphrase.setText("four words nobody typed here")

    step = go_on(page)

    assert isinstance(step, OwnStep)
    assert "does not open" in step.own.row.mistake


def test_leaving_before_the_last_step_changes_nothing(page, opened, record_path):
    to_the_last(page)
    opened.close()

    open_record(record_path, Secret(passphrase=PASSPHRASE)).close()

    assert list(record_path.parent.glob("*.milebak")) == []


def test_no_way_leads_back_behind_the_sheet(page):
    to_sheet(page)

    page.frame.go_back()

    assert isinstance(page.frame.step, NewSheetStep)


def test_a_stick_that_is_gone_at_the_end_leaves_the_old_keys(page, opened, tmp_path):
    page.frame.step.own.passphrase.setText(PASSPHRASE)
    step = go_on(page)
    step.new.back.setText(step.new.words.text())
    folder = go_on(page)
    stick = tmp_path / "stick"
    stick.mkdir()
    folder._add(stick)
    go_on(page)
    page.frame.step._out("saved")
    step = go_on(page)
    for number in step.rows:
        step.field(number).setText(page.answers.sheet.groups[number - 1])
    stick.rmdir()

    go_on(page)

    assert "There is no folder" in page.frame.step.problem.text()
    assert (page.closed, opened.closed) == ([], False)
    assert making.backup(opened, opened.files.record.parent).seq == 1


def test_a_folder_without_room_is_told_before_keys_are_made(page, monkeypatch):
    def full(_folder, _size):
        raise NoSpace("space.full")

    page.frame.step.own.passphrase.setText(PASSPHRASE)
    step = go_on(page)
    step.new.back.setText(step.new.words.text())
    go_on(page)
    monkeypatch.setattr("ui.screens.keys.folder.writing.refuse_small", full)

    step = go_on(page)

    assert isinstance(step, FolderStep)
    assert "no room" in step.problem.text()


def test_a_drive_that_fails_within_the_swap_leads_to_the_passphrase(page, opened, monkeypatch):
    to_the_last(page)

    def cut_off(record, _plan, _keep):
        record.let_go()
        raise NoSpace("space.gone")

    monkeypatch.setattr(replacing, "carry_out", cut_off)

    go_on(page)

    assert "Keep both sheets" in page.closed[0]


def test_esc_on_the_first_step_leaves(page):
    page.frame.go_back()

    assert page.told == [("left", None)]
