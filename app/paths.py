"""Where things live: resources beside the program, settings and logs in the person's own folders.

The only reader of `sys.frozen`: a frozen program finds its data folder beside its executable.
"""

import os
import sys
from pathlib import Path

import platformdirs

APPLICATION = "milepost"


def program_root() -> Path:
    """Return the folder that holds `resources` and `models/migrations`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    return program_root().joinpath("resources", *parts)


def command_line(*words: str) -> list[str]:
    """Return the words that start this same program again as a process of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "app", *words]


def state_folder() -> Path:
    """Return the folder for logs and machine settings; it never holds anything of a participant."""
    chosen = os.environ.get("MILEPOST_STATE")
    return (
        Path(chosen) if chosen else Path(platformdirs.user_state_dir(APPLICATION, appauthor=False))
    )


def documents_folder() -> Path:
    """Return the folder that is offered first for a new record."""
    return Path(platformdirs.user_documents_dir())
