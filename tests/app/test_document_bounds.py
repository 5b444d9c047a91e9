"""Tests that the bounds of documents fit through the pipe between the two processes."""

from app import document_bounds, frames


def test_what_may_be_sent_fits_into_one_frame():
    largest = document_bounds.WIDEST * document_bounds.TALLEST * 3

    assert largest <= frames.MOST
    assert document_bounds.MOST_BYTES <= frames.MOST
