"""The README of a student's package."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from grader.assignment import places

_TEXT = """\
# {title}

Everything for this week is in this folder. What you need besides is {pythons}.

## 1. Install, once

Open a terminal in this folder, the one in which this file lies, and type

```
python3 -m venv .venv
.venv/bin/python -m pip install --requirement requirements.txt
```

On Windows:

```
py -m venv .venv
.venv\\Scripts\\python -m pip install --requirement requirements.txt
```

This takes a few minutes: the libraries are large.

## 2. Open it

```
.venv/bin/jupyter lab {first}
```

(On Windows `.venv\\Scripts\\jupyter`.) A browser opens. Run the cells from top to bottom with
Shift+Enter: the notebook says where to write and what.

Keep the notebook where it is: it uses the files beside it.

{others}## 3. Check as you go

After each exercise a cell checks what you have written, as often as you like. It shows which cases
pass and where to look if one does not. For one more hint, type in a cell of your own

```
from public_tests import hint
hint("{exercise}")
```

and run it again if you want to know more.

## 4. Look at your points, and hand in

Save the notebook (Ctrl+S), and in the terminal:

```
.venv/bin/grader {first}
```

It runs your notebook as your instructor's grader will, and asks the cases you know. There, more of
the same kind are asked, with other numbers, for the rest of the points. When you are content, hand
in this one file:

    {first}
"""


def text(title: str, files: Mapping[str, bytes], pythons: str) -> str:
    """The text of the README that a student reads first.

    Args:
        title: the assignment's.
        files: the package's files by path.
        pythons: the versions of Python that can be used, in words.
    """
    books = [name for name in sorted(files) if name.endswith(".ipynb")]
    graded = [name for name in books if name.count("/") == 1]
    others = [name for name in books if name not in graded]
    return _TEXT.format(
        title=title,
        pythons=pythons,
        first=graded[0] if graded else places.SUPPORT,
        others=_others(files, graded[1:] + others),
        exercise=_exercise(files),
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


def _exercise(files: Mapping[str, bytes]) -> str:
    """The name of an exercise, for an example."""
    folder = f"{places.PUBLIC}/"
    names = [name.removeprefix(folder).removesuffix(".py") for name in files if name.endswith(".py")
             and name.startswith(folder) and b"EXERCISE = " in files[name]]  # fmt: skip
    return next(iter(sorted(names, key=len)), "exercise")
