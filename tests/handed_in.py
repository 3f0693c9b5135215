"""What tests hand in: notebooks, folders, zips, and a zip in which somebody tries what a zip can."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

from grader.intake.collect import Collected

MB = 1 << 20
RIGHT = (
    "import numpy as np\nfrom autils import *",
    (
        "def my_dense(a_in, W, b, g):\n"
        "    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])"
    ),
    "def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)",
)
WRONG = (RIGHT[0], RIGHT[1].replace("+ b[j]", "- b[j]"))
ENDS = (RIGHT[0], RIGHT[1].replace("    return", "    import os; os._exit(1)\n    return"))


def book_of(*cells: str) -> str:
    """A notebook with these cells."""
    made = [
        {
            "cell_type": "code",
            "source": cell,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for cell in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def written(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    """A zip with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def found(whole: Collected) -> dict[str, str]:
    """By the student, the file, or the reason in brackets."""
    return {
        submission.submitter.student.id: f"({submission.reason})"
        if submission.reason
        else str(submission.entry.path)
        for submission in whole.handed_in
    }


def hostile_zip(path: Path) -> Path:
    """A zip in which somebody tries all that a zip can."""
    zipped(
        path,
        {
            "good/lab.ipynb": book_of(*RIGHT),
            "../../evil.ipynb": "x",
            "/etc/absolute.ipynb": "x",
            "C:\\windows\\drive.ipynb": "x",
            "large/lab.ipynb": b"\0" * (3 * MB),
        },
    )
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        link = zipfile.ZipInfo("link/lab.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        for name in ("damaged/lab.ipynb", "locked/lab.ipynb"):
            archive.writestr(name, book_of(*RIGHT))
    content = bytearray(path.read_bytes())
    at = content.index(b"damaged/lab.ipynb")
    content[at + 40 : at + 60] = b"?" * 20  # in the middle of what is packed
    for mark, back in ((b"PK\3\4", 24), (b"PK\1\2", 38)):  # bit 0 of the flags: encrypted
        at = (
            content.rindex(b"locked/lab.ipynb")
            if back == 38
            else content.index(b"locked/lab.ipynb")
        )
        at = content.rindex(mark, 0, at)
        content[at + (6 if back == 24 else 8)] |= 1
    path.write_bytes(content)
    return path
