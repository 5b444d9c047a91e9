"""Every action of the window as a row: its words, its keys, its icon; buttons are made of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.wording import say
from ui import icons
from ui.keyed import KeyedButton


@dataclass(frozen=True)
class Action:
    """One thing somebody can do: the catalogue key of its words, its keys and its icon."""

    key: str
    shortcut: str = ""
    icon: str = ""

    @property
    def text(self) -> str:
        return say(f"window.action.{self.key}")

    @property
    def keys(self) -> str:
        """The keys as they stand on this computer's keyboard."""
        told = QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        return told.replace("Return", say("window.key.enter"))  # as keyboards have it

    def told(self) -> str:
        """Return the words with the keys, for a tool tip."""
        keys = self.keys
        return say("window.action.with-keys", text=self.text, keys=keys) if keys else self.text


BACK = Action("back", "Alt+Left", "arrow-left")
FIND = Action("find", "Ctrl+K", "search")
FILTER = Action("filter", "Ctrl+F", "search")
LOCK = Action("lock", "Ctrl+L", "lock")
HIDE = Action("hide", "Ctrl+Shift+H", "eye-off")
INITIALS = Action("initials", "Ctrl+Shift+I", "eye-off")
UNDO = Action("undo", "Ctrl+Z", "undo-2")
MANUAL = Action("manual", "F1", "book-open")
SHORTCUTS = Action("shortcuts", "Ctrl+/", "keyboard")
NEW_REFERRAL = Action("new-referral", "Ctrl+N", "plus")
IMPORT = Action("import", "Ctrl+I", "file-input")
REPORT = Action("report", "Ctrl+P", "file-text")
PRINT = Action("print", "Ctrl+P", "printer")
NOTE = Action("note", "Ctrl+Shift+N", "pencil")
HEARING = Action("hearing", "Ctrl+Shift+R", "gavel")
SAVE = Action("save", "Ctrl+S", "save")
SAVE_AS = Action("save-as", "Ctrl+S", "save")
OPEN = Action("open-record", "Ctrl+O", "folder-open")
DEMO = Action("demo", "Ctrl+T", "play")
UNLOCK = Action("unlock", "", "")
COURT_DAY = Action("court-day", "", "gavel")
PACKET = Action("packet", "Ctrl+P", "printer")
CANCEL = Action("cancel", "", "x")
DRAW_AGAIN = Action("draw-again", "", "refresh-cw")
NEW_SESSION = Action("new-session", "", "plus")
KEEP_SESSION = Action("keep-session", "", "check")
MOVE_UP = Action("move-up", "Alt+Up", "arrow-up")
MOVE_DOWN = Action("move-down", "Alt+Down", "arrow-down")
TAKE_OFF = Action("take-off", "", "x")
HEARD = Action("heard", "Ctrl+Return", "")
DRUG_TEST = Action("drug-test", "Ctrl+D", "flask-conical")
PLAN_PAGE = Action("plan-page", "Ctrl+Shift+P", "printer")
REVIEW = Action("review", "Ctrl+Shift+E", "refresh-cw")
PROBLEM = Action("problem", "Ctrl+Shift+B", "plus")
EDIT = Action("edit", "F2", "pencil")
MIND = Action("mind", "Ctrl+Shift+F", "info")
BACK_UP = Action("back-up", "Ctrl+B", "hard-drive")
RESTORE = Action("restore", "", "")
ADD_PLACE = Action("add-place", "", "plus")
REMOVE_PLACE = Action("remove-place", "", "x")
EJECT = Action("eject", "", "")
PROVE = Action("prove", "", "")
TRAIL_EXTRACT = Action("trail-extract", "Ctrl+P", "printer")
TRAIL_TABLE = Action("trail-csv", "", "save")
VERIFY = Action("verify-trail", "", "badge-check")

ADD_DOCUMENT = Action("add-document", "Ctrl+Shift+D", "plus")
COPY_OUT = Action("copy-out", "Ctrl+S", "save")
REMOVE_DOCUMENT = Action("remove-document", "", "x")
PAGE_BEFORE = Action("page-before", "Ctrl+PgUp", "arrow-up")
PAGE_AFTER = Action("page-after", "Ctrl+PgDown", "arrow-down")
LARGER = Action("larger", "Ctrl+=", "plus")
SMALLER = Action("smaller", "Ctrl+-", "minus")

ALL = (
    FIND,
    BACK,
    HIDE,
    INITIALS,
    LOCK,
    UNDO,
    MANUAL,
    SHORTCUTS,
    FILTER,
    NEW_REFERRAL,
    IMPORT,
    REPORT,
    PRINT,
    HEARING,
    NOTE,
    SAVE,
    SAVE_AS,
    OPEN,
    DEMO,
    UNLOCK,
    COURT_DAY,
    PACKET,
    DRUG_TEST,
    PLAN_PAGE,
    REVIEW,
    PROBLEM,
    EDIT,
    MIND,
    BACK_UP,
    RESTORE,
    ADD_PLACE,
    REMOVE_PLACE,
    EJECT,
    PROVE,
    TRAIL_EXTRACT,
    TRAIL_TABLE,
    VERIFY,
    CANCEL,
    DRAW_AGAIN,
    NEW_SESSION,
    KEEP_SESSION,
    MOVE_UP,
    MOVE_DOWN,
    TAKE_OFF,
    HEARD,
    ADD_DOCUMENT,
    COPY_OUT,
    REMOVE_DOCUMENT,
    PAGE_BEFORE,
    PAGE_AFTER,
    LARGER,
    SMALLER,
)


def button(
    action: Action,
    call: Callable[[], object],
    *,
    look: str = "",
    keys: bool = True,
    words: bool = True,
) -> KeyedButton:
    """Return a button for `action`; its keys work wherever the button is to be seen.

    Without `keys`, the keys are those of the whole window and the button only tells them; without
    `words` it is an icon alone.
    """
    made = KeyedButton(action.text if words else "", "" if look == "flat" else action.keys)
    made.setObjectName(action.key)
    made.setAccessibleName(action.text)
    made.setToolTip(action.told())
    if look:
        made.setProperty("look", look)
    if action.icon:
        tone = "on_accent" if look == "primary" else "text"
        icons.sized(action.icon, made, tone)
    made.setAutoDefault(False)
    made.clicked.connect(call)
    if action.shortcut and keys:
        # Pressed by its keys, the button says so to whoever reads the screen aloud.
        QShortcut(QKeySequence(action.shortcut), made).activated.connect(made.click)
    return made


def link(text: str, call: Callable[[], object], *, icon: str = "") -> QPushButton:
    """Return words that do something when they are chosen."""
    made = QPushButton(text)
    made.setProperty("look", "link")
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if icon:
        icons.sized(icon, made, "accent")
    made.clicked.connect(call)
    return made


def shortcut(action: Action, owner: QWidget, call: Callable[[], object]) -> QShortcut:
    """Let the keys of `action` work in the whole window of `owner`."""
    made = QShortcut(QKeySequence(action.shortcut), owner)
    made.activated.connect(call)
    return made
