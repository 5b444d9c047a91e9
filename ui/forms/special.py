"""A question with an input of its own, on the page like every other: label, mistake, names."""

from app.wording import say
from ui.forms.ask import Special
from ui.forms.field import Field
from ui.forms.inputs import Today


class SpecialRow(Field):
    """Shows one such question."""

    def __init__(self, special: Special, today: Today) -> None:
        self._made = made = special.make(today)
        own_name = made.widget.accessibleName()
        super().__init__(say(f"form.special.{special.key}"), made)
        self.special = special
        if own_name:
            self.field.setAccessibleName(own_name)
        # The input may be long: what is wrong stands above it.
        self.column.removeWidget(self._mistake)
        self.column.insertWidget(1, self._mistake)

    def look_for(self, answer: str) -> None:
        """Let the input offer what goes with the answer to another question."""
        self._made.look_for(answer)
