"""`milepost report`: one progress report to a file, or a released one again, byte for byte."""

from typing import Any

from app import release, reporting
from app.release import Released
from app.vault.record import Record
from app.wording import say
from models.choices import Recipient
from models.errors import BadUsage, NoSuchThing, UnknownWord
from reports import files
from ui.commands import drawing, opening, output
from ui.commands.opening import opened
from ui.commands.words import AS_OF, OPENING, OUTPUT, OVERWRITE, Command, Wanted, day, word


def run(wanted: Wanted) -> int:
    _refuse_mixed(wanted)
    opening.refuse_no_folder(wanted, wanted.output)
    with opened(wanted) as record, drawing.lane() as lane:
        draw = drawing.drawer(lane)
        if wanted.again is not None:
            released = _again(wanted, record, draw)
        else:
            released = _new(wanted, record, draw)
    files.write(wanted.output, released.page.pdf, overwrite=wanted.overwrite)
    shown = {
        "file": str(wanted.output),
        "pages": released.page.pages,
        "disclosure_id": str(released.disclosure_id),
        "audit_mark": released.audit_mark,
    }
    if wanted.as_json:
        output.value(shown)
    output.notice(say("report.written", file=wanted.output.name))
    return 0


def _refuse_mixed(wanted: Wanted) -> None:
    new = (wanted.participant, wanted.hearing, wanted.recipient)
    if wanted.again is None and None in new:
        raise BadUsage("report.incomplete")
    if wanted.again is not None and (new != (None, None, None) or wanted.reduced):
        raise BadUsage("report.mixed")
    if wanted.reduced:
        raise UnknownWord("report.no-reduced")


def _new(wanted: Wanted, record: Record, draw: release.Draw) -> Released:
    person_id = number(wanted.participant, "participant.missing")
    told = reporting.facts(
        record.desk,
        person_id,
        hearing_on=wanted.hearing,
        recipient=Recipient(wanted.recipient),
        as_of=wanted.as_of or record.desk.today(),
    )
    _check_target(wanted)
    return reporting.released(record.desk, person_id, told, draw)


def _again(wanted: Wanted, record: Record, draw: release.Draw) -> Released:
    disclosure_id = number(wanted.again, "release.missing")
    release.refuse_unknown(record.desk, disclosure_id)
    _check_target(wanted)
    return release.again(record.desk, disclosure_id, draw)


def _check_target(wanted: Wanted) -> None:
    opening.refuse_own_files(wanted.record, wanted.output)
    files.check(wanted.output, overwrite=wanted.overwrite)


def number(given: Any, missing: str) -> int:
    """Return an id of the contract, a decimal string; what is none names nothing."""
    if not given.isascii() or not given.isdecimal() or len(given) > 15:
        raise NoSuchThing(missing)
    return int(given)


COMMAND = Command(
    "report",
    (
        *OPENING,
        AS_OF,
        word("--participant", metavar="ID"),
        word("--hearing", type=day, metavar="DATE"),
        word("--for", dest="recipient", choices=tuple(Recipient), metavar="RECIPIENT"),
        word("--again", metavar="DISCLOSURE"),
        word("--reduced", action="store_true"),
        OUTPUT,
        OVERWRITE,
    ),
    run,
)
