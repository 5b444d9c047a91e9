import json
import stat
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.vault import state
from app.vault.state import State

KEPT = State(
    clean=True,
    audit_seq=7,
    audit_mark="7-0123456789ABCDEF",
    seal="00" * 32,
    latest="2026-11-23T23:10:00+00:00",
    findings=("seal", "audit-tail"),
    failed_unlocks=2,
)
KEY = bytes(range(32))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_what_was_written_is_read(tmp_path):
    path = tmp_path / "court.state"

    state.write(path, KEPT)

    assert state.read(path) == KEPT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "7", "no json", '{"v": 2}', '{"v": "1"}', "\x00", "[" * 50]
)
def test_what_cannot_be_read_is_as_good_as_missing(tmp_path, text):
    path = tmp_path / "court.state"
    path.write_text(text, encoding="utf-8")

    assert state.read(path) is None


def test_a_missing_state_is_none(tmp_path):
    assert state.read(tmp_path / "court.state") is None


@pytest.mark.parametrize(
    "change",
    [
        {"failed_unlocks": "many"},
        {"failed_unlocks": -1},
        {"failed_unlocks": None},
        {"failed_unlocks": True},
        {"audit_seq": "7"},
        {"audit_seq": 2**64},
        {"audit_seq": 7.5},
        {"clean": "yes"},
        {"clean": 1},
        {"seal": 7},
        {"audit_mark": []},
        {"latest": {}},
        {"mac": 7},
        {"findings": "seal"},
        {"findings": ["Quintana"]},
        {"findings": [["seal"]]},
    ],
)
def test_a_state_with_something_of_another_kind_is_as_good_as_missing(tmp_path, change):
    path = tmp_path / "court.state"
    path.write_text(json.dumps({**vars(KEPT), **change}), encoding="utf-8")

    assert state.read(path) is None


@settings(deadline=None)  # each example writes to the drive
@given(st.sampled_from(sorted(vars(KEPT))), JSON)
def test_no_forged_state_makes_it_stumble(tmp_path_factory, name, value):
    path = tmp_path_factory.mktemp("state") / "court.state"
    path.write_text(json.dumps({**vars(KEPT), name: value}), encoding="utf-8")

    found = state.read(path)

    assert found is None or state.count_failure(path).failed_unlocks == found.failed_unlocks + 1


def test_members_of_a_later_version_are_left_alone(tmp_path):
    path = tmp_path / "court.state"
    path.write_text(json.dumps({**vars(KEPT), "later": 1}), encoding="utf-8")

    assert state.read(path) == KEPT


def test_a_failed_unlock_is_counted_and_nothing_else_changes(tmp_path):
    path = tmp_path / "court.state"
    state.write(path, KEPT)

    state.count_failure(path)

    assert state.read(path).failed_unlocks == 3
    assert vars(state.read(path)) | {"failed_unlocks": 2} == vars(KEPT)


def test_a_failed_unlock_does_not_make_a_missing_state_look_like_a_crash(tmp_path):
    path = tmp_path / "court.state"

    state.count_failure(path)

    found = state.read(path)
    assert (found.failed_unlocks, found.clean, found.seal) == (1, True, None)


@pytest.mark.parametrize(
    "change",
    [
        {"clean": False},
        {"audit_seq": None},
        {"audit_mark": "7-0000000000000000"},
        {"seal": "11" * 32},
        {"latest": "2027-11-23T23:10:00+00:00"},
        {"findings": ()},
        {"mac": None},
        {"mac": "é"},
    ],
)
def test_every_member_is_covered_by_the_code(change):
    signed = KEPT.signed(KEY)

    assert signed.is_signed(KEY)
    assert not replace(signed, **change).is_signed(KEY)
    assert not signed.is_signed(bytes(32))


def test_the_code_goes_on_fitting_when_a_failed_unlock_is_counted(tmp_path):
    path = tmp_path / "court.state"
    state.write(path, KEPT.signed(KEY))

    state.count_failure(path)

    found = state.read(path)
    assert found == replace(KEPT.signed(KEY), failed_unlocks=3)
    assert found.is_signed(KEY)


def test_letters_that_do_not_exist_in_a_forged_state_do_not_fit(tmp_path):
    path = tmp_path / "court.state"
    path.write_text('{"v": 1, "latest": "\\ud800", "mac": "\\ud800"}', encoding="utf-8")

    assert not state.read(path).is_signed(KEY)


def test_no_state_holds_a_name_or_a_secret():
    assert set(vars(State())) == {
        "v",
        "clean",
        "audit_seq",
        "audit_mark",
        "seal",
        "latest",
        "findings",
        "failed_unlocks",
        "mac",
    }
