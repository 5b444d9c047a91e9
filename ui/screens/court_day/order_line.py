"""One order of the last hearing: its words, and on a key whether it was done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app import choice_words
from app.court_day import OrderFacts
from app.wording import say
from models.choices import OrderStatus
from ui import icons, theme
from ui.widgets.labels import label

LOOKS: dict[OrderStatus, tuple[str, str]] = {
    OrderStatus.OPEN: ("circle-dashed", "info"),
    OrderStatus.DONE: ("circle-check", "good"),
    OrderStatus.NOT_DONE: ("circle-minus", "attention"),
    OrderStatus.LIFTED: ("circle-slash", "quiet"),
}
# What Space makes of an order; one that was lifted stays so.
NEXT = {
    OrderStatus.OPEN: OrderStatus.DONE,
    OrderStatus.DONE: OrderStatus.NOT_DONE,
    OrderStatus.NOT_DONE: OrderStatus.OPEN,
}


class OrderLine(QWidget):
    """The button says how the order stands; pressing it goes on to the next state."""

    marked = Signal(int, object)

    def __init__(self, order: OrderFacts) -> None:
        super().__init__()
        self.order = order
        dressed = theme.current()
        status = choice_words.words(order.status)
        self.button = QPushButton(status)
        self.button.setProperty("look", "chip")
        self.button.setAccessibleName(say("court.order-stands", words=order.words, status=status))
        self.button.setEnabled(order.status in NEXT)
        self.button.setMinimumWidth(dressed.size("order_state"))
        icons.sized(LOOKS[order.status][0], self.button, LOOKS[order.status][1])
        self.button.clicked.connect(self._mark)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(dressed.space("s"))
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(order.words, wraps=True), 1)

    def _mark(self) -> None:
        self.marked.emit(self.order.id, NEXT[self.order.status])
