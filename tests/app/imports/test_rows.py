import dataclasses

import pytest

from app.imports.rows import Mistake, Parsed


def test_what_a_file_says_cannot_be_changed_afterwards():
    parsed = Parsed((1, 2), ("Judge",), (Mistake(1, "", "No column was found."),))

    with pytest.raises(dataclasses.FrozenInstanceError):
        parsed.rows = ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        parsed.mistakes[0].row = 2
