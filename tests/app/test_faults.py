import app
from app import faults, paths


def failing(secret):
    name = f"Begaye {secret}"
    raise ValueError(name)


def caught():
    try:
        failing("505-555-0142")
    except ValueError as error:
        return error


def test_a_report_says_where_it_happened_and_nothing_of_what_was_worked_on(moment):
    told = faults.write(caught()).read_text(encoding="utf-8")

    assert f"Milepost {app.__version__}" in told
    assert "ValueError" in told
    assert "test_faults.py:7 failing" in told
    assert "Begaye" not in told
    assert "0142" not in told


def test_a_report_names_no_folder_of_the_person(moment):
    told = faults.told(caught(), moment.isoformat())

    assert "/" not in told


def test_reports_stand_in_the_state_folder_and_never_replace_each_other(moment, monkeypatch):
    first = faults.write(caught())

    assert first.parent == paths.state_folder() / "faults"
    assert first.name.startswith("20261123-231000-")
    assert "Begaye" not in first.name
