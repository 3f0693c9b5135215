"""Writing a class to the targets of ``grader export``; all texts are made before one is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.gradebook.classes import Class, is_missing
from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.class_formats import class_format_named
from grader.sheets.downloaded import sheet_text


def write_to_targets(
    whole: Class,
    targets: tuple[str, ...],
    sheet: Path | None,
    column: str,
    skip: tuple[str, ...] = (),
) -> Iterator[str]:
    """Write a class without the marks that are held back.

    Yields a line for each file, and lines on the students who are left out.

    Args:
        whole: the class.
        targets: the targets, each as ``FORMAT=PATH``.
        sheet: the downloaded sheet, which is only read; None without one.
        column: the sheet's column for the points; if empty, it is found by the assignment's title.
        skip: the ids of students who are left out.

    Raises:
        SheetError: the class and the sheet do not fit together; no text has been written.
    """
    left_out = [row.student.name for row in whole.rows if row.held]
    unknown = sorted({*skip} - {row.student.id for row in whole.rows})
    if unknown:
        raise SheetError(f"--skip: there is no student {', '.join(unknown)} in the class")
    rows = tuple(row for row in whole.rows if not row.held and row.student.id not in skip)
    whole = msgspec.structs.replace(whole, rows=rows)
    plans = [_plan(text) for text in targets]
    texts = {path: _text(form, whole, sheet, column) for form, path in plans if not form.store}
    entered = sum(row.points is not None for row in whole.rows)
    for form, path in plans:
        if sheet is not None and form.fill and path.resolve() == sheet.resolve():
            raise SheetError("the filled sheet must not replace the downloaded one: name another")
        more = ""
        try:
            if form.store:
                more = form.store(whole, path)
            else:
                path.write_text(texts[path], encoding="utf-8", newline="")
        except OSError as error:
            raise SheetError(f"{path} cannot be written: {error.strerror or error}") from error
        yield f"{path}: {entered} of {len(whole.rows)} students have points, for {form.name}"
        if more:
            yield more
    missing = sum(map(is_missing, whole.rows))
    if missing:
        have = "has" if missing == 1 else "have"
        yield f"{missing} handed in nothing and {have} no points; --zero-for-missing enters 0"
    for words, names in (
        ("held back until released", left_out),
        ("left out by --skip", skip),
        ("no longer in the class", whole.withdrawn),
    ):
        if names:
            yield f"{words}: {'; '.join(names)}"


def with_zeros(whole: Class) -> Class:
    """The class with 0 points for each student who handed in nothing and has no mark by hand."""
    rows = tuple(
        msgspec.structs.replace(row, points=0) if is_missing(row) else row for row in whole.rows
    )
    return msgspec.structs.replace(whole, rows=rows)


def _plan(text: str) -> tuple[ClassFormat, Path]:
    name, _, path = text.partition("=")
    form = class_format_named(name)
    if not path:
        raise SheetError(f"--to {text}: a path is needed, as in {form.example}")
    return form, Path(path)


def _text(form: ClassFormat, whole: Class, sheet: Path | None, column: str) -> str:
    if form.make:
        return form.make(whole)
    if form.fill is None:
        raise SheetError(f"{form.name} writes nothing")
    if sheet is None:
        raise SheetError(
            f"{form.name} fills a sheet from there, so --sheet is needed: {form.example}"
        )
    return form.fill(whole, sheet_text(sheet), column)
