from app import clock
from app.demo import making
from app.vault.record import open_record
from app.vault.unlock import Secret
from app.wording import say


def test_a_court_is_made_whole_and_opens_with_what_was_handed_out(tmp_path, moment) -> None:
    told: list[str] = []

    made = making.make_court(tmp_path, progress=told.append)

    record = open_record(made.path, Secret(passphrase=made.passphrase))
    record.close()
    assert record.findings == ()
    assert (made.path.name, record.desk.holder) == ("juniper.milepost", "Ruth Amsel")
    assert record.desk.today() == clock.today("America/Denver")
    assert told == [say("sample.making"), say("sample.filling")]


def test_the_passphrase_is_new_each_time_and_never_shown(tmp_path, moment, monkeypatch) -> None:
    monkeypatch.setattr(making, "PEOPLE", 1)
    first = making.make_court(tmp_path)
    (tmp_path / "other").mkdir()
    second = making.make_court(tmp_path / "other")

    assert first.passphrase != second.passphrase
    assert first.passphrase not in repr(first)
