"""A case manager's first morning with the real window, by keyboard alone, one function a part."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

from app.wording import say
from tests.journeys.screen import ROOT, Screen, State

COURT, HOLDER = "Larkspur County Treatment Court", "Ruth Amsel"
PASSPHRASE = "five words that nobody guesses"
CASELOAD = ROOT / "tests" / "app" / "imports" / "spreadsheets" / "messy" / "caseload.csv"
A_MOMENT = 0.5
LONG = 7  # a group of the key on paper: its number, and six letters
ORDER = "Bring proof of two meetings a week"


@dataclass(frozen=True)
class Morning:
    """What is left of the morning on the disk, and the window's own count of its slots."""

    record: Path
    printed: Path
    saved: Path
    keys: int
    ended: State


def live(screen: Screen) -> Morning:
    """Go from a new computer to a printed and a saved report."""
    screen.open()
    begin_a_record(screen)
    bring_in_the_caseload(screen)
    refer_somebody(screen)
    open_person(screen, "kealoha")
    plan(screen)
    test_three_times(screen)
    hear(screen)
    printed, saved = report(screen)
    ended = screen.close()
    record = next((screen.home / "Documents").glob("**/*.milepost"))
    return Morning(record, printed, saved, screen.keys, ended)


def begin_a_record(screen: Screen) -> None:
    """Make the court, its passphrase and its recovery sheet, and prove the sheet."""
    screen.settled(focus="Make a new record")
    screen.key("Return")
    screen.until(step="profile", focus="Court")
    screen.type(COURT)
    screen.to("Time zone")
    screen.type("America/Denver")
    screen.to("Go on")
    screen.key("Return")
    choose_a_passphrase(screen)
    screen.until(step="place")
    screen.key("Return")
    screen.settled(step="sheet", focus="Print")
    screen.key("Return")
    screen.settled(step="sheet", focus="Go on")
    screen.key("Return")
    type_two_groups(screen)
    screen.until(step="backup")
    screen.key("Return")


def choose_a_passphrase(screen: Screen) -> None:
    screen.until(step="key", focus="Your name")
    screen.type(HOLDER)
    screen.to("Use these five words")
    screen.key("Down")
    screen.until(focus="Use a passphrase of my own")
    screen.to("Passphrase")
    screen.type(PASSPHRASE)
    screen.to("The same passphrase again")
    screen.type(PASSPHRASE)
    screen.key("Return")


def type_two_groups(screen: Screen) -> None:
    """Type back what stands on the paper, as it came out of the printer."""
    asked = screen.settled(step="groups", focus=lambda now: now.startswith("Group"))["focus"]
    sheet = groups_on(newest(screen.printed))
    screen.type(sheet[asked])
    screen.key("Tab")
    other = screen.until(focus=lambda now: now.startswith("Group") and now != asked)["focus"]
    screen.type(sheet[other])
    screen.key("Return")


def groups_on(paper: Path) -> dict[str, str]:
    """Return the groups of the key by the name of the field that asks for each."""
    signs = text_of(paper).partition("checks its group")[2].partition("Same key")[0].split()
    found = [signs[at : at + LONG] for at in range(0, len(signs), LONG)]
    return {f"Group {number}": "".join(letters) for number, *letters in found}


def bring_in_the_caseload(screen: Screen) -> None:
    screen.until(step="begin")
    screen.key("Down")
    screen.until(focus="Bring in a spreadsheet")
    screen.key("Return")
    screen.settled(page="import", focus="Choose…")
    screen.key("Return")
    sheet = screen.home / "Documents" / CASELOAD.name
    shutil.copy(CASELOAD, sheet)
    choose_file(screen, sheet)
    screen.settled(page="import", ready=True, focus="Participants")
    screen.key("ctrl+s")
    screen.settled(page="import", told=lambda now: "in the record" in now)


