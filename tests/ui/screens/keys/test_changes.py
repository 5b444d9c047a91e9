import pytest

from app.vault.unlock import SHEET_HOLDER
from tests.conftest import HOLDER
from ui.screens.keys.changes import CHANGES, may_change


@pytest.mark.parametrize(
    ("key", "who", "chosen", "count", "may"),
    [
        ("passphrase", HOLDER, None, 1, True),
        ("passphrase", SHEET_HOLDER, None, 1, False),
        ("passphrase", SHEET_HOLDER, HOLDER, 1, True),
        ("add", HOLDER, None, 1, True),
        ("rename", HOLDER, None, 1, False),
        ("rename", HOLDER, HOLDER, 1, True),
        ("remove", HOLDER, HOLDER, 1, False),
        ("remove", HOLDER, "Otis Pettigrew", 2, True),
        ("remove", HOLDER, None, 2, False),
    ],
)
def test_what_can_be_changed_depends_on_who_is_at_work_and_who_is_chosen(
    key, who, chosen, count, may
):
    assert may_change(CHANGES[key], who, chosen, count) is may
