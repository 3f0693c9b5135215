"""Writes the golden class page: ``python tests/make_pages.py``, then look at the diff.

Style and script are left out of it: they are looked at in a browser, not compared.
"""

from __future__ import annotations

import re
from pathlib import Path

import make_formats
import msgspec

from grader.gradebook.classes import Class, Late, Override, Row, Student
from grader.pages.class_page import class_page
from grader.report import Report

PATH = Path(__file__).parent / "formats" / "class_page.html"


def example() -> Class:
    """A class in which everything occurs: names that mean something, late, by hand, not graded."""
    good = make_formats.example()
    rows = (
        Row(student=Student(id="a1", first_name="Ada", last_name="L'Écuyer & <b>"), report=good,
            points=15, attempts=2),
        Row(student=Student(id="b/../2"), report=_without_mistakes(good), points=10,
            late=Late(days=2, deducted=5), attempts=1),
        Row(student=Student(id="c3", last_name="Chen"), report=good, points=20, attempts=1,
            override=Override(points=20, who="R", why="SECRET-WHY", at="2026-11-20T10:00:00Z")),
        Row(student=Student(id="d4", last_name="Dubois"), file="d4.ipynb", attempts=1,
            reason="d4.ipynb is empty: save the notebook and hand it in again"),
    )  # fmt: skip
    return Class(title="Neural Networks | week 1", points=20, extra_points=4, rows=rows,
                 deadline="2026-11-20T23:59:00+01:00", policy="The last attempt counts.")  # fmt: skip


def _without_mistakes(one: Report) -> Report:
    first, *others = one.exercises
    plain = msgspec.structs.replace(first, mistakes=(), misconceptions=(), hints=(), hints_shown=0)
    return msgspec.structs.replace(one, exercises=(plain, *others))


def bare(page: str) -> str:
    """A page without its style, its script and the policy that names their digests."""
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^&]*", "sha256-", page)


def main() -> None:
    """Write it."""
    PATH.write_text(bare(class_page(example())), encoding="utf-8")


if __name__ == "__main__":
    main()
