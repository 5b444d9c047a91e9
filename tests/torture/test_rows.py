"""The short form of every row, as `python3 dev.py torture` runs it, with its careless variant."""

import time

import pytest

from tests.torture import __main__ as torture
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
