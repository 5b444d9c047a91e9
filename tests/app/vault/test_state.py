import json
import stat

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
    failed_unlocks=2,
)
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


def test_no_state_holds_a_name_or_a_secret():
    assert set(vars(State())) == {
        "v",
        "clean",
        "audit_seq",
        "audit_mark",
        "seal",
        "latest",
        "failed_unlocks",
    }
