"""The passphrase, the key files and the computer lost in turn, and what the record holds then."""

import pytest

from app import search
from app.vault import check
from app.vault.record import open_record
from app.vault.unlock import Secret
from models.errors import WrongSecret
from tests.conftest import PASSPHRASE
from tests.journeys import lost, screen
from tests.journeys.screen import Screen

# Of a thousand slots one may take longer than a person feels, and none longer than this.
ONE_IN, MOST_WORK = 1000, 0.150

pytestmark = [
    pytest.mark.journey,
    pytest.mark.xdist_group("lost"),  # one worker lives it for all of them
    pytest.mark.skipif(bool(screen.missing()), reason=f"there is no {screen.missing()} here"),
    pytest.mark.timeout(240),
]


@pytest.fixture(scope="module")
def lived(tmp_path_factory, request):
    """The three losses, lived once; what is seen of them is tried below."""
    home = tmp_path_factory.mktemp("home")
    court = lost.prepare(home)
    with Screen(home) as shown:
        try:
            found = lost.live(shown, court)
        except BaseException:
            shown.picture(home / "lost.png")
            raise
    request.config.get_terminal_writer().line(f"three losses took {found.keys} keys")
    return found


def test_the_record_is_back_with_everybody_in_it(lived):
    opened = open_record(lived.record, Secret(passphrase=lost.ON_ANOTHER))
    with opened.desk.read() as session:
        found = search.people(session, "quintana")
    opened.close()

    assert len(found) == 1
    assert check.check(lived.record, Secret(passphrase=lost.ON_ANOTHER)).problems == []


@pytest.mark.parametrize("old", [PASSPHRASE, lost.AFTER_THE_SHEET, lost.AFTER_THE_KEYS])
def test_no_passphrase_of_before_opens_it(lived, old):
    with pytest.raises(WrongSecret):
        open_record(lived.record, Secret(passphrase=old))


def test_the_sheet_opens_it_still(lived):
    open_record(lived.record, Secret(sheet="\n".join(lived.court.sheet))).close()


def test_the_backup_on_the_stick_is_as_it_was(lived):
    stick = lived.record.parents[2] / "media" / "BLUE"

    assert [path.suffix for path in stick.iterdir()] == [".milebak"]


def test_the_window_never_kept_anybody_waiting(lived):
    held, slots = lived.ended["held"], lived.ended["slots"]

    worked = [(work, who, what) for who, what, _wall, work in held]

    assert len([work for work, *_ in worked if work > 0.05]) <= max(1, slots / ONE_IN)
    assert [each for each in worked if each[0] > MOST_WORK] == []
