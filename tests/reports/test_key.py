from app.progress_facts import Mark
from reports import key, styles
from reports.key import Entry


def test_the_key_holds_every_mark_once():
    held = [mark for _, family in key.FAMILIES for mark in family]

    assert sorted(held, key=list(Mark).index) == sorted(Mark, key=list(Mark).index)
    assert len(held) == len(set(held))


def test_families_stand_in_columns_that_fit():
    block = key.key()

    assert [x for x, _ in block.blocks] == sorted(x for x, _ in block.blocks)
    for x, column in block.blocks:
        assert x + column.width <= styles.READING + 0.01


def test_every_meaning_stands_on_one_line():
    for (start, family), following in zip(
        key.FAMILIES, [*key.FAMILIES[1:], (446.0, ())], strict=True
    ):
        for mark in family:
            entry = Entry(mark, following[0] - start)
            assert len(entry.meaning.lines) == 1
