import pytest

from app.vault import naming
from models.court import Court, KeyHolder
from models.errors import BadInput

UNSEEN = ["Ruth\u200b Amsel", "Ruth\u202e Amsel", "\ufeffRuth", "Ruth\u00adAmsel"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "tab\there", "\udcff", *UNSEEN])
def test_a_name_that_no_page_can_carry_is_refused(name):
    with pytest.raises(BadInput) as caught:
        naming.settled(name, KeyHolder)

    assert (caught.value.key, caught.value.facts) == ("record.name", {"limit": 120})


@pytest.mark.parametrize("name", ["Ruth Amsel", "Niłch’i Béésh", "x" * 120])
def test_a_name_that_somebody_has_is_taken_as_it_is(name):
    assert naming.settled(name, KeyHolder) == name


@pytest.mark.parametrize("name", ["Jose\u0301  Ruiz", " Jos\u00e9 Ruiz ", "Jos\u00e9\u00a0Ruiz"])
def test_a_name_is_kept_in_one_form_whatever_keyboard_made_it(name):
    assert naming.settled(name, KeyHolder) == "Jos\u00e9 Ruiz"


@pytest.mark.parametrize("name", ["recovery sheet", " Recovery  SHEET", "\uff52ecovery sheet"])
def test_no_holder_is_called_as_the_sheet_is_in_the_trail(name):
    with pytest.raises(BadInput) as caught:
        naming.settled(name, KeyHolder)

    assert caught.value.key == "holders.reserved"
    assert naming.settled("Recovery Sheet", Court) == "Recovery Sheet"


@pytest.mark.parametrize(
    ("other", "same"),
    [("ruth  amsel", True), ("\uff32uth Amsel", True), ("Ruth Amsell", False)],
)
def test_names_that_sound_alike_are_the_same(other, same):
    assert naming.is_same("Ruth Amsel", other) is same
