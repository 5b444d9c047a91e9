def test_the_sheet_is_that_of_the_record_that_was_made(answers):
    assert answers.sheet is answers.made.sheet

    answers.made = None

    assert answers.sheet is None


def test_answers_never_show_what_opens_the_record(answers):
    assert answers.passphrase not in repr(answers)
    assert answers.sheet.groups[0] not in repr(answers)
