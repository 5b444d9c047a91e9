import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports import fonts, styles
from reports.text import Line, Run, wrap

BOLD = styles.TEXT.semibold()


def said(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for _, run in line.pieces) for line in lines]


def test_words_move_to_the_next_line_whole():
    lines = wrap([Run("Apply to get the license back", styles.TEXT)], 80)

    assert said(lines) == ["Apply to get the", "license back"]


def test_a_word_wider_than_the_line_is_cut_and_nothing_of_it_is_lost():
    lines = wrap([Run("so " + "W" * 40, styles.TEXT)], 60)

    assert "".join(said(lines)) == "so" + "W" * 40
    assert len(lines) > 3


def test_a_line_break_that_was_typed_is_kept():
    lines = wrap([Run("one\ntwo\n\nfour", styles.TEXT)], 200)

    assert said(lines) == ["one", "two", "", "four"]


def test_no_text_is_one_empty_line():
    lines = wrap([Run("", styles.TEXT)], 100)

    assert said(lines) == [""]
    assert lines[0].leading == styles.TEXT.leading


def test_a_date_is_not_broken_over_two_lines():
    lines = wrap([Run("absent on Thu\u00a0Nov\u00a019", styles.TEXT)], 75)

    assert said(lines) == ["absent on", "Thu\u00a0Nov\u00a019"]


def test_runs_of_two_weights_keep_the_space_between_them():
    (line,) = wrap([Run("Missed 1 of 4", BOLD), Run(" groups", styles.TEXT)], 300)

    (_, first), (start, second) = line.pieces
    assert (first.text, second.text) == ("Missed 1 of 4 ", "groups")
    assert start == pytest.approx(fonts.width(first.text, BOLD.font, 9.5))


def test_a_word_in_two_weights_stays_together():
    (line,) = wrap([Run("done", BOLD), Run("; late", styles.TEXT)], 300)

    (_, first), (start, _) = line.pieces
    assert start == pytest.approx(fonts.width("done", BOLD.font, 9.5))
    assert first.text == "done"


def test_the_tallest_face_sets_the_line():
    (line,) = wrap([Run("Dani", styles.NAME), Run(" she", styles.TEXT)], 300)

    assert line.leading == styles.NAME.leading
    assert 0 < line.baseline < line.leading


@example("0\u00a0", 15)
@given(st.text(), st.integers(min_value=15, max_value=400))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(typed, room):
    lines = wrap([Run(typed, styles.TEXT)], room)

    assert all(line.width <= room + 0.01 for line in lines)
    kept = "".join(said(lines)).replace(" ", "")
    assert kept == fonts.clean(typed).replace(" ", "").replace("\n", "")


@given(st.lists(st.sampled_from(["a", "to", "group", "Nov 9", "\n"]), min_size=1))
def test_pieces_of_a_line_stand_one_after_another(words):
    for line in wrap([Run(" ".join(words), styles.TEXT), Run("end", BOLD)], 90):
        ends = 0.0
        for start, run in line.pieces:
            assert start >= ends - 0.01
            ends = start + fonts.width(run.text.rstrip(" "), run.face.font, run.face.size)
