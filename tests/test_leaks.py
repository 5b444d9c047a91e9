"""Nothing that was typed or imported stands in any file but the one that was asked for."""

import base64
import gzip
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from app import paths
from app.people import Identity, Passage, enroll
from app.vault import comparison
from app.vault.creation import Made
from tests import leak_scan
from tests.conftest import PASSPHRASE

CANARIES = ["Zqvandermolen", "Wyxpreferred", "77-QX-90210"]


class Home:
    """A person's folders, all of them watched, and the program started in them as a process."""

    def __init__(self, root: Path, made: Made) -> None:
        self.root = root
        for name in ("home", "tmp", "state", "work"):
            (root / name).mkdir()
        self.work = root / "work"
        self.record = self.work / "court.milepost"
        for part in made.files.record.parent.iterdir():
            shutil.copy(part, self.work / part.name)
        # The person's own files stand outside of what is watched.
        self.own = root.parent / "own"
        self.own.mkdir()
        (self.own / "pass").write_text(PASSPHRASE, encoding="utf-8")

    def run(self, word: str, *rest: object) -> str:
        environment = os.environ | {
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "tmp"),
            "MILEPOST_STATE": str(self.root / "state"),
            "XDG_CACHE_HOME": str(self.root / "home" / "cache"),
        }
        done = subprocess.run(
            [
                *(sys.executable, "-m", "app", word, str(self.record)),
                *(str(each) for each in rest),
                *("--passphrase-file", str(self.own / "pass"), "--json"),
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=paths.program_root(),
            env=environment,
            timeout=60,
            check=False,
        )
        assert done.returncode in {0, 15}, done.stderr
        return done.stdout


@pytest.fixture
def home(tmp_path: Path, made: Made) -> Home:
    watched = tmp_path / "watched"
    watched.mkdir()
    return Home(watched, made)


@pytest.fixture
def caseload(home: Home) -> Path:
    book = Workbook()
    book.active.append(["Case number", "Last name", "First name", "Preferred name"])
    book.active.append([CANARIES[2], CANARIES[0], "Ada", CANARIES[1]])
    book.save(home.own / "people.xlsx")
    return home.own / "people.xlsx"


def test_a_whole_session_leaves_people_in_the_asked_for_page_only(
    home: Home, caseload: Path
) -> None:
    home.run("import", caseload, "--as", "participants")
    shown = home.run("list", "--what", "participants")
    page = home.own / "page.pdf"
    words = ("--participant", "1", "--hearing", "2026-11-24", "--for", "judge")
    home.run("report", *words, "-o", page)
    home.run("check")
    (home.own / "bad.csv").write_text(
        f"case,last,first,dob\n1,{CANARIES[0]},x,02/30/1990\n", encoding="utf-8"
    )
    home.run("import", home.own / "bad.csv", "--as", "participants")

    assert CANARIES[0] in shown
    assert leak_scan.hits_in(page.read_bytes(), CANARIES) == {CANARIES[0], CANARIES[1], CANARIES[2]}
    assert leak_scan.hits(home.root, CANARIES) == {}


def test_the_metadata_of_a_page_and_its_name_hold_nobody(home: Home, caseload: Path) -> None:
    from pypdf import PdfReader

    home.run("import", caseload, "--as", "participants")
    page = home.own / "page.pdf"
    words = ("--participant", "1", "--hearing", "2026-11-24", "--for", "judge")
    home.run("report", *words, "-o", page)

    reader = PdfReader(page)
    told = repr(reader.metadata) + repr(reader.outline) + str(reader.xmp_metadata and page.name)
    assert not [canary for canary in CANARIES if canary in told]


@pytest.fixture
def plain(tmp_path: Path) -> bytes:
    """The same person in a database that is not encrypted."""
    target = tmp_path / "plain.db"
    desk = comparison.plain_desk(target, "UTC")
    with desk.work() as session:
        enroll(
            session,
            [(Identity(CANARIES[0], "Ada", preferred_name=CANARIES[1]), Passage(CANARIES[2]))],
        )
    desk.close()
    return target.read_bytes()


def test_the_scan_finds_people_in_every_kind_of_packing(plain: bytes, tmp_path: Path) -> None:
    control = tmp_path / "control"
    control.mkdir()
    text = ", ".join(CANARIES)
    (control / "plain.db").write_bytes(plain)
    (control / "a.gz").write_bytes(gzip.compress(plain))
    (control / "utf16.txt").write_text(text, encoding="utf-16")
    (control / "hex.txt").write_text(text.encode().hex(), encoding="ascii")
    (control / "base64.txt").write_bytes(base64.b64encode(b"x" + text.encode()))
    with zipfile.ZipFile(control / "b.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inner.gz", gzip.compress(text.encode()))

    found = leak_scan.hits(control, CANARIES)

    assert set(found) == {path.name for path in control.iterdir()}
    assert all(canaries == set(CANARIES) for canaries in found.values())
