import json

import pytest

from ui.commands import output


def test_a_value_is_one_line_of_json_that_keeps_every_letter(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.value({"name": "Niłch'i ʼAshkii", "phase": None})

    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out) == {"name": "Niłch'i ʼAshkii", "phase": None}
    assert "ʼAshkii" in out


def test_a_refusal_is_told_to_people_and_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    output.refuse(15, "input", "Write it as MM/DD/YYYY.", as_json=True)

    out, told = capsys.readouterr()
    assert json.loads(out)["error"] == {
        "code": 15,
        "kind": "input",
        "message": "Write it as MM/DD/YYYY.",
    }
    assert told == "Write it as MM/DD/YYYY.\n"
