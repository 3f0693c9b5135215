"""The first steps of a student, in the same lines in whichever file they stand."""

from __future__ import annotations

import msgspec

_BOTH = """\
```
{posix}
```

On Windows:

```
{windows}
```
"""
_POSIX, _WINDOWS = ".venv/bin/", ".venv\\Scripts\\"
_ONCE = "The first two lines are needed once; the second may take some minutes.\n"
_OPENS = "The last one opens a browser, and is all you type the next day.\n"


class Start(msgspec.Struct, frozen=True):
    """Where a student begins, in the words that differ.

    Attributes:
        folder: the folder in which commands are typed, for people.
        libraries: what pip is told to install.
        file: the file to fill in, from that folder; a notebook is opened in JupyterLab.
        kit: the folder below it in which the grader lies; empty if it is installed.
    """

    folder: str
    libraries: str
    file: str
    kit: str = ""

    @property
    def steps(self) -> str:
        """How to install it all, and how to open a notebook."""
        lines = ["{python} -m venv .venv", f"{{scripts}}python -m pip install {self.libraries}"]
        words = _ONCE
        if self.file.endswith(".ipynb"):
            lines.append(f"{{scripts}}jupyter lab {self.file}")
            words += _OPENS
        return f"Open a terminal in {self.folder}, and type\n\n{_for_both(lines)}\n{words}"

    @property
    def grade(self) -> str:
        """How to grade the file in a terminal."""
        lines = [f"{{scripts}}python -m grader {self.file}"]
        if self.kit:
            lines = [f"cd {self.kit}", f"{{up}}{{scripts}}python -m grader ../{self.file}"]
        return f"In a terminal, in the folder of the first steps:\n\n{_for_both(lines)}"


def _for_both(lines: list[str]) -> str:
    """Lines to type on Linux and macOS, and the same for Windows."""
    text = "\n".join(lines)
    return _BOTH.format(
        posix=text.format(python="python3", scripts=_POSIX, up="../"),
        windows=text.format(python="py", scripts=_WINDOWS, up="..\\"),
    )


def package(notebook: str) -> Start:
    """The start in a student's package, or in a checkout; the notebook is in ``assignment/``."""
    folder = "the folder that holds `setup.cfg` and `assignment/`"
    return Start(folder, '--editable ".[lab]"', f"assignment/{notebook}")


def own_tests(file: str) -> Start:
    """The start in the package of an assignment of own tests, which lists what is installed."""
    folder = "the folder that holds `requirements.txt`"
    return Start(folder, "--requirement requirements.txt", file)


def repository(notebook: str) -> Start:
    """The start in a cloned repository: notebooks at its root, the kit in ``.grader/``."""
    libraries = "--requirement .grader/requirements.txt jupyterlab"
    return Start("the repository's folder", libraries, notebook, kit=".grader")
