import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault import recovery
from models.audit import ALPHABET
from models.errors import WrongSecret

ROOTS = st.integers(0, 2**150 - 1).map(lambda number: number.to_bytes(19, "big"))
ROOT = (0x2545F4914F6CDD1D2545F4914F6CDD1D254545).to_bytes(19, "big")
RECORD_ID = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


def test_a_root_has_a_hundred_and_fifty_bits_in_nineteen_bytes():
    roots = {recovery.new_root() for _ in range(50)}

    assert len(roots) == 50
    assert {len(root) for root in roots} == {19}
    assert all(int.from_bytes(root, "big") < 2**150 for root in roots)


@given(ROOTS)
def test_six_groups_of_six_stand_for_every_root_and_back(root):
    groups = recovery.groups_of(root)

    assert [len(group) for group in groups] == [6] * 6
    assert recovery.root_of(groups) == root


@given(ROOTS)
def test_the_symbols_are_the_number_in_base_thirty_two(root):
    symbols = "".join(group[:5] for group in recovery.groups_of(root))

    number = 0
    for symbol in symbols:
        number = number * 32 + ALPHABET.index(symbol)

    assert number.to_bytes(19, "big") == root


def test_every_single_wrong_character_is_caught_and_its_group_named():
    groups = recovery.groups_of(ROOT)
    tried = 0

    for place in range(36):
        number, at = divmod(place, 6)
        for wrong in set(ALPHABET) - {groups[number][at]}:
            typed = list(groups)
            typed[number] = groups[number][:at] + wrong + groups[number][at + 1 :]
            with pytest.raises(WrongSecret) as caught:
                recovery.root_of(tuple(typed))
            assert (caught.value.key, caught.value.facts["group"]) == (
                "sheet.wrong-group",
                number + 1,
            )
            tried += 1

    assert tried == 36 * 31


@given(ROOTS, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_a_wrong_character_on_a_whole_sheet_names_its_group_too(root, place, wrong):
    groups = list(recovery.groups_of(root))
    number, at = divmod(place, 6)
    if groups[number][at] == wrong:
        return
    groups[number] = groups[number][:at] + wrong + groups[number][at + 1 :]

    with pytest.raises(WrongSecret) as caught:
        recovery.read_sheet(sheet(groups))

    assert caught.value.facts.get("group") == number + 1


def sheet(groups):
    lines = [f"{number}  {group[:5]} {group[5]}" for number, group in enumerate(groups, start=1)]
    return "\n".join(["Juniper County Treatment Court", f"Record {RECORD_ID}", *lines])


@given(ROOTS)
def test_a_sheet_gives_its_root_and_the_record_it_is_for(root):
    assert recovery.read_sheet(sheet(recovery.groups_of(root))) == (root, RECORD_ID)


def spaced(text, size, mark):
    return mark.join(text[at : at + size] for at in range(0, len(text), size))


WAYS = {
    "as printed": " ".join,
    "in small letters": lambda groups: " ".join(groups).lower(),
    "one a line": "\n".join,
    "one a line with a blank between": "\n\n".join,
    "with dashes": "-".join,
    "in one piece": "".join,
    "in threes": lambda groups: spaced("".join(groups), 3, " "),
    "in fours with dashes": lambda groups: spaced("".join(groups), 4, "-"),
    "with the check apart": lambda groups: " ".join(f"{g[:5]} {g[5]}" for g in groups),
    "numbered": lambda groups: "\n".join(f"{n}. {g}" for n, g in enumerate(groups, 1)),
    "numbered with brackets": lambda groups: "\n".join(
        f"{n}) {g}" for n, g in enumerate(groups, 1)
    ),
    "numbered and out of order": lambda groups: "\n".join(
        f"{n} {g}" for n, g in reversed(list(enumerate(groups, 1)))
    ),
    "with letters for digits": lambda groups: " ".join(groups).replace("0", "O").replace("1", "l"),
    "with I for 1": lambda groups: " ".join(groups).replace("1", "i").replace("0", "o"),
    "with tabs": "\t".join,
    "with lines that end as on Windows": "\r\n".join,
    "with words before": lambda groups: "The key is: " + " ".join(groups) + ".",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@given(ROOTS)
def test_the_groups_are_read_however_a_person_types_them(way, root):
    assert recovery.read_sheet(way(recovery.groups_of(root)))[0] == root


@pytest.mark.parametrize(
    "record_id",
    [RECORD_ID, RECORD_ID.upper(), spaced(RECORD_ID, 4, " "), spaced(RECORD_ID, 4, "-")],
)
def test_the_record_id_is_read_however_it_is_spaced(record_id):
    text = f"Record id {record_id}\n" + " ".join(recovery.groups_of(ROOT))

    assert recovery.read_sheet(text) == (ROOT, RECORD_ID)


def test_a_sheet_without_a_record_id_gives_none():
    assert recovery.read_sheet(" ".join(recovery.groups_of(ROOT))) == (ROOT, None)


@pytest.mark.parametrize("text", ["", "nothing here", "\x00", "AAAAAA BBBBBB CCCCCC", "1\n2\n3"])
def test_what_has_no_six_groups_says_how_many_it_has(text):
    with pytest.raises(WrongSecret) as caught:
        recovery.read_sheet(text)

    assert caught.value.key == "sheet.not-six-groups"


@pytest.mark.parametrize("group", ["", "ABCDE", "ABCDEFG", "ABCDU*", "ABCDé1"])
def test_a_group_of_another_length_or_alphabet_is_named(group):
    groups = list(recovery.groups_of(ROOT))
    groups[2] = group

    with pytest.raises(WrongSecret) as caught:
        recovery.root_of(tuple(groups))

    assert caught.value.facts == {"group": 3}


@given(st.text(max_size=300))
def test_no_text_makes_it_stumble(text):
    try:
        root, _record_id = recovery.read_sheet(text)
    except WrongSecret:
        return
    assert len(root) == 19


def test_swapped_neighbours_are_nearly_always_caught():
    missed = 0
    for first in ALPHABET:
        for second in ALPHABET:
            group = "AB" + first + second + "C"
            swapped = "AB" + second + first + "C"
            same = recovery.check_character(group) == recovery.check_character(swapped)
            missed += same and first != second

    # As with Luhn for ten digits: only the two ends of the alphabet.
    assert missed == 2


def test_a_group_typed_back_is_the_same_however_it_is_written():
    assert recovery.is_same_group(" h3trb-q ", "H3TRBQ")
    assert not recovery.is_same_group("H3TRBP", "H3TRBQ")
    assert not recovery.is_same_group("", "H3TRBQ")


def test_a_group_typed_back_wrong_is_named():
    groups = recovery.groups_of(recovery.new_root())

    recovery.refuse_wrong_group(
        groups, {2: groups[1].lower(), 5: f"{groups[4][:3]} {groups[4][3:]}"}
    )
    with pytest.raises(WrongSecret) as caught:
        recovery.refuse_wrong_group(groups, {2: groups[1], 5: groups[1]})

    assert caught.value.facts == {"group": 5}


def test_one_group_alone_tells_whether_it_can_stand_on_a_sheet():
    good = recovery.groups_of(recovery.new_root())[3]
    recovery.refuse_mistyped(4, f" {good[:3]}-{good[3:].lower()}")

    with pytest.raises(WrongSecret) as told:
        recovery.refuse_mistyped(4, good[:5])

    assert told.value.facts == {"group": 4}
