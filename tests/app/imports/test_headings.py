from app.imports import headings
from app.imports.heading_words import DRUG_TESTS, PARTICIPANTS
from app.imports.sheets import Sheet, SheetRow, gather

CASELOAD = ["Last Name", "First Name", "Case Number"]


def columns(*cells: str, kind=PARTICIPANTS) -> headings.Columns:
    return headings.find(Sheet(cells, ()), kind)


def test_columns_are_found_in_any_order_and_the_others_are_named_in_theirs():
    found = columns("Judge", "Case #", "First", "Notes", "Last")

    assert found.places == {"case_number": 1, "first_name": 2, "last_name": 4}
    assert found.ignored == ("Judge", "Notes")
    assert found.heading("case_number") == "Case #"
    assert found.heading("birth_date") == ""


def test_two_columns_for_one_field_are_a_mistake_at_the_second():
    found = columns(*CASELOAD, "DOB", "Date of birth")

    (mistake,) = found.mistakes
    assert (mistake.row, mistake.column) == (1, "Date of birth")
    assert "DOB" in mistake.message


def test_an_exact_heading_wins_and_the_loose_one_is_left_out():
    found = columns("Case Number", "Date", "Collected", "Result", kind=DRUG_TESTS)

    assert found.places["collected_on"] == 2
    assert found.ignored == ("Date",)
    assert found.mistakes == ()


def test_a_whole_name_counts_only_where_the_names_have_no_columns():
    assert columns("Name", "Case Number").places == {"name": 0, "case_number": 1}
    assert columns("Name", *CASELOAD).ignored == ("Name",)


def test_headings_may_stand_under_a_title_and_rows_keep_their_numbers():
    sheet = gather([["Caseload of Juniper County"], [], CASELOAD, ["Tso", "Priya", "1"]])

    found = headings.find(sheet, PARTICIPANTS)

    assert found.row == 3
    assert found.ignored == ()
    assert headings.body(sheet, found) == (SheetRow(4, ("Tso", "Priya", "1")),)


def test_headings_far_down_are_not_looked_for():
    sheet = gather([["Caseload"], *[[]] * 19, CASELOAD])

    assert headings.find(sheet, PARTICIPANTS).places == {}


def test_a_column_without_a_heading_is_named_by_its_place_where_something_is_in_it():
    sheet = gather([["Last", "", "", "Case"], ["Tso", "", "x", "1"], ["Tso"]])

    assert headings.find(sheet, PARTICIPANTS).ignored == ("column 3",)


TABLE = gather(
    [["Who", "Nr", "", "Born"], ["Marsh, Delia", "2026-CR-0418", "x", ""], ["", "", "y"]]
)


def test_a_person_may_name_the_columns():
    columns = headings.find(TABLE, PARTICIPANTS)

    named = headings.chosen(TABLE, columns, {0: "name", 1: "case_number"})

    assert named.places == {"name": 0, "case_number": 1}
    assert named.ignored == ("column 3", "Born")
    assert named.mistakes == ()


def test_two_columns_named_alike_are_a_mistake_at_the_later():
    columns = headings.find(TABLE, PARTICIPANTS)

    named = headings.chosen(TABLE, columns, {1: "case_number", 2: "case_number"})

    assert [mistake.column for mistake in named.mistakes] == ["column 3"]
    assert named.places == {"case_number": 1}
    assert named.fields == {1: "case_number", 2: "case_number"}


def test_a_whole_name_beside_a_part_of_it_is_a_mistake():
    columns = headings.find(TABLE, PARTICIPANTS)

    named = headings.chosen(TABLE, columns, {0: "name", 1: "last_name", 3: "case_number"})

    assert len(named.mistakes) == 1
    assert "last_name" not in named.places


def test_every_column_is_shown_with_what_stands_under_it():
    columns = headings.find(TABLE, PARTICIPANTS)

    shown = [(head.place, head.words, head.example) for head in headings.heads(TABLE, columns)]

    assert shown == [
        (0, "Who", "Marsh, Delia"),
        (1, "Nr", "2026-CR-0418"),
        (2, "column 3", "x"),
        (3, "Born", ""),
    ]


def test_a_column_without_a_heading_is_called_by_its_number():
    columns = headings.chosen(TABLE, headings.find(TABLE, PARTICIPANTS), {2: "status"})

    assert columns.heading("status") == "column 3"
    assert columns.heading("phase") == ""
