"""Loads in a lane what the next page stands on, while somebody looks at the one before."""

import gc


def load_shell() -> None:
    """Load what stands behind the unlock page, while somebody types."""
    import reports.lane  # noqa: F401, PLC0415 - as the module says
    import ui.screens.recover  # noqa: PLC0415
    import ui.shell  # noqa: F401, PLC0415

    # What was loaded stays for good; looking through it for garbage would hold the window.
    gc.freeze()


def load_preview() -> None:
    """Load what shows a page, while somebody looks at the list."""
    import ui.preview  # noqa: PLC0415 - as the module says
    import ui.screens.backups.screen  # noqa: PLC0415
    import ui.screens.importing.screen  # noqa: PLC0415
    import ui.screens.report  # noqa: PLC0415
    import ui.screens.restore.page  # noqa: F401, PLC0415


def load_first_start() -> None:
    """Load what makes a record, while somebody reads the first page."""
    import ui.screens.first_start.screen  # noqa: PLC0415 - as the module says
    import ui.screens.importing.screen  # noqa: F401, PLC0415
    from app.vault import passphrase, word_list  # noqa: PLC0415

    word_list.listed()
    # The first estimate of all reads the lists of common passphrases.
    passphrase.strength("the first estimate is slow")
    load_shell()


def load_restore() -> None:
    """Load what brings a backup back, while somebody waits for its first step."""
    import reports.lane  # noqa: F401, PLC0415 - as the module says
    import ui.screens.restore.frame  # noqa: F401, PLC0415
