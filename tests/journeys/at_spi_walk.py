"""Listens to the window from outside, as a screen reader does; asked and answered line by line.

It runs under the system's Python, which has `gi`. `tree` answers with what can be worked with on
the screen now, `focus` with what has had the focus since it was asked last.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

WORKS = {
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.COMBO_BOX,
    Atspi.Role.TEXT,
    Atspi.Role.ENTRY,
    Atspi.Role.PASSWORD_TEXT,
    Atspi.Role.SPIN_BUTTON,
    Atspi.Role.TABLE,
    Atspi.Role.PAGE_TAB_LIST,
    Atspi.Role.PAGE_TAB,
}
TEXTS = {Atspi.Role.TEXT, Atspi.Role.ENTRY}
focused = []


def told(node):
    return {
        "role": node.get_role_name(),
        "name": (node.get_name() or "").strip(),
        "text": text_of(node),
        "about": (node.get_description() or "").strip(),
    }


def text_of(node):
    """Return what stands in a line or box to type in."""
    if node.get_role() not in TEXTS or "Text" not in node.get_interfaces():
        return ""
    return (Atspi.Text.get_text(node, 0, -1) or "").strip()


def tree():
    """Return every control that is on the screen and open."""
    found = []
    for application in children(Atspi.get_desktop(0)):
        if application.get_name() == "milepost":
            collect(application, found)
    return found


def collect(node, found):
    for child in children(node):
        states = child.get_state_set()
        showing = states.contains(Atspi.StateType.SHOWING)
        if not showing:
            continue
        if child.get_role() in WORKS and states.contains(Atspi.StateType.ENABLED):
            found.append(told(child))
        if child.get_role() not in {Atspi.Role.TABLE, Atspi.Role.COMBO_BOX, Atspi.Role.SPIN_BUTTON}:
            collect(child, found)


def children(node):
    found = (node.get_child_at_index(number) for number in range(node.get_child_count()))
    return [child for child in found if child is not None]


def note(event):
    if event.detail1:
        focused.append([event.source.get_role_name(), (event.source.get_name() or "").strip()])


def answer(channel, _condition):
    asked = channel.readline().strip()
    if asked == "tree":
        found = tree()
    elif asked == "focus":
        found = list(focused)
        focused.clear()
    else:
        Atspi.event_quit()
        return False
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    return True


if __name__ == "__main__":
    Atspi.init()
    listener = Atspi.EventListener.new(note)
    listener.register("object:state-changed:focused")
    # Also when the other end goes: a pipe hung up is never read again, and would be asked for ever.
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
    sys.stdout.write("[]\n")
    sys.stdout.flush()
    Atspi.event_main()
