"""One import under way: what the file says, what may be changed, and what came of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.imports.headings import Columns
from app.imports.rows import Mistake
from app.wording import say


@dataclass
class Summary:
    """What an import did, or with mistakes would have had to do."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    ignored_columns: tuple[str, ...] = ()
    mistakes: list[Mistake] = field(default_factory=list)


@dataclass
class Job:
    """One import under way: what the file says, what may be changed, and what came of it."""

    columns: Columns
    today: date
    update: bool
    summary: Summary

    def refuse(self, row: Any, name: str, key: str, **facts: object) -> None:
        """Keep a mistake at the column of the file that holds `name`."""
        heading = self.columns.heading(name)
        self.summary.mistakes.append(Mistake(row.number, heading, say(key, **facts)))

    def settle(self, row: Any, different: list[str]) -> bool:
        """Count a known row; True where its different values are to be written."""
        if not different:
            self.summary.unchanged += 1
        elif self.update:
            self.summary.updated += 1
            return True
        for name in different if not self.update else ():
            self.refuse(row, name, "import.known-otherwise", column=self.columns.heading(name))
        return False
