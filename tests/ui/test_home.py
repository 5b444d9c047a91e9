"""Tests the window's side of the pipe to the process behind it."""

import io
import os

from ui import handover
from ui.handover import Handover, Said, Word
from ui.home import Home, of_this_process


def test_what_the_last_window_left_is_received_and_words_go_back():
    sink = io.StringIO()
    home = Home(io.StringIO(handover.line_of(Handover("Locked."))), sink)

    assert home.receive() == Handover("Locked.")
    home.say(Word.SHOWN)

    assert handover.said(sink.getvalue()) == Said(Word.SHOWN)


def test_a_window_that_nobody_wants_any_more_is_told_nothing():
    assert Home(io.StringIO("")).receive() is None


def test_the_end_of_the_pipe_is_heard(qtbot):
    inward, outward = os.pipe()
    home = Home(os.fdopen(inward, encoding="utf-8"))
    with qtbot.waitSignal(home.lost):
        home.stay()
        os.write(outward, b"nothing that means anything\n")
        os.close(outward)
    home._source.close()


def test_where_nobody_stands_behind_it_nothing_is_said_or_heard(qtbot):
    home = Home()
    home.stay()
    home.say(Word.LOCKING)

    assert home.receive() == Handover()


def test_a_pipe_that_is_broken_is_left_alone():
    inward, outward = os.pipe()
    os.close(inward)
    home = Home(None, os.fdopen(outward, "w", encoding="utf-8", closefd=False))

    home.say(Word.SHOWN)
    home.say(Word.LOCKING)

    assert home._sink is None
    os.close(outward)


def test_a_window_talks_over_its_own_streams(capsys):
    of_this_process().say(Word.OPENED)

    assert handover.said(capsys.readouterr().out) == Said(Word.OPENED)
