import pytest

from app.vault import driver_faults
from models import engine as engines
from models.errors import NoSpace


def test_a_drive_that_is_gone_is_told_as_one():
    with pytest.raises(NoSpace) as caught, driver_faults.told():
        raise engines.DatabaseError("disk I/O error")

    assert caught.value.key == "space.gone"


def test_what_the_driver_says_of_us_passes_through():
    with pytest.raises(engines.DatabaseError, match="syntax"), driver_faults.told():
        raise engines.DatabaseError("near x: syntax error")
