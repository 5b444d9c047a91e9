"""Tests printing: bytes on standard input of the system's own program, and honest refusals."""

import os
import stat

import pytest

from ui import printing
from ui.printing import PrinterTrouble

PDF = b"%PDF-1.7 page"


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder of programs that stands in place of the system's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin{os.pathsep}/usr/bin")

    def add(name: str, script: str) -> None:
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    add(
        "lpstat",
        'case "$1" in -d) echo "system default destination: Office";; '
        '-e) printf "Hall\\nOffice\\n";; esac',
    )
    add("lp", f'echo "$@" > "{tmp_path}/words"; cat > "{tmp_path}/page"')
    return add


def test_the_default_printer_is_used(programs):
    assert printing.printer() == "Office"


def test_without_a_default_the_first_printer_is_used(programs):
    programs(
        "lpstat", 'case "$1" in -e) echo Hall;; *) echo "no system default destination";; esac'
    )

    assert printing.printer() == "Hall"


def test_a_computer_without_a_printer_says_so(programs):
    programs("lpstat", "exit 0")

    with pytest.raises(PrinterTrouble) as trouble:
        printing.printer()

    assert trouble.value.key == "window.print.none"


def test_a_print_system_that_is_not_there_is_no_printer(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PrinterTrouble):
        printing.printer()


def test_a_print_system_that_fails_is_no_printer(programs):
    programs("lpstat", "exit 1")

    with pytest.raises(PrinterTrouble):
        printing.printer()


def test_the_page_goes_in_as_it_is_and_the_job_has_no_name(programs, tmp_path):
    printing.send(PDF, "Office", "Milepost progress report")

    assert (tmp_path / "page").read_bytes() == PDF
    words = (tmp_path / "words").read_text().strip()
    assert words == "-d Office -t Milepost progress report -"


def test_a_printer_that_refuses_is_told_by_its_name(programs):
    programs("lp", "cat > /dev/null; exit 1")

    with pytest.raises(PrinterTrouble) as trouble:
        printing.send(PDF, "Office", "Milepost progress report")

    assert trouble.value.facts == {"printer": "Office"}


def test_a_printer_that_never_answers_is_given_up(programs, monkeypatch):
    monkeypatch.setattr(printing, "PATIENCE", 0.2)
    programs("lp", "exec sleep 5")

    with pytest.raises(PrinterTrouble):
        printing.send(PDF, "Office", "Milepost progress report")
