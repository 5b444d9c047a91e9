import pytest

from ui.commands import words
from ui.commands.table import COMMANDS


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["list"],
        ["list", "r.milepost"],
        ["list", "r.milepost", "--what", "hearings", "--as-of", "yesterday"],
        ["list", "r.milepost", "--what", "hearings", "--as-of", "20261124"],
        ["list", "r.milepost", "--wha", "hearings"],
        ["sample", "r.milepost", "--participants", "many"],
    ],
)
def test_words_that_are_off_are_refused_with_2(call, arguments: list[str]) -> None:
    answer = call(*arguments, "--json")

    assert answer.code == 2
    assert answer.shown["error"]["kind"] == "usage"


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        words.parse(COMMANDS, ["--help"])

    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(command.name in told for command in COMMANDS)
