from app.vault import closing, seal, wal
from tests.makers import key_of


def test_a_closed_record_stands_alone_under_its_seal(opened, made, moment):
    key = key_of(made).seal

    ended = closing.close(opened.engine, opened.desk, opened.files.record, key)

    assert not wal.log_of(opened.files.record).exists()
    assert ended.clean
    assert ended.seal == seal.seal_of(opened.files.record, key)
    assert ended.audit_mark.startswith(f"{ended.audit_seq}-")
    assert ended.latest == moment.isoformat()


def test_the_log_is_folded_in_and_work_can_go_on(opened):
    closing.fold_in(opened.engine)

    assert not wal.log_of(opened.files.record).exists()
    with opened.desk.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM court").scalar_one() == 1
