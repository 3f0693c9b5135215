"""A student's first steps in a terminal, in the same words in each file that has them."""

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


class FirstSteps(msgspec.Struct, frozen=True):
    """The first steps in one kind of folder that students get.

    Attributes:
        folder: the folder in which commands are typed, in words.
        libraries: the arguments of pip's install.
        file: the file to fill in, from that folder; a notebook is opened in JupyterLab.
        kit: the folder below it in which the grader lies; empty if it is installed.
    """

    folder: str
    libraries: str
    file: str
    kit: str = ""

    @property
    def steps(self) -> str:
        """The steps to install the libraries and to open the notebook."""
        lines = ["{python} -m venv .venv", f"{{scripts}}python -m pip install {self.libraries}"]
        words = _ONCE
        if self.file.endswith(".ipynb"):
            lines.append(f"{{scripts}}jupyter lab {self.file}")
            words += _OPENS
        return f"Open a terminal in {self.folder}, and type\n\n{_for_both(lines)}\n{words}"

    @property
    def grade(self) -> str:
        """The step to grade the file in a terminal."""
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


def in_package(notebook: str) -> FirstSteps:
    """The steps in a student's package, or in a checkout; the notebook is in ``assignment/``."""
    folder = "the folder that holds `setup.cfg` and `assignment/`"
    return FirstSteps(folder, '--editable ".[lab]"', f"assignment/{notebook}")


def in_package_of_own_tests(file: str) -> FirstSteps:
    """The steps in the package of an assignment of own tests, which has a list of libraries."""
    folder = "the folder that holds `requirements.txt`"
    return FirstSteps(folder, "--requirement requirements.txt", file)


def in_repository(notebook: str) -> FirstSteps:
    """The steps in a cloned repository: notebooks at its root, the kit in ``.grader/``."""
    libraries = "--requirement .grader/requirements.txt jupyterlab"
    return FirstSteps("the repository's folder", libraries, notebook, kit=".grader")
