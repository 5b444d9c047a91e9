from hypothesis import given
from hypothesis import strategies as st

from reports import labels
from reports.labels import Wanted

ROOM = 446.0

wanted_labels = st.lists(
    st.tuples(st.integers(0, 34), st.floats(10, 140)),
    min_size=1,
    max_size=35,
    unique_by=lambda w: w[0],
).map(lambda found: [Wanted((day + 0.5) * 12.7, width) for day, width in sorted(found)])


def test_words_far_apart_stand_in_one_row_under_their_marks():
    places = labels.arrange([Wanted(100, 40), Wanted(300, 40)], ROOM, 4)

    assert places is not None
    assert [(place.left, place.row) for place in places] == [(80, 0), (280, 0)]


def test_words_near_the_edge_stay_inside():
    places = labels.arrange([Wanted(6, 80), Wanted(440, 80)], ROOM, 4)

    assert places is not None
    assert places[0].left == 0
    assert places[1].left == ROOM - 80


def test_neighbours_use_more_rows():
    places = labels.arrange([Wanted(100, 90), Wanted(113, 90), Wanted(126, 90)], ROOM, 4)

    assert places is not None
    assert len({place.row for place in places}) > 1


def test_a_word_under_every_day_has_no_place():
    crowded = [Wanted((day + 0.5) * 12.7, 70) for day in range(35)]

    assert labels.arrange(crowded, ROOM, 4) is None


def test_words_wider_than_the_strip_have_no_place():
    assert labels.arrange([Wanted(100, ROOM + 1)], ROOM, 4) is None


@given(wanted_labels)
def test_no_words_overlap_and_no_leader_crosses_words(wanted):
    places = labels.arrange(wanted, ROOM, 4)

    for one, here in zip(wanted, places or (), strict=False):
        assert here.left >= -0.01
        assert here.left + one.width <= ROOM + 0.01
        assert here.left - 0.01 <= one.x <= here.left + one.width + 0.01
        for other, there in zip(wanted, places or (), strict=False):
            apart = (
                there.left + other.width <= here.left + 0.01
                or here.left + one.width <= there.left + 0.01
            )
            if other is not one and there.row == here.row:
                assert apart
            if there.row > here.row:
                assert not here.left < other.x < here.left + one.width
