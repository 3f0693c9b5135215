"""Finding the submission among the files that a platform hands over."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from grader.errors import GraderError
from grader.intake.found_files import is_notebook, is_script

_PACKED = (".zip", ".tar", ".gz", ".tgz", ".7z", ".rar")


class NoSubmissionError(GraderError):
    """There is no submission, or several may be meant; the message is for the student."""


def submitted(folder: Path, notebooks: Collection[str], helpers: Collection[str] = ()) -> Path:
    """The notebook or script to grade.

    A notebook of the assignment's own name comes first, then the only notebook, then the only
    script. Hidden folders are not looked into, nor those that archives of macOS add. No link is
    followed: it may lead to the solutions, which lie on the same machine.

    Args:
        folder: the folder with the files, or the submission itself.
        notebooks: the names of the assignment's notebooks.
        helpers: the names of modules that students are given.

    Raises:
        NoSubmissionError: there is not exactly one such file, or it is a link.
    """
    if folder.is_file():
        return folder
    chosen = _chosen(folder, notebooks, helpers)
    if chosen.is_symlink():
        raise NoSubmissionError(
            f"{chosen.relative_to(folder).as_posix()} is a link, and links are not followed. "
            f"Please hand in the file itself{_called(notebooks)}."
        )
    return chosen


def _chosen(folder: Path, notebooks: Collection[str], helpers: Collection[str]) -> Path:
    """The file, or the link, that stands for the submission."""
    # A folder that is a link is not looked into, and a link of any kind counts like a file.
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if (path.is_symlink() or path.is_file()) and _is_shown(path, folder)
    ]
    named = [path for path in files if path.name in notebooks]
    if named:  # the outermost, if there are copies in folders
        return min(named, key=lambda path: len(path.parts))
    for is_wanted in (is_notebook, is_script):
        found = [path for path in files if is_wanted(path.name) and path.name not in helpers]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(path.relative_to(folder).as_posix() for path in found[:5])
            raise NoSubmissionError(
                f"There are {len(found)} files that could be graded: {names}. "
                f"Please hand in one{_called(notebooks)}."
            )
    packed = [path.name for path in files if path.name.lower().endswith(_PACKED)]
    words = f"{packed[0]} is not looked into. " if packed else ""
    raise NoSubmissionError(
        f"No notebook was found in what was handed in. {words}"
        f"Please hand in one{_called(notebooks)}."
    )


def _called(notebooks: Collection[str]) -> str:
    return f", called {' or '.join(notebooks)}" if notebooks else ""


def _is_shown(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return not any(part.startswith(".") or part == "__MACOSX" for part in parts)
