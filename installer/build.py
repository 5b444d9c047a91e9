"""Makes the one-folder program in `dist/milepost`, lists what is in it, and sums its files.

The list names the libraries in machine code too, so that a court can tell whether a security
notice touches it.
"""

import hashlib
import json
import platform
import shutil
import sys
import time
import tomllib
from pathlib import Path

from installer.c_libraries import LIBRARIES
from installer.components import PROJECT, ROOT, canonical, runtime_distributions
from installer.licences import licence_of
from installer.system import call

DIST = ROOT / "dist"
PROGRAM = DIST / "milepost"
SUMS = DIST / "SHA256SUMS"
COMPONENTS = "COMPONENTS.json"


def build() -> int:
    """Freeze, put the licence and the list of parts beside the program, and write the sums."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    places = ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "freeze")]
    recipe = str(ROOT / "installer" / "app.spec")
    freeze = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, recipe]
    failed = call([sys.executable, *freeze])
    if failed:
        return failed
    shutil.copy(ROOT / "LICENSE", PROGRAM / "LICENSE")
    parts = json.dumps(components(PROGRAM), indent=2, ensure_ascii=False)
    (PROGRAM / COMPONENTS).write_text(parts + "\n", encoding="utf-8")
    SUMS.write_text(sums(PROGRAM), encoding="utf-8", newline="\n")
    return 0


def components(folder: Path) -> dict[str, object]:
    """Return what the program is made of: packages, what hides in them, and system libraries."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    packages = [
        {"name": canonical(each.name), "version": each.version, "licence": licence_of(each)}
        for each in runtime_distributions()
    ]
    return {
        "name": project["name"],
        "version": project["version"],
        "python": platform.python_version(),
        "packages": packages,
        "libraries_inside_packages": [each._asdict() for each in LIBRARIES],
        "libraries_of_the_system": system_libraries(folder),
    }


def system_libraries(folder: Path) -> list[str]:
    """Return the shared libraries that were taken from the machine and not from a package."""
    inside = folder / "_internal"
    return sorted(file.name for file in inside.glob("lib*.so*") if not file.is_symlink())


def sums(folder: Path) -> str:
    """Return one line a file in the form that `sha256sum --check` reads from the folder above."""
    return "".join(
        f"{digest(file)}  {file.relative_to(folder.parent).as_posix()}\n"
        for file in files_in(folder)
    )


def digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def files_in(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sorted(files)


def main() -> int:
    started = time.monotonic()
    failed = build()
    if not failed:
        size = sum(file.stat().st_size for file in files_in(PROGRAM)) / 1_000_000
        took = time.monotonic() - started
        print(f"{PROGRAM.relative_to(ROOT)}: {size:.0f} MB, made in {took:.0f} s")
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
