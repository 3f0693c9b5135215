"""Writing a class to the targets of ``grader export``; all texts are made before one is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.gradebook.classes import Class
from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.class_formats import class_format_named


def write_to_targets(
    whole: Class, targets: tuple[str, ...], sheet: Path | None, column: str
) -> Iterator[str]:
    """Write a class; yields a line for each file.

    Args:
        whole: the class.
        targets: the targets, each as ``FORMAT=PATH``.
        sheet: the downloaded sheet, which is only read; None without one.
        column: the sheet's column for the points; if empty, it is found by the assignment's title.

    Raises:
        SheetError: the class and the sheet do not fit together; no text has been written.
    """
    plans = [_plan(text) for text in targets]
    texts = {path: _text(form, whole, sheet, column) for form, path in plans if not form.store}
    entered = sum(row.points is not None for row in whole.rows)
    for form, path in plans:
        if sheet is not None and form.fill and path.resolve() == sheet.resolve():
            raise SheetError("the filled sheet must not replace the downloaded one: name another")
        try:
            if form.store:
                form.store(whole, path)
            else:
                path.write_text(texts[path], encoding="utf-8", newline="")
        except OSError as error:
            raise SheetError(f"{path} cannot be written: {error.strerror or error}") from error
        yield f"{path}: {entered} of {len(whole.rows)} students have points, for {form.name}"


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
    try:
        text = sheet.read_bytes().decode()  # line ends stay as they are
    except UnicodeDecodeError as error:
        raise SheetError(f"{sheet} is not UTF-8: download it anew, without opening it") from error
    return form.fill(whole, text, column)
