"""All keys of the window as a table, made from the actions, so that none is told that is not."""

from collections.abc import Sequence

from app.wording import say
from ui import actions
from ui.actions import Action

# Keys that have a place of their own; every other action with keys stands under "elsewhere".
GROUPS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        "everywhere",
        (
            actions.FIND,
            actions.BACK,
            actions.NEW_REFERRAL,
            actions.IMPORT,
            actions.UNDO,
            actions.HIDE,
            actions.INITIALS,
            actions.LOCK,
            actions.MANUAL,
            actions.SHORTCUTS,
        ),
    ),
    ("participants", (actions.FILTER,)),
    ("person", (actions.REPORT,)),
    ("report", (actions.PRINT, actions.SAVE_AS)),
    ("before", (actions.OPEN, actions.DEMO)),
)
# Keys that belong to no action, each with its words in the catalogue.
PLAIN = ("tab", "arrows", "enter", "escape", "space")


def markdown() -> str:
    """Return every key with what it does, as tables under headings."""
    placed = {action for _name, group in GROUPS for action in group}
    others = tuple(action for action in actions.ALL if action not in placed)
    parts = [
        _table(name, [(action.keys, action.text) for action in group if action.keys])
        for name, group in (*GROUPS, ("elsewhere", others))
    ]
    plain = [(say(f"window.keys.{name}"), say(f"window.keys.{name}.does")) for name in PLAIN]
    return "\n".join([*parts, _table("plain", plain)])


def _table(name: str, rows: Sequence[tuple[str, str]]) -> str:
    if not rows:
        return ""
    heads = say("window.keys.head"), say("window.keys.head.does")
    lines = [f"| {keys} | {does} |" for keys, does in (heads, ("---", "---"), *rows)]
    return "\n".join([f"## {say(f'window.keys.in.{name}')}", "", *lines, ""])
