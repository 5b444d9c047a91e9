"""Tries what is said and done when the system lacks something."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from installer import system
from installer.system import Need

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the packages bring everything"
)
LIBRARY = Need(system.loads, "libthat-nobody-has.so.1", "libnobody1")
PROGRAM = Need(shutil.which, "a-program-nobody-has", "nobody-tools")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that stands for everything installed on the machine."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def add_program(folder: Path, name: str, *lines: str) -> None:
    """Put a small shell script where programs are looked for."""
    script = folder / name
    script.write_text("\n".join(["#!/bin/sh", *lines]) + "\n")
    script.chmod(0o755)


def become(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_a_library_that_loads_is_not_missing():
    need = Need(system.loads, "libc.so.6", "libc6")

    assert system.missing([need, LIBRARY]) == [LIBRARY]


def test_a_python_that_is_not_there_or_knows_no_at_spi_is_missing(programs):
    add_program(programs, "python-without-gi", "exit 1")
    add_program(programs, "python-with-gi", "exit 0")

    assert not system.speaks_at_spi(str(programs / "no-python"))
    assert not system.speaks_at_spi(str(programs / "python-without-gi"))
    assert system.speaks_at_spi(str(programs / "python-with-gi"))


def test_the_tests_ask_for_all_that_the_journeys_use():
    packages = {need.package for need in system.TESTS}

    assert packages >= {"xvfb", "openbox", "xdotool", "dbus", "at-spi2-core", "gir1.2-atspi-2.0"}


def test_an_ordinary_user_is_told_one_line_to_run(programs, monkeypatch, capfd):
    add_program(programs, "apt-get", "exit 0")
    become(monkeypatch, 1000)

    with pytest.raises(SystemExit) as stopped:
        system.supply([LIBRARY, PROGRAM])

    told = capfd.readouterr().err.splitlines()
    assert stopped.value.code == 2
    assert len(told) == 1
    assert told[0].endswith(
        "sudo sh -c 'apt-get update && "
        "apt-get install -y --no-install-recommends libnobody1 nobody-tools'"
    )


def test_a_machine_without_apt_is_told_what_is_missing(programs, monkeypatch, capfd):
    become(monkeypatch, 0)

    with pytest.raises(SystemExit) as stopped:
        system.supply([LIBRARY])

    told = capfd.readouterr().err
    assert stopped.value.code == 2
    assert "libthat-nobody-has.so.1" in told
    assert "libnobody1" in told


def test_root_installs_what_is_missing_and_goes_on(programs, monkeypatch):
    calls = programs / "calls"
    add_program(
        programs,
        "apt-get",
        f'echo "$DEBIAN_FRONTEND $*" >> {calls}',
        f"echo '#!/bin/sh' > {programs / PROGRAM.thing}",
        f"/bin/chmod +x {programs / PROGRAM.thing}",
    )
    become(monkeypatch, 0)

    system.supply([PROGRAM])

    assert calls.read_text().splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends nobody-tools",
    ]


def test_an_installation_that_fails_ends_in_a_sentence(programs, monkeypatch, capfd):
    add_program(programs, "apt-get", "exit 100")
    become(monkeypatch, 0)

    with pytest.raises(SystemExit) as stopped:
        system.supply([PROGRAM])

    assert stopped.value.code == 2
    assert "apt-get update failed" in capfd.readouterr().err


def test_an_installation_that_changes_nothing_does_not_go_on(programs, monkeypatch, capfd):
    add_program(programs, "apt-get", "exit 0")
    become(monkeypatch, 0)

    with pytest.raises(SystemExit) as stopped:
        system.supply([PROGRAM])

    assert stopped.value.code == 2
    assert "nobody-tools" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_known_by_its_variables(platform, variables, expected):
    assert system.has_display(platform, variables) is expected
