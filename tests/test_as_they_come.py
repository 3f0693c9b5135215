"""Notebooks and scripts as they come: magics, modules of their own, other formats and encodings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from grader.grading.grader import Grader
from grader.report import ExerciseResult, Report
from grader.submissions.reading import SubmissionError, parse
from grader.suite import Suite

DENSE = "import numpy as np\ndef my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n"
OTHER = "x = 1\n"


def notebook(*cells: str | tuple[str, str], **metadata: Any) -> bytes:
    """A notebook; a cell that is not of code is a pair of its kind and its text."""
    made = [("code", cell) if isinstance(cell, str) else cell for cell in cells]
    content = [{"cell_type": kind, "source": text, "metadata": {}} for kind, text in made]
    return json.dumps({"cells": content, "metadata": metadata, "nbformat": 4}).encode()


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, bytes], Report]]:
    """Grades the content of a file of this name."""
    folder = tmp_path_factory.mktemp("handed_in")
    with Grader(suite) as grader:

        def graded(name: str, content: bytes) -> Report:
            path = folder / name
            path.write_bytes(content)
            return grader.grade(path)

        yield graded


def dense(report: Report) -> ExerciseResult:
    """What it says of my_dense."""
    return next(exercise for exercise in report.exercises if exercise.name == "my_dense")


RUN = {
    "magics above each other": notebook(f"%%capture out\n%%time\n{DENSE}"),
    "magics with blank lines": notebook(f"\n%%time\n\n%%timeit -n 1\n{DENSE}"),
    "%%writefile and import": notebook(
        f"%%writefile own_layers.py\n{DENSE}", "from own_layers import *"
    ),
    "%%file and a name in it": notebook(
        f"%%file own_layers2.py\n{DENSE}", "import own_layers2 as own\nmy_dense = own.my_dense"
    ),
    "a part is added": notebook(
        "%%writefile parts.py\nimport numpy as np\n",
        f"%%writefile -a parts.py\n{DENSE}",
        "from parts import my_dense",
    ),
    "as nbconvert writes a magic": notebook(f"get_ipython().run_cell_magic('time', '', {DENSE!r})"),
    "null cells and sources": json.dumps(
        {
            "cells": [
                None,
                {"cell_type": "code", "source": None},
                {"cell_type": "code", "source": DENSE},
            ]
        }
    ).encode(),
    "another language is named, Python is there": notebook(DENSE, language_info={"name": "R"}),
    "settings of another form": notebook(DENSE, language_info=["R"], kernelspec=7),
}
SCRIPTS = {
    "latin.py": b"# -*- coding: latin-1 -*-\n# gr\xfc\xdfe\n" + DENSE.encode(),
    "windows.py": b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n# \x93\n" + DENSE.encode(),
    "mark_in_text.py": f"s = '''\n# %%\nno cell\n'''\n{DENSE}".encode(),
    "UPPER.PY": DENSE.encode(),
    "notebook.py": (
        b"import marimo\n\n__generated_with = '0.9'\napp = marimo.App()\n\nwith app.setup:\n"
        b"    import numpy as np\n\n@app.cell(hide_code=True)\ndef _(mo):\n"
        b"    def my_dense(a_in, W, b, g):\n        '''A layer.\n\nAs in the text.\n        '''\n"
        b"        return g(a_in @ W + b)\n    return (my_dense,)\n\n@app.function\n"
        b"def helper(x):\n    return x\n\nif __name__ == '__main__':\n    app.run()\n"
    ),
}


@pytest.mark.parametrize("case", [*RUN, *SCRIPTS])
def test_what_is_right_has_its_points(grade: Callable[[str, bytes], Report], case: str) -> None:
    """A right function has its points however its file was written."""
    name = case if case in SCRIPTS else "lab.ipynb"
    assert 30 == dense(grade(name, {**RUN, **SCRIPTS}[case])).earned


def test_what_a_magic_wrote_is_begun(grade: Callable[[str, bytes], Report]) -> None:
    """A function that calls one which a cell magic wrote has its points, too."""
    row = (
        "def my_sequential(x, W1, b1, W2, b2, W3, b3):\n    s = lambda z: 1 / (1 + np.exp(-z))\n"
        "    a = my_dense(my_dense(x, W1, b1, s), W2, b2, s)\n    return my_dense(a, W3, b3, s)"
    )
    cells = (f"%%writefile own3.py\n{DENSE}", "import numpy as np\nfrom own3 import *", row)
    report = grade("lab.ipynb", notebook(*cells))
    assert {30} == {
        part.earned for part in report.exercises if part.name.startswith("my_") and not part.extra
    }


SAID = {
    "a magic that is not run": (
        notebook(f"%%ipytest -qq\n{DENSE}"),
        "`my_dense` is in code cell 1, which begins with %%ipytest and is not run while grading",
    ),
    "below one that is": (
        notebook(OTHER, f"%%time\n%%memit\n{DENSE}"),
        "`my_dense` is in code cell 2, which begins with %%memit",
    ),
    "a cell of text": (
        notebook(OTHER, ("markdown", DENSE)),
        "`my_dense` is in a cell of text, which is not run: make it a code cell",
    ),
    "a cell that waits for somebody": (
        notebook(
            "n = int(input('n? '))\nimport numpy as np\ndef my_dense(a_in, W, b, g):\n    return g(a_in @ W[:n] + b)"
        ),
        "input() cannot be answered while grading",
    ),
    "a newer Python of the notebook": (
        notebook(f"x = @\n{DENSE}", language_info={"name": "python", "version": "3.99.1"}),
        "the notebook is of Python 3.99; this is graded with Python 3.",
    ),
}
if sys.version_info < (3, 12):
    SAID |= {
        f"Python 3.12's {what}": (
            notebook(f"{line}\n{DENSE}"),
            "Python 3.12 may read it; this is graded with Python 3.11",
        )
        for what, line in {
            "formatted texts": "print(f'{x['a']}')",
            "parameters of a function": "def first[T](x: list[T]) -> T:\n    return x[0]",
            "names of types": "type Point = tuple[int, int]",
        }.items()
    }


@pytest.mark.parametrize("case", SAID)
def test_what_is_not_run_is_named(grade: Callable[[str, bytes], Report], case: str) -> None:
    """A function that is there and was not run is told with the reason and the place."""
    content, says = SAID[case]
    result = dense(grade("lab.ipynb", content))
    assert 0 == result.earned
    assert says in result.cases[0].help


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "a.ipynb",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
            "pointer of Git LFS",
        ),
        (
            "a.py",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
            "pointer of Git LFS",
        ),
        ("a.ipynb", b"\n<!DOCTYPE html>\n<html></html>", "is a web page"),
        ("a.py", b"<html lang='en'></html>", "is a web page"),
        ("a.ipynb", b"PK\x03\x04\x14\x00", "is a zip"),
        (
            "a.ipynb",
            b'{\n<<<<<<< HEAD\n "cells": []\n=======\n "cells": [1]\n>>>>>>> x\n}',
            r"merge of git that was not finished \(line 2\)",
        ),
        ("a.ipynb", b"%PDF-1.7\n\xff", "is a PDF"),
        ("a.ipynb", notebook("x = 'gr\xfc\xdfe'").replace(b"\\u00fc", b"\xfc"), "not in UTF-8"),
        ("a.py", b"x = 1\ny = 'gr\xfc'\n", r"Windows-1252 \(line 2\)"),
        ("a.py", b"# coding: nonsense\ny = 'gr\xfc'\n", "not in UTF-8"),
        ("a.py", b"# coding: rot13\ny = 'gr\xfc'\n", "not in UTF-8"),
        ("a.ipynb", notebook("x <- c(1)", language_info={"name": "R"}), "in the language R"),
        (
            "a.ipynb",
            notebook("f(x) = 1", kernelspec={"language": "julia"}),
            "in the language julia",
        ),
    ],
)
def test_what_a_file_is_instead(name: str, content: bytes, says: str) -> None:
    """A file that cannot be graded is called what it is."""
    with pytest.raises(SubmissionError, match=says):
        parse(name, content)
