import pytest

from app.vault import naming
from models.court import KeyHolder
from models.errors import BadInput


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "tab\there", "\udcff"])
def test_a_name_that_no_page_can_carry_is_refused(name):
    with pytest.raises(BadInput) as caught:
        naming.refuse_odd(name, KeyHolder)

    assert (caught.value.key, caught.value.facts) == ("record.name", {"limit": 120})


@pytest.mark.parametrize("name", ["Ruth Amsel", "Niłch’i Béésh", "x" * 120])
def test_a_name_that_somebody_has_is_taken(name):
    naming.refuse_odd(name, KeyHolder)
