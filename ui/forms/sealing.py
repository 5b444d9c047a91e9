"""The form of a court's order about a whole file."""

from app import sealing
from ui.forms.ask import Form, Section, asks

SEALING = Form(
    "sealing",
    (Section("order", asks(sealing.ASKED)),),
    load=sealing.opened,
    save=sealing.enter,
    corrects=True,
)
