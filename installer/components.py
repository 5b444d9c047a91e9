"""Which packages travel inside the program: the pinned run-time ones and what they stand on."""

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
REQUIREMENTS = ROOT / "installer" / "requirements.txt"


def runtime_distributions() -> list[Distribution]:
    """Return every package that the run-time dependencies bring in on this system, by name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in runtime_requirements()]
    while waiting:
        requirement = waiting.pop()
        name = canonical(requirement.name)
        if name in found or not applies(requirement):
            continue
        found[name] = distribution(name)
        waiting += [Requirement(line) for line in found[name].requires or []]
    return [found[name] for name in sorted(found)]


def runtime_requirements() -> list[str]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    dependencies: list[str] = project["dependencies"]
    return dependencies


def applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def holds_compiled_code(package: Distribution) -> bool:
    """Return whether the package brings machine code, and so perhaps a C library in it."""
    return any(re.search(r"\.(so|pyd|dll|dylib)(\.|$)", file.name) for file in package.files or [])
