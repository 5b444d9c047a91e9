"""A certificate is shown once more, with lines for the order."""

from app import carrying_out
from app.wording import say
from tests.ui.screens.sealing.conftest import NUMBER, settle
from ui.screens.sealing.certificate import CertificateScreen


def test_a_certificate_is_shown_again_and_can_leave(dressed, court, lane, stand, ordered):
    done = carrying_out.carry_out(court, ordered, NUMBER)

    screen = stand(CertificateScreen(court.desk, lane, done.id))
    settle()
    screen.focus_first()

    assert screen.part.preview.pages == 1
    assert screen.part.way.print.hasFocus()
    mark = done.certificate.mark_after.partition("-")[0]
    assert screen.part._leaving.shown.file_name == f"certificate-2026-11-23-{mark}.pdf"


def test_a_certificate_that_is_not_there_is_told(dressed, court, lane, stand):
    screen = stand(CertificateScreen(court.desk, lane, 77))

    screen.focus_first()

    assert screen.banner.words == say("sealing.no-certificate")
    assert screen.hasFocus()
