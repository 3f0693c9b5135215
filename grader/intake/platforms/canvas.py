"""Canvas, "Download submissions": ``doejane_LATE_1234_56789_lab.ipynb``.

Source: Canvas, ``lib/content_zipper.rb``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Who
from grader.intake.shown_names import shown

# Numbers have a length: a gradebook keeps those of 64 bits.
_NAME = re.compile(
    r"(?:(?!LATE_)(?P<name>.+?)_)??(?P<late>LATE_)?(?P<id>[0-9]{1,18}|anon_[A-Za-z0-9]{1,18})_"
    r"(?:(?P<number>[0-9]{1,18})_(?P<file>.+)|(?P<typed>text|link)\.html)",
    re.DOTALL,
)


def canvas(path: PurePosixPath) -> Who | None:
    """Whose a file is.

    Its name has the student's name as it is sorted, in small letters and of letters alone; LATE if
    it is; the number of the user, or anon_ and letters; the number of the file, which is higher for
    a later one; the file's own name. What was typed in ends with ``_text.html``, an address with
    ``_link.html``.
    """
    found = _NAME.fullmatch(path.name) if len(path.parts) == 1 else None
    if found is None:
        return None
    name = shown(found["name"] or "")
    student = Student(id=found["id"], last_name=name)
    told = "Canvas calls it late" if found["late"] else ""
    if found["typed"]:
        what = "a text" if found["typed"] == "text" else "an address"
        reason = f"{what} was handed in, and no file"
        return Who(student, path.name, claim=name, reason=reason, told=told)
    return Who(student, shown(found["file"]), int(found["number"]), claim=name, told=told)
