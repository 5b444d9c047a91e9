import json
import re
import string
from pathlib import Path

import pytest

from app import paths, wording
from app.wording import catalogue, has, say

ROOT = Path(__file__).parents[2]
PARTS = sorted(paths.resource("text", "en").glob("*.json"))


def test_a_text_is_filled_with_its_facts():
    assert say("record.exists", file="court.key").startswith("court.key ")


@pytest.mark.parametrize(("number", "begins"), [(1, "1 page"), (0, "0 pages"), (2, "2 pages")])
def test_a_count_decides_the_words(number, begins):
    assert say("check.page", n=number).startswith(begins)


def test_a_text_that_is_not_there_is_our_mistake():
    with pytest.raises(KeyError):
        say("no.such.text")

    assert not has("no.such.text")


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_every_part_is_a_flat_list_of_texts(part):
    texts = json.loads(part.read_text(encoding="utf-8"))

    assert all(isinstance(text, str) for text in texts.values())
    assert all(re.fullmatch(r"[a-z0-9_.-]+", key) for key in texts)


def test_two_parts_never_say_the_same_key(monkeypatch, tmp_path):
    folder = tmp_path / "resources" / "text" / "en"
    folder.mkdir(parents=True)
    for name in ("one", "two"):
        (folder / f"{name}.json").write_text('{"key": "text"}', encoding="utf-8")
    monkeypatch.setattr(paths, "program_root", lambda: tmp_path)
    catalogue.cache_clear()

    try:
        with pytest.raises(KeyError, match="second time"):
            catalogue()
    finally:
        monkeypatch.undo()
        catalogue.cache_clear()
    assert wording.has("record.empty")


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_every_text_can_be_filled(key):
    fields = [field for _, field, _, _ in string.Formatter().parse(catalogue()[key])]

    assert all(field is None or field.isidentifier() for field in fields)


def test_a_count_has_both_its_forms():
    texts = catalogue()
    single = {key.removesuffix(".one") for key in texts if key.endswith(".one")}
    several = {key.removesuffix(".other") for key in texts if key.endswith(".other")}

    assert single <= several


def test_no_text_is_there_that_nothing_says():
    sources = "\n".join(
        file.read_text(encoding="utf-8")
        for root in ("app", "models", "reports", "ui")
        for file in sorted((ROOT / root).rglob("*.py"))
    )
    word = r"[a-z0-9_.-]"
    quoted = set(re.findall(rf"""["']({word}*(?:{{[^"'{{}}]*}}{word}*)*)["']""", sources))
    computed = [
        re.compile(re.sub(r"\\\{.*?\\\}", r"[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*", re.escape(each)))
        for each in quoted
        if "{" in each and "." in each and len(re.sub(r"\{.*?\}", "", each)) > 3
    ]
    resources = " ".join(
        file.read_text(encoding="utf-8")
        for file in paths.resource().rglob("*.json")
        if "text" not in file.parts
    )

    unused = [
        key
        for key in catalogue()
        if (bare := re.sub(r"\.(one|other)$", "", key)) not in quoted
        and key not in quoted
        and not any(each.fullmatch(bare) or each.fullmatch(key) for each in computed)
        and f'"{bare}"' not in resources
    ]

    assert unused == []
