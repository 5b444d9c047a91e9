import pytest

from app.imports import names
from app.imports.values import ValueMistake


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        ("Tso, Priya", "Tso", "Priya"),
        ("Priya Tso", "Tso", "Priya"),
        ("García López, José", "García López", "José"),
        ("Tso, Priya Ann", "Tso", "Priya Ann"),
        ("María de la Cruz", "de la Cruz", "María"),
        ("Otis McAllister Jr.", "McAllister Jr.", "Otis"),
        ("Benito St. Pierre", "St. Pierre", "Benito"),
        ("O\u2019Dell, Keisha", "O\u2019Dell", "Keisha"),
    ],
)
def test_a_whole_name_is_parted_where_it_leaves_no_doubt(text, last, first):
    assert names.split(text, 120) == (last, first)


@pytest.mark.parametrize("text", ["Tso", "José García López", "Tso, Priya, Jr.", "Tso,", ", Priya"])
def test_a_name_that_could_be_parted_in_two_ways_is_refused(text):
    with pytest.raises(ValueMistake) as caught:
        names.split(text, 120)

    assert caught.value.key == "import.name"


def test_each_part_is_held_to_the_limit():
    with pytest.raises(ValueMistake) as caught:
        names.split(f"Tso, {'P' * 121}", 120)

    assert caught.value.key == "import.cell.long"
