"""Tests that a page is shown from memory, with no file in between."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ui.preview import Preview


def a_pdf(pages: int) -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data)
    for number in range(pages):
        canvas.drawString(72, 72, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture
def preview(qtbot):
    made = Preview()
    qtbot.addWidget(made)
    return made


def test_every_page_is_shown(preview):
    preview.show_pdf(a_pdf(2))

    assert preview.pages == 2


def test_another_document_takes_the_place_of_the_first(preview):
    preview.show_pdf(a_pdf(2))
    preview.show_pdf(a_pdf(1))

    assert preview.pages == 1


def test_no_file_is_written_for_it(preview, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    preview.show_pdf(a_pdf(1))

    assert list(Path(tmp_path).iterdir()) == []
