"""Holds the sources to their size and their mirror, and all words to speaking of people first."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOTS = ("app", "models", "reports", "ui")
OURS = (*ROOTS, "installer", "tests", "tools")
LONGEST_FILE = 300
LONGEST_FUNCTION = 60

# Judged elsewhere: the schema and data tests try every migration, up from every earlier one.
WITHOUT_A_TEST_FILE = ("models/migrations/",)

# A migration is a list of tables as they once were: nobody edits it, and the step is one function.
WRITTEN_ONCE = ("models/migrations/versions/",)

# Words that make a person of a charge, an illness or a customer. Part of a program's name, such as
# cups-client, is no word about people.
NOT_PERSON_FIRST = re.compile(
    r"\b(offenders?|addict(s|ed)?|(?<!-)clients?|relaps\w+|abusers?)\b", re.IGNORECASE
)
MORAL_OF_TESTS = re.compile(r"\b(clean|dirty)\b", re.IGNORECASE)
ALLOWED = {
    "tests/test_names.py": "has to name what it refuses",
    "resources/wording.json": "names the words beside which a better one is offered",
    "tests/app/test_person_first.py": "writes as somebody might who does not know better",
    "tests/ui/forms/test_row.py": "types a word beside which a better one is offered",
    "resources/LICENSES/": "texts of others, kept word for word",
}


def sources(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_every_source_file_has_its_test_file():
    without = [
        name_of(file)
        for file in sources(*ROOTS)
        if file.name != "__init__.py"
        and not name_of(file).startswith(WITHOUT_A_TEST_FILE)
        and not mirror_of(file).exists()
    ]

    assert without == []


def mirror_of(file: Path) -> Path:
    stem = file.stem.strip("_")
    return ROOT / "tests" / file.relative_to(ROOT).parent / f"test_{stem}.py"


def test_no_file_is_longer_than_a_reader_can_hold():
    too_long = [
        f"{name_of(file)}: {lines}"
        for file in [ROOT / "dev.py", *sources(*OURS)]
        if not name_of(file).startswith(WRITTEN_ONCE)
        and (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]

    assert too_long == []


def test_no_function_is_longer_than_a_screen():
    too_long = [
        f"{name_of(file)}: {function.name}"
        for file in [ROOT / "dev.py", *sources(*ROOTS, "installer", "tools")]
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
        and not name_of(file).startswith(WRITTEN_ONCE)
    ]

    assert too_long == []


def test_every_word_speaks_of_people_first():
    spoken = [ROOT / "dev.py", *ROOT.glob("*.md"), *sources(*OURS)]
    spoken += [file for file in (ROOT / "resources").rglob("*") if file.suffix in {".json", ".txt"}]
    spoken += (ROOT / "docs").rglob("*.md")

    assert words_found(NOT_PERSON_FIRST, spoken) == []


def test_no_text_calls_a_test_clean_or_dirty():
    texts = [*(ROOT / "resources" / "text").rglob("*.json")]

    assert texts
    assert words_found(MORAL_OF_TESTS, texts) == []


def words_found(words: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{name_of(file)}:{number}: {found.group()}"
        for file in files
        if not name_of(file).startswith(tuple(ALLOWED))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for found in words.finditer(line)
    ]


@pytest.mark.parametrize("text", ["the client", "Offenders", "an addict", "a relapse", "relapsed"])
def test_the_search_for_words_finds_them(text):
    assert NOT_PERSON_FIRST.search(text)
