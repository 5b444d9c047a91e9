"""Tests the fourth step: nobody goes on without a sheet that was printed or saved."""

import pypdf
import pytest

from ui import printing, tasks
from ui.steps.sheet import SheetStep


@pytest.fixture
def step(shown):
    made = shown(SheetStep)
    tasks.settle()
    return made


def test_the_sheet_is_drawn_and_its_groups_never_stand_on_the_screen(step, answers):
    from PySide6.QtWidgets import QLabel

    assert step.state.text().startswith("The sheet is ready")
    assert step.print.hasFocus()
    shown = " ".join(words.text() for words in step.findChildren(QLabel))
    assert not any(group[:5] in shown for group in answers.made.sheet.groups)


def test_nobody_goes_on_before_it_is_out(step):
    step.go_on()

    assert step.told == []
    assert "Print the sheet or save it first" in step.problem.text()


def test_a_printed_sheet_opens_the_way(step, printed):
    step.print.click()
    tasks.settle()
    step.go_on()

    [(pdf, printer, title)] = printed
    assert pdf.startswith(b"%PDF")
    assert (printer, title) == ("Office", "Milepost sheet")
    assert step.told == ["ready", "settled"]
    assert "Sent to Office" in step.state.text()


def test_without_a_printer_saving_remains(step, monkeypatch, asked, tmp_path, answers):
    def none():
        raise printing.PrinterTrouble("window.print.none")

    monkeypatch.setattr(printing, "printer", none)
    step.print.click()
    tasks.settle()
    assert "no printer" in step.problem.text()
    assert step.save.hasFocus()
    assert step.told == []

    asked.files = [tmp_path / "sheet"]
    step.save.click()
    tasks.settle()

    text = pypdf.PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert answers.made.sheet.groups[0] in "".join(text.split())
    assert step.told == ["ready"]
    assert "not protected" in step.state.text()


def test_a_file_that_is_there_is_replaced_only_where_the_box_has_asked(step, asked, tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(b"another")
    asked.files = [tmp_path / "sheet", tmp_path / "sheet.pdf"]

    step.save.click()
    tasks.settle()
    assert (tmp_path / "sheet.pdf").read_bytes() == b"another"
    assert step.told == []

    step.save.click()
    tasks.settle()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_told(step, asked, tmp_path):
    asked.files = [tmp_path / "gone" / "sheet.pdf"]

    step.save.click()
    tasks.settle()

    assert "There is no folder" in step.problem.text()


def test_coming_back_does_not_draw_it_again(step, answers):
    answers.lane.close()

    step.enter()
    tasks.settle()

    assert step.problem.text() == ""


def test_a_sheet_that_could_not_be_drawn_is_neither_printed_nor_saved(shown, answers, printed):
    answers.lane.close()
    step = shown(SheetStep)
    tasks.settle()

    step._print()
    step._choose()
    step._save(answers.made.files.record)
    step.go_on()

    assert (printed, step.told) == ([], [])
    assert not step.print.isEnabled()
