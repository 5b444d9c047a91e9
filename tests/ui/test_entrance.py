"""The way into a record: the passphrase, the sheet, and a new passphrase behind the sheet."""

import pytest

from app import settings
from app.settings import Settings
from app.vault import costs
from app.vault.files import Files
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.unlock import SHEET_HOLDER, Secret
from tests.conftest import COURT, HOLDER, PASSPHRASE
from tests.ui.conftest import unlock
from ui.idle import IdleWatch
from ui.screens.recover import RecoverScreen
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """A new slot costs the least that is allowed, so that no test waits for more."""
    monkeypatch.setattr(costs, "calibrated", Cost)


@pytest.fixture
def by_sheet(begin, sample_path, made):
    """The program, opened with the sheet."""
    program = begin(kept=Settings(record=str(sample_path), holder=HOLDER))
    type_sheet(begin, program, made)
    return program


def type_sheet(begin, program, made) -> None:
    page = program.window.shown
    if not page.by_sheet:
        page.switch.click()
    for field, group in zip(page.sheet.fields, made.sheet.groups, strict=True):
        field.setText(group)
    page.unlock.click()
    begin.work()


def choose_words(begin, program) -> str:
    step = program.window.shown.step
    words = step.new.words.text()
    step.new.back.setText(words)
    program.window.shown.onward.click()
    begin.work()
    return words


def test_behind_the_sheet_a_new_passphrase_is_chosen_and_opens_the_record(
    begin, by_sheet, sample_path
):
    assert isinstance(by_sheet.window.shown, RecoverScreen)

    words = choose_words(begin, by_sheet)

    assert by_sheet.shell.page.banner.words.startswith(f"{HOLDER} has a new passphrase.")
    assert "earlier backups" in by_sheet.shell.page.banner.words
    assert by_sheet.session._open.holder == HOLDER
    by_sheet.shell.lock.click()
    begin.work()
    open_record(sample_path, Secret(passphrase=words)).close()
    with pytest.raises(Exception, match=r"passphrase\.wrong"):
        open_record(sample_path, Secret(passphrase=PASSPHRASE))


def test_the_record_can_be_read_without_a_new_passphrase(begin, by_sheet):
    by_sheet.window.shown.step.skip.click()
    begin.work()

    assert isinstance(by_sheet.window.shown, Shell)
    assert by_sheet.session._open.holder == SHEET_HOLDER
    assert (settings.load().court, settings.load().holder) == (COURT, HOLDER)


def test_going_back_or_going_away_closes_the_record(begin, by_sheet, made):
    by_sheet.window.shown.go_back()
    after = begin.follow(by_sheet)
    assert isinstance(after.window.shown, UnlockScreen)

    type_sheet(begin, after, made)
    after.window.shown.findChild(IdleWatch).idle.emit()

    assert isinstance(begin.follow(after).window.shown, UnlockScreen)


def test_without_key_files_the_page_asks_for_the_sheet_at_once(begin, sample_path, made):
    for part in (Files(sample_path).key, Files(sample_path).spare_key):
        part.unlink()

    program = begin(kept=Settings(record=str(sample_path)))

    page = program.window.shown
    assert page.by_sheet
    assert "is missing or cannot be read" in page.mistake.text()
    assert page.switch.isHidden()
    type_sheet(begin, program, made)
    choose_words(begin, program)
    assert "key file" not in program.shell.page.banner.words
    assert Files(sample_path).key.read_bytes() == Files(sample_path).spare_key.read_bytes()


def test_damaged_key_files_lead_the_same_way(begin, sample_path):
    for part in (Files(sample_path).key, Files(sample_path).spare_key):
        part.write_bytes(part.read_bytes()[:-9])

    page = begin(kept=Settings(record=str(sample_path))).window.shown

    assert page.by_sheet
    assert "is damaged" in page.mistake.text()


def test_a_record_that_is_gone_says_what_can_be_done(begin, tmp_path):
    page = begin(kept=Settings(record=str(tmp_path / "gone.milepost"))).window.shown

    assert page.mistake.text().startswith("The record is not where it was: gone.milepost.")
    page.unlock.click()
    assert not page.by_sheet


def test_a_passphrase_leads_straight_in(begin, sample_path):
    program = begin(kept=Settings(record=str(sample_path)))

    unlock(begin, program)

    assert isinstance(program.window.shown, Shell)
    assert program.shell.page.banner.isHidden()
