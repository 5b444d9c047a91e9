"""Tests that the facts of a proof survive the way to the process that draws, and later."""

import pytest

from app.facts import canonical, read
from app.proof_facts import ProofFacts
from tests.reports import proof_examples


@pytest.mark.parametrize("name", ["ordinary", "longest", "bare"])
def test_facts_come_back_as_they_were(name):
    told = getattr(proof_examples, name)()

    assert read(ProofFacts, canonical(told)) == told
