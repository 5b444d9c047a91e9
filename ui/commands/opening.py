"""Opening a record for a command: which secret, in which order of refusal, and closing it again."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import sentence
from app.vault import passphrase
from app.vault.files import Files
from app.vault.record import Record, open_record
from app.vault.unlock import Secret
from app.wording import say
from models.errors import BadInput, BadUsage, NoSpace, NoSuchThing, Trouble, WrongSecret
from ui.commands import output
from ui.commands.words import Wanted

STANDARD_INPUT = "-"
LARGEST = 65536  # no passphrase and no sheet is longer


@contextmanager
def opened(wanted: Wanted, *named: Path) -> Iterator[Record]:
    """Open the record that a call names, and close it in order afterwards.

    `named` are further files that must be there before anything is opened.
    """
    with opened_by(wanted, secret_for(wanted, *named)) as record:
        yield record


@contextmanager
def opened_by(wanted: Wanted, secret: Secret) -> Iterator[Record]:
    """Open the record that a call names with `secret`, and close it in order afterwards.

    What was done is done, and what went wrong is what is told, whatever becomes of the closing: a
    drive that refuses only that is a notice, since the next opening puts it in order.
    """
    record = open_record(wanted.record, secret)
    for finding in record.findings:
        output.notice(say(f"finding.{finding}"))
    try:
        yield record
    except BaseException:
        with suppress(Trouble):
            record.close()
        raise
    try:
        record.close()
    except NoSpace as trouble:
        output.notice(sentence(trouble))


def secret_for(wanted: Wanted, *named: Path) -> Secret:
    """Return the passphrase or sheet that a call brings for the record that it names.

    Raises:
        BadUsage, NoSuchThing, WrongSecret: as `secret_given`.
    """
    return secret_given(wanted, wanted.record, *named)


def secret_given(wanted: Wanted, *named: Path) -> Secret:
    """Return the passphrase or sheet that a call brings, once all files in `named` are there.

    Raises:
        BadUsage: both were given.
        NoSuchThing: a named file is missing.
        WrongSecret: nothing was given and nobody is there to ask.
    """
    refuse_two_secrets(wanted)
    for path in named:
        # A record whose restoring was cut off is there: opening it finishes that.
        if not path.exists() and not Files(path).swap.exists():
            raise NoSuchThing("file.missing", file=path.name)
    if wanted.sheet_file is not None:
        return Secret(sheet=sheet_of(wanted.sheet_file))
    if wanted.passphrase_file is not None:
        return Secret(passphrase=_typed(wanted.passphrase_file), holder=wanted.holder)
    return Secret(passphrase=ask("passphrase.ask"), holder=wanted.holder)


def refuse_two_secrets(wanted: Wanted) -> None:
    """Refuse a call that brings a passphrase and a sheet.

    Raises:
        BadUsage: it does.
    """
    if wanted.passphrase_file is not None and wanted.sheet_file is not None:
        raise BadUsage("usage.two-secrets")


def refuse_no_folder(wanted: Wanted, *targets: Path) -> None:
    """Refuse to write into a folder that is not there, before anybody is asked for a secret.

    Raises:
        BadUsage: the call brings two secrets, which is told before.
        NoSuchThing: there is no such folder.
    """
    refuse_two_secrets(wanted)
    for target in targets:
        if not target.parent.is_dir():
            raise NoSuchThing("files.no-folder", folder=str(target.parent))


def refuse_own_files(record: Path, *targets: Path) -> None:
    """Refuse to write over the record or what stands beside it, whatever else was asked for.

    Raises:
        BadInput: one of `targets` is the record, its key file, its log or another part of it.
    """
    files = Files(record.resolve())
    own = set(files.all)
    for target in targets:
        if target.resolve() in own:
            raise BadInput("files.part-of-record", file=target.name)


def _text(data: bytes) -> str:
    """Return a sheet as text, in whichever of the usual ways it was saved."""
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")


def ask(question: str) -> str:
    """Ask at the terminal; without one, refuse at once."""
    if not sys.stdin or not sys.stdin.isatty():
        raise WrongSecret("passphrase.none")
    return getpass.getpass(say(question))


def refuse_one_input(*names: str | None) -> None:
    """Refuse two secrets that both want standard input.

    Raises:
        BadUsage: they do.
    """
    if names.count(STANDARD_INPUT) > 1:
        raise BadUsage("usage.one-input")


def bytes_of(name: str) -> bytes:
    """Return what is in a named file, `-` for standard input; a new passphrase is read early.

    Raises:
        NoSuchThing: it is missing.
    """
    return _read(name)


def sheet_of(name: str) -> str:
    """Return the text of a sheet file, `-` for standard input."""
    return _text(_read(name))


def passphrase_of(name: str) -> str:
    """Return the passphrase in a file, `-` for standard input."""
    return passphrase.read(_read(name))


def _typed(name: str) -> str:
    try:
        return passphrase_of(name)
    except BadInput:  # what is no text opens no record
        raise WrongSecret("passphrase.wrong") from None


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST)
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST)
    except OSError:
        raise NoSuchThing("file.missing", file=Path(name).name) from None
