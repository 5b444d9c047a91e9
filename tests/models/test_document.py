from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from models.audit import Audit, AuditValue, ValueKey
from models.document import Document, DocumentContent, Media
from models.trail import unseal
from tests.conftest import MOMENT
from tests.makers import add, make_participant


def make_document(desk, ada):
    made = Document(
        person_id=ada.person,
        episode_id=ada.episode,
        title="Bond order",
        dated_on=date(2026, 11, 20),
        file_name="scan.pdf",
        media=Media.PDF,
        pages=1,
        size=5,
        sha256=b"d" * 32,
        added_at=MOMENT,
        added_by="Ruth Amsel",
    )
    document = add(desk, made)
    body = b"ZQcanary"
    content = add(desk, DocumentContent(person_id=ada.person, document_id=document, body=body))
    return document, content


def test_the_trail_holds_the_digest_of_a_document_and_never_its_bytes(desk):
    ada = make_participant(desk)

    make_document(desk, ada)

    with desk.read() as session:
        of_it = select(Audit).where(Audit.entity.in_(["document", "document_content"]))
        events = session.scalars(of_it).all()
        key = session.scalars(select(ValueKey.key).where(ValueKey.person_id == ada.person)).one()
        values = session.scalars(select(AuditValue)).all()
    opened = [str(unseal(key, each.sealed)) for each in values if each.person_id == ada.person]
    assert [each.entity for each in events] == ["document"]
    assert "Bond order" not in events[0].body
    assert any((b"d" * 32).hex() in each for each in opened)
    assert not any("ZQcanary" in each or b"ZQcanary".hex() in each for each in opened)


def test_the_bytes_go_with_their_document(desk):
    document, _content = make_document(desk, make_participant(desk))

    with desk.work() as session:
        session.delete(session.get_one(Document, document))

    with desk.read() as session:
        assert session.scalar(select(func.count()).select_from(DocumentContent)) == 0


def test_a_document_has_its_bytes_once(desk):
    ada = make_participant(desk)
    document, _content = make_document(desk, ada)

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(desk, DocumentContent(person_id=ada.person, document_id=document, body=b"other"))
