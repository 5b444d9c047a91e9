import ast
import string
from pathlib import Path

import pytest

from app.errors import Mistake, sentence
from app.wording import catalogue, has
from models import errors
from models.errors import NoSpace, Trouble

ROOT = Path(__file__).parents[2]
TROUBLES = {
    name
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, Trouble)
} | {"ValueMistake"}


def raised():
    """Yield each trouble in the sources that names its key, with the facts it gives."""
    for root in ("app", "models", "reports", "ui"):
        for file in sorted((ROOT / root).rglob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                name = getattr(getattr(call, "func", None), "id", None)
                if isinstance(call, ast.Call) and name in TROUBLES and call.args:
                    for key in keys_of(call.args[0]):
                        given = {each.arg for each in call.keywords}
                        yield pytest.param(key, given, id=f"{file.stem}:{call.lineno}:{key}")


def keys_of(argument):
    if isinstance(argument, ast.Constant):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return [*keys_of(argument.body), *keys_of(argument.orelse)]
    return []


@pytest.mark.parametrize(("key", "given"), list(raised()))
def test_every_trouble_has_its_sentence_and_gives_what_it_tells(key, given):
    texts = catalogue()
    forms = [each for each in (key, f"{key}.one", f"{key}.other") if each in texts]

    assert forms
    for form in forms:
        told = {field for _, field, _, _ in string.Formatter().parse(texts[form]) if field}
        assert None in given or told <= given


def test_a_sentence_ends_and_says_what_to_do():
    told = sentence(NoSpace("space.full"))

    assert told.endswith("Free some space, then try again.")


def test_facts_are_filled_in():
    assert sentence(Trouble("record.exists", file="court.key")).startswith("court.key is already")


def test_a_mistake_of_ours_is_no_trouble():
    assert not issubclass(Mistake, Trouble)
    assert has("record.empty")
