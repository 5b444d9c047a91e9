"""What can wait until the first page of an open record stands."""

from collections.abc import Callable

from app.backup import private_folders
from app.wording import say
from ui import loading, tasks, whereabouts
from ui.navigation import Stand
from ui.session import Opened, refresh_standing
from ui.shell import Shell


def settle_in(
    shell: Shell, opened: Opened, failed: Callable[[Exception], None], then: str, *, returns: bool
) -> None:
    """Bring rows up to today, warm the lane, load the next pages; go where somebody belongs.

    That is where was asked for, or else, where `returns`, where the last lock cut off.
    """

    def look() -> tuple[bool, Stand | None]:
        private_folders.sweep()  # a trial that was killed leaves an encrypted copy
        return refresh_standing(opened.desk), whereabouts.taken(opened.desk)

    def go_on(found: tuple[bool, Stand | None]) -> None:
        stale, stood = found
        if stale:
            shell.refresh()
        if then:
            shell.navigator.go(then)
        elif stood is not None and returns:
            shell.navigator.go(stood.key, stood.about)

    tasks.run(look, owner=shell, done=go_on, failed=failed)
    shell.warm()
    tasks.run(
        loading.load_preview,
        owner=shell,
        done=lambda _done: None,
        failed=failed,
        lane=tasks.PAGES,
    )
    watch_trail(shell, opened, failed)


def watch_trail(shell: Shell, opened: Opened, failed: Callable[[Exception], None]) -> None:
    """Verify what is new in the trail behind the window's work, and tell only a finding."""
    from ui.screens.trail import watch  # noqa: PLC0415 - the database is loaded by now

    def tell(finding: str) -> None:
        look = say("trail.look")
        shell.page.banner.tell("problem", finding, look, lambda: shell.navigator.go("trail"))

    watch.follow(opened.record, shell, tell, failed)
