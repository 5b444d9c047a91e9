"""Every page of the window, taken from the tables that make them, so that none is forgotten."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, SignalInstance
from sqlalchemy import func, select

from app import clock, documents, today
from app.answers import Subject
from app.desk import Desk
from app.document_files import given
from app.facts import canonical
from app.showing import Looked
from models.choices import TestResult
from models.document import Document
from models.drug_test import DrugTest, DrugTestResult
from models.hearing import CourtOrder, Hearing
from models.note import Note
from models.plan import Objective, Problem
from models.sealing import DestroyedFile
from tests import papers
from tests.reports import certificate_examples
from ui import tasks
from ui.forms.catalogue import FORMS
from ui.navigation import PLACES, Stand
from ui.program import Program
from ui.screens.keys.changes import CHANGES
from ui.screens.person.tabs import TABS

ROUNDS = 12
# Milliseconds a page may take; the drawing process starts with the first one.
PATIENCE = 30_000
# Places whose page is made anew each time, and says when all of it stands.
TOLD = {"person", "form", "report", "plan-page", "packet", "trail-extract", "certificate", "proof",
        "document"}  # fmt: skip
# Forms that are about one row in any case, and those that are shown once more with one.
ABOUT_A_ROW = {"objective": Objective, "document": Document}
WITH_A_ROW = {"drug-test": DrugTest, "hearing": Hearing, "note": Note, "problem": Problem}


def desk_of(program: Program) -> Desk:
    return program.shell._tools.desk


def stands(desk: Desk) -> Iterator[tuple[str, Stand]]:
    """Return every page with its name: places, tabs of a person with much on file, forms."""
    person, rows = busiest(desk)
    rows[Document] = document(desk, person)
    with desk.read() as session:
        sitting = today.next_court_date(session, desk.today())
    about = {"packet": sitting.session_id if sitting else None, "report": person}
    about |= {"plan-page": person, "sealing": person, "certificate": destroyed(desk)}
    about |= {"document": (person, rows[Document])}
    for place in PLACES:
        if place.key not in {"person", "form", "key-change"}:
            yield place.key, Stand(place.key, about.get(place.key))
    for tab in TABS:
        yield f"person-{tab.key}", Stand("person", (person, tab.key))
    for change in CHANGES:
        yield f"key-change-{change}", Stand("key-change", (change, "Ruth Amsel"))
    for key in FORMS:
        yield f"form-{key}", Stand("form", (key, subject_of(key, person, rows)))
    for key in WITH_A_ROW.keys() & FORMS.keys():
        correction = Subject(person, rows[WITH_A_ROW[key]])
        yield f"form-{key}-on-file", Stand("form", (key, correction))


def document(desk: Desk, person: int) -> int:
    """Return a document that was added to the file of somebody."""
    body = papers.pdf(2)
    return documents.add(desk, person, given("scan0001.pdf", body), Looked(2, body))[0]


def destroyed(desk: Desk) -> int:
    """Return a file that was destroyed by order, for its certificate."""
    told = certificate_examples.ordinary()
    with desk.work() as session:
        row = DestroyedFile(
            kind=told.kind,
            destroyed_at=clock.now(),
            destroyed_by=told.destroyed_by,
            known_by=told.known_by,
            rows=sum(each.count for each in told.removed),
            mark_before=told.mark_before,
            mark_after=told.mark_after,
            certificate=canonical(told.without_order()),
            swept_at=clock.now(),
        )
        session.add(row)
        session.flush()
        return row.id


def subject_of(key: str, person: int, rows: dict[type, int]) -> Subject:
    if key == "referral":
        return Subject()
    return Subject(person, rows[ABOUT_A_ROW[key]] if key in ABOUT_A_ROW else None)


def busiest(desk: Desk) -> tuple[int, dict[type, int]]:
    """Return the person with a positive test who has the most tests, and a row of each kind."""
    with desk.read() as session:
        positive = select(DrugTestResult.person_id).where(
            DrugTestResult.result == TestResult.PRESUMPTIVE
        )
        person = session.scalars(
            select(DrugTest.person_id)
            .where(DrugTest.person_id.in_(positive))
            .group_by(DrugTest.person_id)
            .order_by(func.count().desc(), DrugTest.person_id)
        ).first()
        found = {
            kind: session.scalars(
                select(kind.id).where(kind.person_id == person).order_by(kind.id)
            ).first()
            for kind in {*ABOUT_A_ROW.values(), *WITH_A_ROW.values()}
        }
        found[DrugTest] = session.scalars(
            select(DrugTestResult.drug_test_id).where(DrugTestResult.person_id == person)
        ).first()
        ordered = session.scalars(
            select(CourtOrder.hearing_id).where(CourtOrder.person_id == person)
        ).first()
        found[Hearing] = ordered or found[Hearing]
    return person, found


def show(program: Program, stand: Stand) -> None:
    """Go to a page, and wait until all of it stands."""
    navigator = program.shell.navigator
    navigator.go(stand.key, stand.about)
    page = program.shell.page
    # Laid out before its facts arrive, as it is where the record takes a moment.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if stand.key in TOLD:
        wait_for(page.shown)
    settle()


def wait_for(told: SignalInstance) -> None:
    """Let the window work until a page says that it stands."""
    loop = QEventLoop()
    told.connect(loop.quit)
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(lambda: loop.exit(1))
    late.start(PATIENCE)
    assert loop.exec() == 0, "the page did not come to stand"


def settle() -> None:
    """Let the window work until nothing is on its way and nothing was left for a later turn."""
    for _ in range(ROUNDS):
        tasks.settle()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
