import pytest

from app.imports import substances
from app.imports.values import ValueMistake


def test_no_word_of_the_panel_means_two_substances():
    seen: dict[str, str] = {}
    for substance in substances.panel():
        for word in (substance.id, *substance.synonyms):
            assert seen.setdefault(word.casefold().replace("-", ""), substance.id) == substance.id


def test_every_substance_of_the_contract_is_known():
    ids = {substance.id for substance in substances.panel()}

    assert ids >= {
        "thc", "cocaine", "methamphetamine", "amphetamine", "opiates", "oxycodone", "fentanyl",
        "buprenorphine", "methadone", "benzodiazepines", "etg",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("methamphetamine; etg", ("methamphetamine", "etg")),
        ("Meth, THC / Bup & FEN", ("methamphetamine", "thc", "buprenorphine", "fentanyl")),
        ("cocaine and benzos", ("cocaine", "benzodiazepines")),
        ("THC+", ("thc",)),
        ("K2/Spice", ("synthetic-cannabinoids",)),
        ("marijuana; THC; cannabis", ("thc",)),
        ("heroin, morphine; opiates", ("6-am", "morphine", "opiates")),
        ("methadone; EDDP; norbuprenorphine", ("methadone", "eddp", "norbuprenorphine")),
        ("THC 54 ng/mL", ("thc",)),
        ("positive for: (OXY)", ("oxycodone",)),
        ("Candesartan", ("Candesartan",)),
        ("Tegretol; TEGRETOL", ("Tegretol",)),
        ("amandine", ("amandine",)),
        ("none detected", ()),
        ("yes", ()),
        (" ; ", ()),
    ],
)
def test_substances_are_mapped_and_unknown_words_stay_as_typed(text, named):
    assert substances.named(text, 60) == named


def test_a_word_over_the_limit_is_refused():
    with pytest.raises(ValueMistake):
        substances.named("x" * 61, 60)
