"""What the sample court is made of: names, places and phrases, read from `resources/sample`."""

import json
from functools import cache
from typing import Any

from app import paths


@cache
def read(part: str) -> Any:
    """Return one part of the material; whoever reads it never changes it."""
    return json.loads(paths.resource("sample", f"{part}.json").read_text(encoding="utf-8"))
