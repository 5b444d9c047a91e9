from app.facts import canonical, read
from app.sheet_facts import SheetFacts


def test_a_sheet_comes_back_from_the_text_that_is_sent_to_be_drawn(made):
    assert read(SheetFacts, canonical(made.sheet)) == made.sheet


def test_a_sheet_holds_no_passphrase():
    assert set(SheetFacts.__dataclass_fields__) == {
        "court",
        "record_id",
        "groups",
        "made_at",
        "made_by",
        "number",
    }
