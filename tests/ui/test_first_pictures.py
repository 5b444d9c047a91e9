"""Makes a picture of every step of the first start and of the import, and finds what is cut."""

from pathlib import Path

import pytest

from app import paths
from app.settings import Settings
from tests.conftest import PASSPHRASE
from tests.ui import test_pictures
from tests.ui.test_pictures import HEIGHT, WIDTH, keep, work
from ui import printing
from ui.call import Wanted
from ui.program import Program

SPREADSHEETS = Path(__file__).resolve().parents[1] / "app" / "imports" / "spreadsheets"
dress = test_pictures.dress


@pytest.fixture
def program(qtbot, dress, moment, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "documents_folder", lambda: tmp_path)
    monkeypatch.setattr(printing, "printer", lambda: "Office")
    monkeypatch.setattr(printing, "send", lambda *_job: None)
    made = Program(Wanted(), Settings(width=WIDTH, height=HEIGHT), remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    work()
    yield made
    made.window.close()
    work()


def test_every_step_to_the_first_people_is_pictured_and_nothing_is_cut(program, dress):
    wrong = {"first": keep(program, f"first-{dress}")}
    program.window.shown.make.click()
    work()
    page = program.window.shown

    while page.step.key != "begin":
        step = page.step.key
        if step in ANSWERS:
            page.onward.click()
            wrong[f"{step}-refused"] = keep(program, f"first-{step}-refused-{dress}")
            ANSWERS[step](page.step)
        wrong[step] = keep(program, f"first-{step}-{dress}")
        page.onward.click()
        work()
    page.step.ways["import"].click()
    wrong["begin"] = keep(program, f"first-begin-{dress}")
    page.onward.click()
    work()

    wrong |= imports(program, dress)
    assert {name: found for name, found in wrong.items() if found} == {}


def imports(program: Program, dress: str) -> dict[str, list[str]]:
    page = program.shell.page
    wrong = {"import": keep(program, f"import-{dress}")}
    for style in ("messy", "broken"):
        page.take(SPREADSHEETS / style / "caseload.csv")
        wrong[style] = keep(program, f"import-{style}-{dress}")
    page.take(SPREADSHEETS / "messy" / "drug-tests.csv")
    wrong["tests"] = keep(program, f"import-tests-{dress}")
    page.take(SPREADSHEETS / "plain" / "caseload.csv")
    work()
    page.bring_in.click()
    wrong["done"] = keep(program, f"import-done-{dress}")
    return wrong


def name_the_court(step) -> None:
    step.text("name").setText("Juniper County Treatment Court")


def choose_a_passphrase(step) -> None:
    step.holder.setText("Ruth Amsel")
    step.new.own.click()
    step.new.typed.setText(PASSPHRASE)
    step.new.again.setText(PASSPHRASE)


def print_the_sheet(step) -> None:
    step.print.click()


def type_the_groups(step) -> None:
    for number in step.rows:
        step.field(number).setText(step.answers.made.sheet.groups[number - 1])


ANSWERS = {
    "profile": name_the_court,
    "key": choose_a_passphrase,
    "sheet": print_the_sheet,
    "groups": type_the_groups,
}
