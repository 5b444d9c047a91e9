"""Every form of the window by its key; the place `form` opens one of them about a subject."""

from ui.forms.ask import Form
from ui.forms.court import OF_COURT
from ui.forms.document import DOCUMENT
from ui.forms.drug_test import DRUG_TEST
from ui.forms.hearing import HEARING
from ui.forms.intake import INTAKE
from ui.forms.note import NOTE
from ui.forms.plan import OF_PLAN
from ui.forms.sealing import SEALING

FORMS: dict[str, Form] = {
    form.key: form
    for form in (*INTAKE, *OF_PLAN, *OF_COURT, DRUG_TEST, HEARING, NOTE, DOCUMENT, SEALING)
}
