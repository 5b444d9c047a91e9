import pytest

from app import medicines

FOUR = ("buprenorphine", "norbuprenorphine", "methadone", "eddp")


def test_hydrocodone_produces_and_explains_neither_heroin_nor_fentanyl():
    told = medicines.produced_by("Hydrocodone") | medicines.explained_by("Hydrocodone")

    assert told.isdisjoint({"6-am", "fentanyl", "norfentanyl", "morphine"})


@pytest.mark.parametrize("substance", FOUR)
def test_the_four_need_no_confirmation(substance):
    assert medicines.is_single_drug_assay(substance)


@pytest.mark.parametrize("substance", ["opiates", "amphetamine", "benzodiazepines", "fentanyl"])
def test_a_class_screen_needs_confirmation(substance):
    assert not medicines.is_single_drug_assay(substance)


@pytest.mark.parametrize(
    ("substance", "days"),
    [("thc", 30), ("fentanyl", 28), ("benzodiazepines", 30), ("cocaine", 0)],
)
def test_the_windows_are_those_of_the_rules(substance, days):
    assert medicines.carry_over_days(substance) == days


def test_no_medicine_explains_what_only_it_could_prove():
    for each in medicines._table()["medicines"]:
        assert set(each["explains"]).isdisjoint({"6-am", "fentanyl", "methamphetamine", "cocaine"})


@pytest.mark.parametrize(
    "written",
    ["Suboxone", "SUBOXONE 8/2", "buprenorphine-naloxone", "Buprenorphine, 8 mg", "brixadi weekly"],
)
def test_a_medicine_is_known_however_it_is_written(written):
    assert "buprenorphine" in medicines.produced_by(written)


def test_every_brand_stands_for_a_medicine_on_file_or_for_none():
    table = medicines._table()

    assert set(table["brands"].values()) <= {each["name"] for each in table["medicines"]} | {""}
    assert table["confirmed"] is False
    assert table["source"]


@pytest.mark.parametrize(
    "text",
    [
        "on methadone since May",
        "Suboxone.",
        "his MAT clinic",
        "METHADONE!",
        "asks about vivitrol",
        "Xanax?",
        "her prescription",
        "bup/nx",
    ],
)
def test_a_text_that_names_a_medicine_is_recognised(text):
    assert medicines.named_in(text)


@pytest.mark.parametrize(
    "text",
    ["", "found work", "the mattress", "a yoga mat", "format", "a long term plan"],
)
def test_a_text_that_names_none_is_left_alone(text):
    assert not medicines.named_in(text)
