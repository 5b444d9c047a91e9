"""Writes resources/LICENSES/third-party.txt, so that every licence travels with the program.

Run `python -m installer.licences` from the project folder whenever the pins change.
"""

from importlib.metadata import Distribution, PackagePath
from pathlib import Path

from installer.components import ROOT, canonical, runtime_distributions

THIRD_PARTY = ROOT / "resources" / "LICENSES" / "third-party.txt"
RULE = "=" * 78
NAMES = ("licen", "copying", "notice")

# Qt for Python's wheels name the licence but leave its text out.
TEXT_KEPT_HERE = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-pdf": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}


def third_party() -> str:
    """Return the whole list: each package with its version, its licence and the licence's text."""
    return "\n".join([INTRODUCTION, *(entry(package) for package in runtime_distributions())])


INTRODUCTION = """\
Milepost stands on the packages below. Each is listed with the licence it came with.
The typeface and the icons have files of their own in this folder.

Qt for Python and Qt are used under the GNU Lesser General Public License, version 3. They lie
as separate files in the program's folder and may be replaced there by another build of the same
version; their sources are at https://download.qt.io/official_releases/.
"""


def entry(package: Distribution) -> str:
    heading = f"{canonical(package.name)} {package.version}"
    return "\n".join([RULE, heading, f"Licence: {licence_of(package)}", RULE, "", text_of(package)])


def licence_of(package: Distribution) -> str:
    """Return the short name of the licence, from whichever field the package gives it in."""
    for field in ("License-Expression", "License", "Classifier"):
        stated: list[str] = package.metadata.get_all(field) or []
        for line in stated:
            if field != "Classifier" or line.startswith("License :: "):
                return line.splitlines()[0].rsplit(" :: ", 1)[-1]
    return "see the text below"


def text_of(package: Distribution) -> str:
    kept = TEXT_KEPT_HERE.get(canonical(package.name))
    if kept:
        return f"The text is in {' and '.join(kept)} in this folder.\n"
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in licence_files(package)
    ]
    return "\n".join(text.replace("\r\n", "\n").strip() + "\n" for text in texts)


def licence_files(package: Distribution) -> list[PackagePath]:
    files = [file for file in package.files or [] if ".dist-info" in str(file)]
    return sorted(file for file in files if file.name.lower().startswith(NAMES))


def main() -> None:
    THIRD_PARTY.write_text(third_party(), encoding="utf-8", newline="\n")
    print(THIRD_PARTY.relative_to(ROOT))


if __name__ == "__main__":
    main()
