"""Tries the frozen program: its own self-test must create, migrate, fill, print and check a record.

This is the one test that sees a missing data file or an import that PyInstaller did not find.
"""

import json
import os
import subprocess
import sys
import tempfile

from installer.components import ROOT

PROGRAM = ROOT / "dist" / "milepost" / ("milepost.exe" if os.name == "nt" else "milepost")
PATIENCE = 300  # seconds; a frozen program that hangs must not hold up the rest for ever


def what_is_wrong(command: list[str]) -> str:
    """Run the self-test and return why it did not pass, or nothing.

    It runs in an empty folder and without Python's own variables, so that it cannot lean on the
    checkout that it was made from.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [*command, "self-test", "--json"],
            cwd=folder,
            env=clean,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
    if done.returncode == 0 and says_ok(done.stdout):
        return ""
    return f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}".strip()


def says_ok(output: str) -> bool:
    """Return whether the output is one JSON value that says every step passed."""
    try:
        value = json.loads(output)
    except ValueError:
        return False
    return isinstance(value, dict) and value.get("ok") is True


def main(command: list[str]) -> int:
    problem = what_is_wrong(command)
    print(f"The self-test failed: {problem}" if problem else "The self-test passed.")
    return 1 if problem else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or [str(PROGRAM)]))
