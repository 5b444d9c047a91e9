import subprocess

from app import paths


def run(*words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        paths.command_line(*words),
        input=given,
        capture_output=True,
        cwd=paths.program_root(),
        timeout=60,
        check=False,
    )


def test_the_drawing_process_ends_with_its_input() -> None:
    done = run("_draw")

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_fault_of_ours_is_reported_without_what_was_being_worked_on(tmp_path) -> None:
    from ui import commands
    from ui.commands import hidden

    def broken(_arguments: list[str]) -> int:
        raise ValueError("Mari Quintana")

    hidden.HIDDEN["_broken"] = broken
    try:
        code = commands.main(["_broken"])
    finally:
        del hidden.HIDDEN["_broken"]

    reports = list((paths.state_folder() / "faults").iterdir())
    assert code == 1
    assert len(reports) == 1
    told = reports[0].read_text(encoding="utf-8")
    assert "ValueError" in told
    assert "Mari" not in told
