"""The form of one drug test, by keyboard from the day to the result."""

from app import drug_tests
from models.drug_test import DrugTest
from ui.forms.ask import Ask, Form, Section, Special
from ui.forms.results_input import ResultsInput

DRUG_TEST = Form(
    "drug-test",
    (
        Section(
            "call",
            (
                Ask(DrugTest.collected_on),
                Ask(DrugTest.outcome),
                Ask(DrugTest.reason),
            ),
        ),
        Section(
            "specimen",
            (
                Ask(DrugTest.specimen),
                Ask(DrugTest.panel, lookup="panels"),
                Special(
                    drug_tests.RESULTS, lambda _today: ResultsInput(), follows="drug_test.panel"
                ),
                Ask(DrugTest.collected_at),
                Ask(DrugTest.validity),
                Ask(DrugTest.awaiting_laboratory),
                Ask(DrugTest.sent_on),
            ),
        ),
    ),
    load=drug_tests.opened,
    save=drug_tests.record,
    corrects=True,
)
