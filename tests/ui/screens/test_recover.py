"""A new passphrase behind the sheet, as somebody chooses it."""

import pytest

from app.vault import costs, holders, recovering
from app.vault.keys import Cost
from app.vault.record import open_record
from app.vault.rewriting import NewHolder
from app.vault.unlock import Secret
from models.errors import NoSpace
from tests.conftest import COURT, HOLDER
from ui import tasks
from ui.screens.recover import Answers, ByPaper, RecoverScreen

OTHER = "Otis Pettigrew"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(costs, "calibrated", Cost)


@pytest.fixture
def sheet(made):
    return "\n".join(made.sheet.groups)


@pytest.fixture
def paper(record_path, moment, sheet):
    opened = open_record(record_path, Secret(sheet=sheet))
    yield ByPaper(opened, COURT, sheet, HOLDER)
    tasks.settle()
    opened.close()


@pytest.fixture
def page(qtbot, paper):
    made = RecoverScreen(paper, 10)
    made.told = []
    made.entered.connect(made.told.append)
    qtbot.addWidget(made)
    made.show()
    tasks.settle()
    return made


def use(page) -> None:
    page.step.new.back.setText(page.step.new.words.text())
    page.onward.click()
    tasks.settle()


def names(paper) -> list[str]:
    with paper.record.desk.read() as session:
        return [holder.name for holder in holders.listed(session)]


def test_whoever_worked_here_before_is_offered_first(page):
    assert page.step.who.currentText() == HOLDER
    assert page.step.name_row.isHidden()
    assert COURT in page.what.text()
    assert page.counter.isHidden()


def test_somebody_new_is_asked_for_a_name(page, paper):
    page.step.who.setCurrentIndex(page.step.who.count() - 1)
    use(page)
    assert "at most" in page.step.name_row.mistake

    page.step.name.setText(f" {OTHER} ")
    use(page)

    assert names(paper) == [HOLDER, OTHER]
    assert page.told[0].startswith(f"{OTHER} has a new passphrase.")
    assert paper.record.desk.holder == OTHER


def test_words_that_were_not_typed_back_are_told_beside_their_field(page):
    page.onward.click()
    tasks.settle()

    assert page.step.new.rows["back"].mistake
    assert page.told == []


def test_a_drive_that_takes_nothing_is_told_and_can_be_tried_again(page, monkeypatch):
    def full(*_given):
        raise NoSpace("space.full")

    with monkeypatch.context() as patch:
        patch.setattr(recovering, "recover", full)
        use(page)
    assert "no room" in page.step.problem.text()
    assert page.onward.isEnabled()

    use(page)

    assert len(page.told) == 1


def test_a_name_that_cannot_be_used_is_told_beside_it(page):
    page.step.who.setCurrentIndex(page.step.who.count() - 1)
    page.step.name.setText("Otis\x07")

    use(page)

    assert page.step.name_row.mistake
    assert page.told == []


def test_others_without_a_slot_have_to_be_added_again(page, paper):
    holders.add(paper.record, Secret(sheet=paper.sheet), NewHolder(OTHER, "harbor walnut cactus"))
    for part in (paper.record.files.key, paper.record.files.spare_key):
        part.unlink()

    use(page)

    assert f"added again: {OTHER}" in page.told[0]


def test_nothing_of_the_sheet_is_told_by_what_is_kept(paper, sheet):
    assert sheet not in repr(paper)
    with pytest.raises(AssertionError):
        _ = Answers(None).by
