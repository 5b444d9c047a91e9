"""What runs inside a namespace of its own, on a small drive that nobody else sees.

Called as `inside_drive.py SCENARIO FOLDER`; mounts a tmpfs on FOLDER/drive, does the scenario with
the real commands, and prints one JSON value. Everything that fills the drive is bounded.
"""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BLOCK = 4096
MOST_BLOCKS = 4096  # 16 MiB; the drive has 6


def mount(drive: Path, *, size: str = "6m") -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", drive], check=True)
    assert os.path.ismount(drive)


def fill(drive: Path) -> None:
    """Fill the drive to its last block; never anything but the drive."""
    assert os.path.ismount(drive)
    with (drive / "filler").open("wb", buffering=0) as file:
        for _ in range(MOST_BLOCKS):
            try:
                file.write(bytes(BLOCK))
            except OSError:
                return
    raise AssertionError("the drive did not fill up")


def call(*words: object) -> tuple[int, str]:
    from ui import commands

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = commands.main([*(str(word) for word in words), "--json"])
    shown = json.loads(out.getvalue())
    return code, shown.get("error", {}).get("kind", "") if isinstance(shown, dict) else ""


def on_full_drive(folder: Path) -> dict[str, object]:
    drive, secret = folder / "drive", ("--passphrase-file", folder / "pass")
    record = drive / "court.milepost"
    call("import", record, folder / "few.csv", "--as", "participants", *secret)
    fill(drive)
    answers = {
        "import": call("import", record, folder / "many.csv", "--as", "participants", *secret),
        "report": call(
            *("report", record, "--participant", 1, "--hearing", "2026-11-24"),
            *("--for", "judge", "-o", drive / "page.pdf", *secret),
        ),
        "new": call(
            *("new", drive / "second.milepost", "--court", "C", "--holder", "H"),
            *("--sheet-text", folder / "sheet.txt", *secret),
        ),
    }
    left = sorted(path.name for path in drive.iterdir())
    (drive / "filler").unlink()
    answers["check afterwards"] = call("check", record, *secret)
    return {"answers": answers, "left": left, "people": people(record, secret)}


def on_read_only_drive(folder: Path) -> dict[str, object]:
    drive, secret = folder / "drive", ("--passphrase-file", folder / "pass")
    record = drive / "court.milepost"
    subprocess.run(["mount", "-o", "remount,ro", drive], check=True)
    answers = {
        "list": call("list", record, "--what", "participants", *secret),
        "wrong": call(
            "list", record, "--what", "participants", "--passphrase-file", folder / "wrong"
        ),
        "new": call(
            *("new", drive / "second.milepost", "--court", "C", "--holder", "H"),
            *("--sheet-text", folder / "sheet.txt", *secret),
        ),
    }
    return {"answers": answers}


def people(record: Path, secret: tuple[object, ...]) -> int:
    from ui import commands

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        words = ("list", record, "--what", "participants", *secret, "--json")
        commands.main([str(word) for word in words])
    return int(json.loads(out.getvalue())["count"])


SCENARIOS: dict[str, Callable[[Path], dict[str, object]]] = {
    "full": on_full_drive,
    "read-only": on_read_only_drive,
}


def main(scenario: str, folder: Path) -> None:
    drive = folder / "drive"
    drive.mkdir()
    mount(drive)
    for part in (folder / "record").iterdir():
        shutil.copy(part, drive / part.name)
    print(json.dumps(SCENARIOS[scenario](folder)))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
