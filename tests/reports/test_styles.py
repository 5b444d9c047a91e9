import pytest

from reports import styles


@pytest.mark.parametrize(
    ("face", "least"),
    [
        (styles.NAME, 21),
        (styles.LARGE, 14),
        (styles.FIRST, 12.5),
        (styles.TEXT, 9.5),
        (styles.SECTION, 9),
        (styles.EVIDENCE, 8),
        (styles.SMALL, 7.4),
        (styles.FOOT, 7.4),
        (styles.LAW, 8.4),
    ],
)
def test_no_type_is_smaller_than_a_judge_can_read(face, least):
    assert face.size >= least
    assert face.leading > face.size


def test_the_columns_fill_the_page_between_the_margins():
    assert styles.LEFT + styles.NAMES + styles.GUTTER + styles.READING + styles.RIGHT == 612
    assert styles.READING == 446


def test_semibold_keeps_the_size():
    bold = styles.TEXT.semibold()

    assert bold.size == styles.TEXT.size
    assert bold.font != styles.TEXT.font
