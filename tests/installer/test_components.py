"""Tries that the list of what is inside the program leaves nothing out."""

import re

import pytest
from packaging.requirements import Requirement

from installer import components
from installer.components import canonical, holds_compiled_code, runtime_distributions


def names() -> list[str]:
    return [canonical(package.name) for package in runtime_distributions()]


def test_packages_that_packages_stand_on_are_found_too():
    found = names()

    assert {"reportlab", "pillow", "alembic", "mako", "markupsafe"} <= set(found)
    assert found == sorted(found)


def test_tools_of_development_are_not_among_them():
    assert not {"pytest", "ruff", "pyinstaller"} & set(names())


def test_every_package_among_them_is_pinned():
    pinned = re.findall(r"^([a-z0-9-]+)==", components.REQUIREMENTS.read_text(), re.MULTILINE)

    assert set(names()) <= set(pinned)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mako", True),
        ('colorama; sys_platform == "no-such-system"', False),
        ('sphinx; extra == "docs"', False),
    ],
)
def test_a_requirement_counts_when_its_condition_holds_here(line, expected):
    assert components.applies(Requirement(line)) is expected


def test_machine_code_is_told_from_python():
    compiled = {
        canonical(each.name) for each in runtime_distributions() if holds_compiled_code(each)
    }

    assert "sqlcipher3" in compiled
    assert "mako" not in compiled
