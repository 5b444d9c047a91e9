import subprocess
import sys

import pytest

from app import __main__, paths

ASKS = "import sys; from app.__main__ import main; main({words}); print('PySide6' in sys.modules)"


@pytest.mark.parametrize("words", [["list"], ["self-test", "--nothing"]])
def test_a_command_needs_no_qt(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKS.format(words=words)],
        capture_output=True,
        text=True,
        cwd=paths.program_root(),
        timeout=60,
        check=False,
    )

    assert done.stdout.strip() == "False"


def test_words_that_are_off_end_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["nothing"]) == 2
    assert "milepost --help" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["demo", "--nowhere"], ["_measure"]])
def test_the_window_refuses_words_that_are_off(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert __main__.main(words) == 2
