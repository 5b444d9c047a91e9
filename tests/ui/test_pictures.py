"""Makes a picture of every screen for people to look at, and checks that nothing on it is cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from tests.conftest import PASSPHRASE
from tests.ui import geometry
from tests.ui.conftest import TURNS
from ui import tasks, theme
from ui.call import Wanted
from ui.program import Program
from ui.theme import Scheme, Theme

PICTURES = Path(__file__).resolve().parent.parent.parent / "build" / "pictures"
# A court laptop, less the system's own bars.
WIDTH, HEIGHT = 1366, 696
DRESSES = [
    *((scheme, 1.0) for scheme in Scheme),
    (Scheme.LIGHT, 1.5),
]


@pytest.fixture(params=DRESSES, ids=lambda dress: f"{dress[0]}-{dress[1]}")
def dress(request, qapp, dressed):
    """One theme at one size of letters; the plain one is put on again behind the test."""
    scheme, scale = request.param
    theme.apply(qapp, Theme(scheme, scale))
    qapp.held.clear()
    yield f"{scheme.value}-{round(scale * 100)}"
    theme.apply(qapp, dressed)
    qapp.held.clear()


@pytest.fixture
def program(qtbot, dress, sample_path, moment):
    kept = Settings(
        record=str(sample_path),
        court="Juniper County Treatment Court",
        holder="Ruth Amsel",
        width=WIDTH,
        height=HEIGHT,
    )
    made = Program(Wanted(), kept, remembers=False)
    qtbot.addWidget(made.window)
    made.start()
    work()
    yield made
    made.window.close()
    work()


def work() -> None:
    for _ in range(TURNS):
        tasks.settle()
        QCoreApplication.processEvents()


def keep(program: Program, name: str) -> list[str]:
    """Save the picture of the window, and return what is wrong with it."""
    work()
    PICTURES.mkdir(parents=True, exist_ok=True)
    target = PICTURES / f"window-{name}.png"
    assert program.window.grab().save(str(target))
    return geometry.mistakes(program.window)


def is_drawn(preview: QWidget) -> bool:
    """Whether the words of the page are there; they are drawn behind its white ground."""
    picture = preview.grab().toImage().scaled(200, 200)
    return any(picture.pixelColor(x, y).black() > 150 for x in range(40, 160) for y in range(200))


def test_every_screen_is_pictured_and_nothing_is_cut(qtbot, program, dress):
    wrong = {"unlock": keep(program, f"unlock-{dress}")}

    program.window.shown.switch.click()
    wrong["sheet"] = keep(program, f"unlock-sheet-{dress}")
    program.window.shown.switch.click()
    program.window.shown.passphrase.setText(PASSPHRASE)
    program.window.shown.unlock.click()
    wrong["today"] = keep(program, f"today-{dress}")
    shell = program.shell
    shell.navigator.go("participants")
    wrong["participants"] = keep(program, f"participants-{dress}")

    shell.quick.begin()
    QTest.keyClicks(shell.search, "qui")
    wrong["quick search"] = keep(program, f"quick-search-{dress}")
    shell.quick.leave()
    shell.navigator.go("manual", "keyboard")
    wrong["manual"] = keep(program, f"manual-{dress}")
    shell.tell_saved("Gus Hennepin, drug test, negative", lambda: None)
    wrong["saved"] = keep(program, f"saved-{dress}")
    shell.note.forget()
    shell.hide_all()
    wrong["hidden"] = keep(program, f"hidden-{dress}")
    shell.show_all()
    shell.participants.filter.setText("quintana")
    work()
    shell.participants.open_first()
    wrong["person"] = keep(program, f"person-{dress}")

    shell.page.report.click()
    with qtbot.waitSignal(shell.page.shown, timeout=20_000):
        work()
    qtbot.waitUntil(lambda: is_drawn(shell.page.preview))
    wrong["report"] = keep(program, f"report-{dress}")

    assert {name: found for name, found in wrong.items() if found} == {}
