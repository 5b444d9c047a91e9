"""`milepost import`: a spreadsheet of a court, all of its rows or none."""

from dataclasses import asdict
from pathlib import Path

from app import importing
from app.import_job import Summary
from app.wording import say
from models.errors import UnknownWord
from ui.commands import output
from ui.commands.opening import opened
from ui.commands.words import OPENING, Command, Wanted, word

MISTAKES = 15
# Kinds of the contract that come with work still to be done.
LATER = ("medications", "consents", "phases", "responses", "attendance", "hearings")


def run(wanted: Wanted) -> int:
    if wanted.kind in LATER:
        raise UnknownWord("import.not-here", what=wanted.kind)
    with opened(wanted, wanted.file) as record:
        summary = importing.bring_in(
            record.desk,
            importing.KINDS[wanted.kind],
            wanted.file,
            update=wanted.update,
            dry_run=wanted.dry_run,
        )
    _tell(wanted, summary)
    return MISTAKES if summary.mistakes else 0


def _tell(wanted: Wanted, summary: Summary) -> None:
    if wanted.as_json:
        output.value(asdict(summary))
    for mistake in summary.mistakes:
        output.notice(say("import.mistake", **asdict(mistake)))
    if not summary.mistakes:
        output.notice(
            say(
                "import.done",
                imported=summary.imported,
                updated=summary.updated,
                unchanged=summary.unchanged,
            )
        )


COMMAND = Command(
    "import",
    (
        *OPENING,
        word("file", type=Path, metavar="FILE"),
        word(
            "--as", dest="kind", required=True, choices=(*importing.KINDS, *LATER), metavar="KIND"
        ),
        word("--dry-run", action="store_true"),
        word("--update", action="store_true"),
    ),
    run,
)
