"""No title of a window, a box or a print job can hold a name: it is a plain text of ours."""

import ast
import re

from app import paths
from app.wording import catalogue


def test_no_title_of_a_window_or_of_a_print_job_can_hold_a_name() -> None:
    titles = [
        text
        for key, text in catalogue().items()
        if key.startswith(("window.print.title.", "window.save.choose.", "window.name"))
    ]
    root = paths.program_root()
    set_by = [
        (file.name, ast.unparse(call.args[0]))
        for file in sorted((root / "ui").rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("setWindowTitle")
    ]

    assert len(titles) > 8
    assert [title for title in titles if "{" in title] == []
    assert len(set_by) > 3
    assert [each for each in set_by if not re.fullmatch(r"say\('[a-z.-]+'\)", each[1])] == []
