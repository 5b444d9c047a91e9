"""The cards that say what an order means before it is carried out."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from app import choice_words
from app.carrying_out import Before
from app.certificate_facts import Copy
from app.mentions import Mention
from app.wording import say
from reports import dates
from ui import actions
from ui.widgets.card import Card
from ui.widgets.labels import label, with_icon
from ui.widgets.pairs import pairs

FIRST = 6  # lines of a list; the certificate has all of them

Go = Callable[[str, object], object]


def order(before: Before, link: QWidget) -> Card:
    """Return the order that waits, with the way to enter or correct it."""
    card = Card(say("sealing.order"))
    if before.kind is None:
        card.add_padded(label(say("sealing.order.none"), wraps=True), link)
        return card
    told = (
        ("kind", choice_words.words(before.kind)),
        ("number", before.number),
        ("dated", dates.dated(before.ordered_on) if before.ordered_on else ""),
        ("by", before.ordered_by),
    )
    card.add_padded(pairs([(say(f"sealing.order.{name}"), words) for name, words in told]), link)
    return card


def way_to_order(before: Before, enter: Callable[[], object]) -> QPushButton:
    key, icon = ("enter", "gavel") if before.kind is None else ("change", "pencil")
    return actions.link(say(f"sealing.order.{key}"), enter, icon=icon)


def means() -> Card:
    card = Card(say("sealing.means"))
    card.add_padded(
        label(say("sealing.means.all"), wraps=True),
        label(say("sealing.means.sealed"), wraps=True),
        with_icon("triangle-alert", say("sealing.means.never"), tone="attention"),
        apart="m",
    )
    return card


def copies(before: Before) -> Card:
    """Return the backups that keep the person, and what stands beside the record."""
    count = len(before.copies)
    card = Card(say("sealing.copies"), str(count) if count else "")
    if not count:
        card.add_padded(label(say("sealing.copies.none"), "quiet", wraps=True))
    else:
        lines = _first([label(copy_words(each), wraps=True) for each in before.copies])
        card.add_padded(*lines, label(say("sealing.copies.why"), "small", wraps=True))
    if before.beside:
        names = _first([label(name, "small", wraps=True) for name in before.beside])
        card.add_padded(label(say("sealing.beside"), "strong"), *names)
    return card


def copy_words(each: Copy) -> str:
    until = say("sealing.copies.ever")
    if each.until is not None:
        until = say("sealing.copies.until", day=dates.dated(each.until))
    place = each.place or say("certificate.copies.no-place")
    return say("sealing.copies.line", n=each.number, place=place, until=until)


def mentions(before: Before, go: Go) -> Card:
    """Return whose files name the person, each with the way there."""
    card = Card(say("sealing.mentions"), str(len(before.mentions)))
    lines = _first([_mention(each, go) for each in before.mentions])
    card.add_padded(label(say("sealing.mentions.why"), "small", wraps=True), *lines)
    return card


def _mention(each: Mention, go: Go) -> QWidget:
    entity = say(f"entity.{each.table}")
    if each.person_id is None or each.name is None:
        name = say("sealing.mentions.court")
        return label(say("sealing.mentions.line", entity=entity, name=name), wraps=True)
    words = say("sealing.mentions.line", entity=entity, name=each.name)
    return actions.link(words, lambda: go("person", each.person_id))


def _first(lines: list[QWidget]) -> list[QWidget]:
    rest = len(lines) - FIRST
    more = [label(say("sealing.copies.more", n=rest), "quiet")] if rest > 0 else []
    return [*lines[:FIRST], *more]