def refer_somebody(screen: Screen) -> None:
    screen.key("ctrl+n")
    screen.settled(page="form", focus="Last name")
    screen.type("Etcitty")
    screen.to("First name")
    screen.type("Lena")
    screen.to("Birth date")
    screen.type("3/7/1991")
    screen.to("Case number, Case 1")
    screen.type("2026-CR-0917")
    screen.to("Kind, Way to reach this person 1")
    screen.type("P")
    screen.to("Number or address, Way to reach this person 1")
    screen.type("555-0117")
    screen.key("ctrl+s")
    screen.settled(page="person", saved=lambda now: "Etcitty" in now)


def open_person(screen: Screen, words: str) -> None:
    screen.key("ctrl+k")
    screen.until(focus=lambda now: now.startswith("Find a person"))
    screen.type(words)
    screen.settled()
    screen.key("Return")
    screen.settled(page="person", stands=True)


def plan(screen: Screen) -> None:
    """A problem, its goal, and two objectives: the first problem begins the plan."""
    screen.key("ctrl+3")
    screen.settled(about=lambda now: "'plan'" in now, stands=True)
    screen.to("Add problem")
    screen.key("Return")
    screen.settled(page="form", focus="Problem")
    screen.type("No steady place to live")
    screen.to("Goal")
    screen.type("A home of my own")
    screen.to("Objective, Objective 1")
    screen.type("Hand in the housing application")
    screen.to("Target date, Objective 1")
    screen.type("+30")
    screen.to("Add an objective")
    screen.key("space")
    screen.until(focus="Objective, Objective 2")
    screen.type("See two apartments")
    screen.key("ctrl+s")
    screen.settled(page="person", saved=lambda now: "plan" in now.lower())


def test_three_times(screen: Screen) -> None:
    """One negative, one positive, one no-show."""
    screen.key("ctrl+4")
    screen.settled(about=lambda now: "'tests'" in now, stands=True)
    for enter in (negative, positive, no_show):
        screen.key("ctrl+d")
        screen.settled(page="form", focus="Collected on")
        enter(screen)
        before = screen.state["saved"]
        screen.key("ctrl+s")
        screen.settled(page="person", stands=True, saved=lambda now, was=before: now != was)


def negative(screen: Screen) -> None:
    screen.type("-7")
    screen.to("All negative, key N")
    screen.key("n")


def positive(screen: Screen) -> None:
    screen.type("-3")
    screen.to("All negative, key N")
    screen.key("p")
    screen.until(focus=lambda now: now.startswith("Positive for"))
    screen.to("Positive for THC")
    screen.key("space")


def no_show(screen: Screen) -> None:
    screen.type("y")
    screen.to("Outcome")
    screen.type("No")


def hear(screen: Screen) -> None:
    screen.key("ctrl+5")
    screen.settled(about=lambda now: "'hearings'" in now, stands=True)
    screen.key("ctrl+shift+r")
    screen.settled(page="form", focus="Date")
    screen.to("Order, Order 1")
    screen.type(ORDER)
    screen.to("Due, Order 1")
    screen.type("+14")
    screen.to("Next hearing")
    screen.type("+14")
    screen.key("ctrl+s")
    screen.settled(page="person", saved=lambda now: "earing" in now)


def report(screen: Screen) -> tuple[Path, Path]:
    """Look at the report, print it, and save it."""
    screen.key("ctrl+p")
    screen.settled(page="report", ready=True)
    screen.key("ctrl+p")
    screen.settled(page="report", ready=True, told=lambda now: "Office" in now)
    printed = newest(screen.printed)
    screen.key("ctrl+s")
    screen.until(box=lambda now: now.startswith("QMessageBox"), focus=say("window.save.no"))
    screen.to(say("window.save.yes"), most=3)
    screen.key("Return")
    saved = screen.home / "Documents" / "report.pdf"
    choose_file(screen, saved)
    screen.settled(page="report", ready=True, told=lambda now: "report.pdf" in now)
    return printed, saved


def choose_file(screen: Screen, path: Path) -> None:
    """Type the path of a file; the box completes it meanwhile, which takes it a moment."""
    screen.until(box=lambda now: now.startswith("QFileDialog"), focus="QLineEdit fileNameEdit")
    screen.key("ctrl+a")
    screen.type(str(path))
    time.sleep(A_MOMENT)
    screen.key("Return")
    screen.until(box="")


def newest(folder: Path) -> Path:
    return max(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)


def text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
