"""The one door in: the window, or a command."""

import os
import sys

from app import cores


def main(arguments: list[str]) -> int:
    """Open the window for no word and `demo`, else run the command; return the exit code."""
    cores.off()
    if not arguments or arguments[0] == "demo":
        from ui import supervisor  # noqa: PLC0415 - a command needs no window

        return supervisor.main(arguments)
    if arguments[0] == "_window":
        from ui import home, launch  # noqa: PLC0415 - a command needs no Qt

        return launch.main(arguments[1:], home.of_this_process())
    if arguments[0] == "_measure":
        from ui import measure  # noqa: PLC0415 - the child in which `bench` times the window

        return measure.main(arguments[1:])
    if arguments[0] == "_render":
        from ui.rendering import process  # noqa: PLC0415 - the process that opens documents

        return process.main()
    from ui import commands  # noqa: PLC0415 - the window needs no commands

    return commands.main(arguments)


def leave(code: int) -> None:
    """End this process at once: no thread that waits for a drive or a printer holds it up."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if sys.argv[1:2] == ["_window"]:
        leave(code)
    sys.exit(code)
