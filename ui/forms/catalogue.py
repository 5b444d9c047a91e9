"""Every form of the window by its key; a place `form` opens one of them about a subject."""

from ui.forms.ask import Form
from ui.forms.note import NOTE

FORMS: dict[str, Form] = {form.key: form for form in (NOTE,)}
