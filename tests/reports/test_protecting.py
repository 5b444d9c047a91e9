"""Tests the near end of the envelope: a process of its own, and a passphrase every reader takes."""

import pytest

from models.errors import BadInput
from reports import certificate, protecting
from tests.reports import certificate_examples
from tests.reports.test_protected import OPENED_BY, opened


def test_it_is_made_by_a_process_of_its_own_that_ends():
    page = certificate.drawn(certificate_examples.ordinary()).pdf

    made = protecting.protect(page, OPENED_BY)

    assert len(opened(made).pages) == 1


def test_one_passphrase_is_the_same_on_every_keyboard():
    assert protecting.normal("wu\u0308rds") == protecting.normal("w\u00fcrds")


@pytest.mark.parametrize("typed", ["x" * 128, "\u00fc" * 64])
def test_what_readers_would_cut_off_is_refused(typed):
    with pytest.raises(BadInput) as refused:
        protecting.normal(typed)

    assert refused.value.key == "protected.too-long"
    assert protecting.normal("x" * 127)
