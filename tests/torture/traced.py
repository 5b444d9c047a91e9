"""The process whose calls to the system are written down: it opens, saves, folds in and closes.

    python -m tests.torture.traced RECORD SHEET_FILE SEED COUNT SYNCHRONOUS

Each save is told of on standard output after its commit, and stands in the trace there.
"""

import os
import sys
from pathlib import Path
from random import Random

from app.vault.unlock import Secret
from models import engine as engines
from tests.torture import saves


def main(record: str, sheet: str, seed: str, count: str, synchronous: str) -> None:
    saves.fold_often()
    engines.SETTINGS = (*engines.SETTINGS, f"PRAGMA synchronous={synchronous}")
    secret = Secret(sheet=Path(sheet).read_text(encoding="utf-8"))

    def tell(line: str) -> None:
        os.write(1, f"{line}\n".encode())

    saves.work(Path(record), secret, Random(seed), int(count), tell)  # noqa: S311


if __name__ == "__main__":
    main(*sys.argv[1:])
