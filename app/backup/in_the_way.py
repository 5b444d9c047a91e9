"""What stands under the name of a file of ours and is no file: a folder, a pipe, a device, a loop.

A pipe would be waited for and a device read for ever; what is there stays as it is, and is told.
"""

import os
from pathlib import Path

from app.vault.files import Files
from models.errors import NoSpace


def files_of(record: Path) -> Files:
    """Return where the parts of a record stand, by the one name that its folder has.

    Raises:
        NoSpace: the name leads in a circle.
    """
    try:
        return Files(record.resolve())
    except RuntimeError:  # how Python 3.11 tells of links that lead to each other
        raise NoSpace("space.in-the-way") from None


def is_there(files: Files) -> bool:
    """Whether anything but a file stands where a part of the record does, or is about to."""
    parts = {*files.all, *files.leftovers}
    return any(os.path.lexists(part) and not part.is_file() for part in parts)
