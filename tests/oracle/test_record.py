"""The oracle derives a record's key as the published format says it."""

import json
import re

from tests.oracle.office import SOURCE
from tests.oracle.record import record_key, symbols


def test_the_key_of_a_sheet_is_the_one_of_the_published_vectors() -> None:
    text = (SOURCE / "docs" / "format.md").read_text("utf-8")
    blocks = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    vectors = next(block for block in blocks if "record_id" in block and "groups" in block)
    groups = "\n".join(f"{n}  {group}" for n, group in enumerate(vectors["groups"], start=1))
    named = " ".join(re.findall("....", vectors["record_id"]))

    key = record_key(f"Record   {named}\n\n{groups}\n")

    assert key.hex() == vectors["keys"]["record"]


def test_a_number_is_written_in_symbols_from_the_greatest_down() -> None:
    assert symbols(31 * 32 + 1, 3) == "0Z1"
