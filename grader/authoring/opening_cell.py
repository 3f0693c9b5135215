"""A notebook's opening cell: it finds, or fetches, what the notebook needs of the course's package.

A notebook may be opened alone: on a service, in an editor, in a cloned repository. Where a source
has a cell that says ``# OPENING`` alone, this cell is built. It looks around the notebook, unpacks
a package that lies beside it or is at the address that the assignment names, and otherwise names
all that is missing, and what to do, in one sentence that ends "Run All".
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from grader.assignment.places import PUBLIC, SUPPORT

MARK = "# OPENING"
_TEMPLATE = Path(__file__).parent / "templates" / "opening" / "cell.txt"
_IMPORT = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)
# Libraries that checks, and grading from the last cell, need, too: the import name and the package.
OF_CHECKS = {"click": "click", "jinja2": "jinja2", "msgspec": "msgspec", "yaml": "pyyaml"}


def cell(root: Path, package: str, code: Iterable[str]) -> str:
    """The opening cell of a notebook.

    Args:
        root: the assignment's folder.
        package: the address of its package; empty if there is none to fetch.
        code: the notebook's cells of code.
    """
    files = beside(root / SUPPORT)
    local = {name.removesuffix(".py") for name in files} | {PUBLIC, "grader"}
    imported = {name for source in code for name in _IMPORT.findall(source)}
    libraries = {name: name for name in sorted(imported - local - sys.stdlib_module_names)}
    if PUBLIC in imported:
        libraries |= OF_CHECKS
    filled = {"PACKAGE": package, "FILES": files, "LIBRARIES": libraries}
    text = _TEMPLATE.read_text(encoding="utf-8").rstrip("\n")
    for name, value in filled.items():
        text = text.replace(f"@{name}@", json.dumps(value))
    return text


def beside(folder: Path) -> list[str]:
    """The names of data and modules beside the notebooks in their folder."""
    return sorted(
        path.name for path in folder.glob("[!._]*")
        if path.suffix not in (".ipynb", ".md") and not any(path.rglob("*.ipynb"))
        and not path.is_symlink()
    )  # fmt: skip
