"""`milepost sample`: a fictional court in a new record; and its next reports without a screen."""

import tempfile
from pathlib import Path

from app import demo, facts, release, reporting
from app.demo import SampleMade, SampleWanted
from app.release import Page, Release
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from app.wording import say
from models.choices import Purpose, Recipient
from reports import files
from ui.commands import drawing, output
from ui.commands.opening import opened
from ui.commands.words import AS_OF, OPENING, Command, Wanted, word

DOCUMENT = "progress-pack"


def run(wanted: Wanted) -> int:
    with opened(wanted) as record:
        asked = SampleWanted(
            wanted.as_of or record.desk.today(),
            participants=wanted.participants,
            months=wanted.months,
            seed=wanted.seed,
        )
        made = demo.fill(record.desk, asked)
    if wanted.as_json:
        output.value(facts.plain(made))
    output.notice(_told(made))
    return 0


def _told(made: SampleMade) -> str:
    counted = {"participants": made.participants, "drug_tests": made.drug_tests}
    return say("sample.done", **counted, hearings=made.hearings)


def write_reports(arguments: list[str]) -> int:
    """Write the sample court's next progress reports into one file, where nobody has a screen."""
    target = Path(arguments[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        court = demo.make_court(Path(folder), progress=output.notice)
        record = open_record(court.path, Secret(passphrase=court.passphrase))
        try:
            page = _released(record)
        finally:
            record.close()
    files.write(target, page.pdf, overwrite=True)
    output.line(say("sample.reports"))
    output.line(str(target))
    return 0


def _released(record: Record) -> Page:
    """Return the pack of the next court day, written down like everything that leaves."""
    today = record.desk.today()
    with record.desk.read() as session:
        court_day = reporting.next_court_day(session, today)
    docket = reporting.docket_facts(record.desk, court_day, as_of=today)
    told = tuple(each for _person, each in docket)
    what = Release(
        document=DOCUMENT,
        recipient=Recipient.JUDGE,
        purpose=Purpose.SAMPLE,
        facts=facts.canonical(told),
        hearing_on=court_day,
    )
    with drawing.lane() as lane:
        released = release.release(
            record.desk,
            what,
            lambda document, _kept: lane.draw(document, told),
            audit_mark=told[0].audit_mark,
        )
    return released.page


COMMAND = Command(
    "sample",
    (
        *OPENING,
        AS_OF,
        word("--participants", type=int, default=60, metavar="N"),
        word("--months", type=int, default=18, metavar="N"),
        word("--seed", type=int, default=1, metavar="N"),
    ),
    run,
)
