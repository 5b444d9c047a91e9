"""What can wait until the first page of an open record stands."""

from collections.abc import Callable

from app.wording import say
from ui import loading, tasks
from ui.session import Opened, refresh_standing
from ui.shell import Shell


def settle_in(shell: Shell, opened: Opened, failed: Callable[[Exception], None], then: str) -> None:
    """Bring rows up to today, warm the lane, load the next pages; `then` go where was asked."""

    def go_on(stale: bool) -> None:  # noqa: FBT001 - the answer of the lane
        if stale:
            shell.refresh()
        if then:
            shell.navigator.go(then)

    tasks.run(lambda: refresh_standing(opened.desk), owner=shell, done=go_on, failed=failed)
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
