"""`milepost <command>`: the same use cases as the window, without a window.

The contract is fixed: words, JSON, exit codes and the order of refusal.
"""

from pathlib import Path

from app import faults
from app.errors import sentence
from app.wording import say
from models.errors import Trouble
from ui.commands import hidden, output


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    output.prepare_streams()
    as_json = "--json" in arguments
    try:
        if arguments[0] in hidden.HIDDEN:
            return hidden.HIDDEN[arguments[0]](arguments[1:])
        return _run(arguments)
    except BrokenPipeError:
        # Whoever was reading has seen enough; nothing is wrong, and nobody is there to be told.
        output.close_quietly()
        return 0
    except Trouble as trouble:
        output.refuse(trouble.code, trouble.kind, sentence(trouble), as_json=as_json)
        return trouble.code
    except Exception as error:  # noqa: BLE001 - the edge: a fault of ours becomes a report
        message = say("fault.command", report=_reported(error))
        output.refuse(1, "bug", message, as_json=as_json)
        return 1


def _run(arguments: list[str]) -> int:
    # The carrying lane needs none of this, and starts faster without.
    from ui.commands import table, words  # noqa: PLC0415

    wanted = words.parse(table.COMMANDS, arguments)
    return wanted.command.run(wanted)


def _reported(error: Exception) -> Path | str:
    try:
        return faults.write(error)
    except OSError:
        output.notice(faults.told(error, ""))
        return say("fault.above")
