"""What Milepost needs of the system beneath it, and how a machine comes by it.

Read by dev.py before anything is installed, so the standard library is all there is.
"""

from __future__ import annotations  # so that an older Python gets as far as the sentence it needs

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

CANNOT = 2  # the exit code of everything that has to be put right outside the project


class Need(NamedTuple):
    """One thing that the system has to offer, how to look for it, and the package that holds it."""

    look: Callable[[str], object]
    thing: str
    package: str


def loads(library: str) -> bool:
    """Return whether the system's own loader finds the library: the only answer that counts."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def speaks_at_spi(python: str) -> bool:
    """Return whether this Python, the system's own, can ask a window as a screen reader does."""
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        asked = subprocess.run([python, "-c", asks], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


MAKES_VENV = (Need(find_spec, "ensurepip", "python3-venv"),)
DRAWS = (
    Need(loads, "libEGL.so.1", "libegl1"),
    Need(loads, "libGL.so.1", "libgl1"),
    Need(loads, "libglib-2.0.so.0", "libglib2.0-0"),
    Need(loads, "libxkbcommon.so.0", "libxkbcommon0"),
    Need(loads, "libfontconfig.so.1", "libfontconfig1"),
    Need(loads, "libdbus-1.so.3", "libdbus-1-3"),
    Need(loads, "libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)
OPENS_WINDOW = (
    *DRAWS,
    Need(loads, "libxcb-cursor.so.0", "libxcb-cursor0"),
    Need(loads, "libxcb-icccm.so.4", "libxcb-icccm4"),
    Need(loads, "libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need(loads, "libxcb-shape.so.0", "libxcb-shape0"),
    Need(loads, "libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need(loads, "libwayland-client.so.0", "libwayland-client0"),
    Need(loads, "libwayland-cursor.so.0", "libwayland-cursor0"),
)
FREEZES = (
    *DRAWS,
    Need(shutil.which, "objdump", "binutils"),
    Need(
        loads,
        str(sysconfig.get_config_var("INSTSONAME")),
        f"libpython{sysconfig.get_python_version()}",
    ),
)
TESTS = (
    *OPENS_WINDOW,
    *FREEZES,
    Need(shutil.which, "Xvfb", "xvfb"),
    Need(shutil.which, "openbox", "openbox"),
    Need(shutil.which, "xdotool", "xdotool"),
    Need(shutil.which, "dbus-daemon", "dbus"),
    Need(os.path.exists, "/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
    Need(os.path.exists, "/usr/lib/python3/dist-packages/gi", "python3-gi"),
    Need(speaks_at_spi, "/usr/bin/python3", "gir1.2-atspi-2.0"),
    Need(shutil.which, "pdftoppm", "poppler-utils"),
    Need(shutil.which, "qpdf", "qpdf"),
)
# Drives of their own kinds that can be pulled, calls of the system that are written down or made to
# fail; the ordinary tests skip what needs them.
TORTURES = (
    Need(shutil.which, "unshare", "util-linux"),
    Need(shutil.which, "fusermount3", "fuse3"),
    Need(os.path.exists, "/usr/sbin/mkfs.exfat", "exfatprogs"),
    Need(os.path.exists, "/usr/sbin/mount.exfat-fuse", "exfat-fuse"),
    Need(shutil.which, "strace", "strace"),
    Need(shutil.which, "fiu-run", "fiu-utils"),
)


def stop(sentence: str) -> NoReturn:
    """End with the sentence that says what to do, and the exit code for the world's faults."""
    print(sentence, file=sys.stderr)
    raise SystemExit(CANNOT)


def tell(sentence: str) -> None:
    """Say what goes on, on standard error: standard output belongs to the command that is run."""
    print(sentence, file=sys.stderr, flush=True)


def call(
    words: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stdout: TextIO | None = None,
) -> int:
    """Run a program to its end and return its exit code."""
    return subprocess.run(words, check=False, env=env, cwd=cwd, stdout=stdout).returncode


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    if not platform.startswith("linux"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def supply(needs: Sequence[Need]) -> None:
    """See to it that the system offers `needs`, or stop with the one line that makes it so."""
    if not sys.platform.startswith("linux") or not missing(needs):
        return
    packages = sorted({need.package for need in missing(needs)})
    if not (is_root() and shutil.which("apt-get")):
        stop(how_to_install(needs, packages))
    tell(f"Installing {', '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if call(["apt-get", "-qq", *words], env=quiet, stdout=sys.stderr):
            stop(f"apt-get {words[0]} failed; what it said stands above. Then run this again.")
    if missing(needs):
        stop(how_to_install(needs, packages))


def missing(needs: Sequence[Need]) -> list[Need]:
    return [need for need in needs if not need.look(need.thing)]


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def how_to_install(needs: Sequence[Need], packages: Sequence[str]) -> str:
    if shutil.which("apt-get"):
        line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
        return f"This machine lacks a few system packages. Run: sudo sh -c '{line}'"
    things = ", ".join(need.thing for need in missing(needs))
    return f"This machine lacks {things}. Install what holds them (Debian: {' '.join(packages)})."
