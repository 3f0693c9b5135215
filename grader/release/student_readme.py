"""The README of a student's package."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from grader.assignment import places
from grader.bundles import first_steps

_TEXT = """\
# {title}

Everything for this {unit} is in this folder. What you need besides is {pythons}.

## 1. Begin

{steps}
{opening}
{others}## 2. Check as you go

{checking}
## 3. Look at your points, and hand in

Save {file} (Ctrl+S). {grade}
{asked}.

When you are content, hand in this one file:

    {first}

## Questions

{questions}
"""
_NOTEBOOK = """\
Run the cells from top to bottom with Shift+Enter: the notebook says where to write and what.
Keep it where it is: it uses the files beside it.
"""
_MODULE = """\
Open `{first}` in the editor you like, and write what is
missing. Keep the file where it is: it uses the files beside it.
"""
_CASES = """\
After each exercise a cell checks what you have written, as often as you like. It shows which cases
pass and where to look if one does not. For one more hint, type in a cell of your own

```
from {module} import hint
hint("{exercise}")
```

and run it again if you want to know more.
"""
_TESTS = """\
The notebook has tests. Run them as often as you like. To see them all at once, type in a cell of
your own

```
from grader.checks import check_all
check_all()
```
"""
_PYTEST = """\
```
.venv/bin/python -m pytest
```

runs the tests that you may see, as often as you like. Each says what it expected and what came.
"""
_MORE_CASES = """\
It runs your notebook as your instructor's grader will, and asks the cases you know. There, more of
the same kind are asked, with other numbers, for the rest of the points"""
_MORE_TESTS = """\
It runs your {kind} as your instructor's grader will, with the tests that you may see. There may be
more of them there"""
_ASK = "Ask where your course answers questions; say which cell or line it is, and what it shows."


def text(title: str, files: Mapping[str, bytes], pythons: str, questions: str = "") -> str:
    """The text of the README that a student reads first.

    Args:
        title: the assignment's.
        files: the package's files by path.
        pythons: the versions of Python that can be used, in words.
        questions: the address where to ask; empty if the course says so elsewhere.
    """
    books = [name for name in sorted(files) if re.match(rf"{places.SUPPORT}/.+\.ipynb$", name)]
    graded = [name for name in books if name.count("/") == 1]
    others = [name for name in books if name not in graded]
    first = graded[0] if graded else places.SUPPORT
    start = first_steps.in_package(first.removeprefix(f"{places.SUPPORT}/"))
    return _TEXT.format(
        title=title,
        unit="week",
        pythons=pythons,
        first=first,
        file="the notebook",
        steps=start.steps,
        grade=start.grade,
        opening=_NOTEBOOK,
        others=_others(files, graded[1:] + others),
        checking=_CASES.format(module=_hinting(files), exercise=_exercise(files)),
        asked=_MORE_CASES,
        questions=f"Ask at <{questions}>." if questions else _ASK,
    )


def of_own_tests(title: str, files: Mapping[str, bytes], first: str, pythons: str) -> str:
    """The same for an assignment of an instructor's own tests.

    Args:
        title: the assignment's.
        files: the package's files by path.
        first: the path of the file to fill in, a notebook or a module.
        pythons: the versions of Python that can be used, in words.
    """
    is_notebook = first.endswith(".ipynb")
    start = first_steps.in_package_of_own_tests(first)
    others = [name for name in sorted(files) if name.endswith(".ipynb") and name != first]
    return _TEXT.format(
        title=title,
        unit="assignment",
        pythons=pythons,
        first=first,
        file="the notebook" if is_notebook else "it",
        steps=start.steps,
        grade=start.grade,
        opening=_NOTEBOOK if is_notebook else _MODULE.format(first=first),
        others=_others(files, others),
        checking=_TESTS if is_notebook else _PYTEST,
        asked=_MORE_TESTS.format(kind="notebook" if is_notebook else "file"),
        questions=_ASK,
    )


def _others(files: Mapping[str, bytes], names: list[str]) -> str:
    """A table of the notebooks that are not the first; nothing if there are none."""
    if not names:
        return ""
    rows = [f"| {_title(files[name], name)} | `{name}` |" for name in names]
    return "\n".join(
        [
            "There is more to read and to try, whenever you like:",
            "",
            "| | |",
            "| --- | --- |",
            *rows,
            "",
            "",
        ]
    )


def _title(notebook: bytes, name: str) -> str:
    """The notebook's first heading, or else its name."""
    for cell in json.loads(notebook)["cells"]:
        heading = re.search(r"^# (.+)$", "".join(cell["source"]), re.MULTILINE)
        if cell["cell_type"] == "markdown" and heading:
            return heading[1].replace("|", "/").strip()
    return name.rpartition("/")[2].removesuffix(".ipynb")


def _hinting(files: Mapping[str, bytes]) -> str:
    """The module that has ``hint``: the assignment's own, or else the grader's."""
    own = re.search(rb"\bhint\b", files.get(f"{places.PUBLIC}/__init__.py", b""))
    return places.PUBLIC if own else "grader.checks"


def _exercise(files: Mapping[str, bytes]) -> str:
    """The name of an exercise, for an example."""
    folder = f"{places.PUBLIC}/"
    names = [name.removeprefix(folder).removesuffix(".py") for name in files if name.endswith(".py")
             and name.startswith(folder) and b"EXERCISE = " in files[name]]  # fmt: skip
    return next(iter(sorted(names, key=len)), "exercise")
