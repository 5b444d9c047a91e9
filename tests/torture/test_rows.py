"""The short form of every row, as `python3 dev.py torture` runs it, with its careless variant."""

import time
from dataclasses import replace

import pytest

from tests.torture import __main__ as torture
from tests.torture import results
from tests.torture.row import Outcome, Row, Series
from tests.torture.rows import ROWS
from tests.torture.running import Run


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_row_holds_its_number_and_its_careless_variant_does_not(row, tmp_path):
    run = Run(tmp_path, torture.SEED, full=False, until=time.monotonic() + 90)

    if missing := torture.carry_out(run, row):
        pytest.skip(missing)
    shown = torture.look(run, row)

    assert shown.tally.wrong == []
    assert shown.tally.cases == row.series.short
    assert shown.is_good, shown.line()


def test_every_row_has_a_name_of_its_own():
    keys = [key for row in ROWS for key in row.each]

    assert len(keys) == len(set(keys))


@pytest.fixture
def counted():
    """A row that counts, and the cases that it was asked for."""
    asked = []

    def lay_out(_folder):
        def case(number, chance):
            asked.append((number, chance.random()))
            return Outcome("counted", ("odd",) if number == 3 else ())

        return case

    return Row("R0", "counted", Series("numbers", lay_out, 6, 4), "odd"), asked


def test_a_run_that_was_stopped_goes_on_with_the_same_cases(counted, tmp_path):
    row, asked = counted
    progress = tmp_path / "R0-counted.jsonl"
    run = Run(tmp_path, 1, full=True, until=time.monotonic() + 9)
    run.carry_out(row)
    whole, seen = progress.read_text(encoding="utf-8"), list(asked)
    progress.write_text(whole[:-200], encoding="utf-8")  # cut off in the middle of a line
    left = len(progress.read_text(encoding="utf-8").splitlines()) - 2

    run.carry_out(row)

    assert [number for number, _chance in seen] == list(range(6))
    assert asked[6:] == seen[left:]
    assert run.tally(row.key, row.series).wrong == ["case 3: odd"]


def test_without_time_nothing_is_run_and_another_seed_begins_anew(counted, tmp_path):
    row, asked = counted

    Run(tmp_path, 1, full=True).carry_out(row)
    assert asked == []
    for seed in (1, 2):
        Run(tmp_path, seed, full=True, until=time.monotonic() + 9).carry_out(row)

    assert [number for number, _chance in asked] == [*range(6), *range(6)]
    assert asked[0][1] != asked[6][1]


def test_the_table_keeps_the_rows_that_were_not_run_again(counted, tmp_path):
    row, _asked = counted
    other = replace(row, part="other")
    file = tmp_path / "RESULTS.md"
    run = Run(tmp_path, 1, full=True, until=time.monotonic() + 9)
    run.carry_out(row)
    results.keep([replace(torture.look(run, row), row=other)], (row, other), 1, file)
    file.write_text(file.read_text(encoding="utf-8") + "\n## Not run\n\nR2.\n", encoding="utf-8")

    results.keep([torture.look(run, row)], (row, other), 1, file)

    text = file.read_text(encoding="utf-8")
    assert text.index("| R0 | counted | numbers | 6 | 1 odd |") < text.index("| R0 | other |")
    assert text.endswith("\n## Not run\n\nR2.\n")
