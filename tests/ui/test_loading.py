"""Tests that pages are loaded before they are wanted."""

import gc
import sys

from ui import loading


def test_what_the_next_page_stands_on_is_loaded():
    loading.load_first_start()
    loading.load_preview()
    loading.load_restore()

    wanted = {"ui.shell", "ui.preview", "ui.screens.report", "ui.screens.importing.screen"}
    wanted |= {"ui.screens.recover", "ui.screens.restore.frame"}
    assert wanted | {"ui.screens.first_start.screen"} <= sys.modules.keys()


def test_what_is_loaded_is_looked_through_for_garbage_no_more():
    before = gc.get_freeze_count()

    loading.load_shell()

    assert gc.get_freeze_count() >= before
