import pytest

from models import errors
from models.errors import Damaged, NotARecord, Trouble

CONTRACT = {
    "BadUsage": ("usage", 2),
    "WrongSecret": ("passphrase", 10),
    "NotARecord": ("damaged", 11),
    "Damaged": ("damaged", 11),
    "TooNew": ("newer", 12),
    "InUse": ("busy", 13),
    "NoSpace": ("space", 14),
    "BadInput": ("input", 15),
    "NotPermitted": ("permission", 16),
    "NoSuchThing": ("missing", 17),
    "UnknownWord": ("unknown", 17),
}


@pytest.mark.parametrize(("name", "contract"), CONTRACT.items())
def test_every_cause_has_the_kind_and_the_code_of_the_contract(name, contract):
    found = getattr(errors, name)

    assert (found.kind, found.code) == contract


def test_no_cause_is_outside_the_contract():
    ours = {
        each.__name__
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, Trouble) and each is not Trouble
    }

    assert ours == set(CONTRACT)


def test_a_trouble_keeps_its_key_and_facts_and_prints_no_fact():
    trouble = Trouble("record.exists", file="begaye.milepost")

    assert (trouble.key, trouble.facts) == ("record.exists", {"file": "begaye.milepost"})
    assert str(trouble) == "record.exists"


def test_what_is_damaged_names_the_problem_for_check():
    trouble = Damaged("record.damaged", problem="page")

    assert trouble.problem == "page"
    assert isinstance(trouble, NotARecord)
