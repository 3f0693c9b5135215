"""Canvas, "Download submissions": ``doejane_LATE_1234_56789_lab.ipynb``.

Source: Canvas, ``lib/content_zipper.rb``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown

# Numbers have a length: a gradebook keeps those of 64 bits.
_NAME = re.compile(
    r"(?:(?!LATE_)(?P<name>.+?)_)??(?P<late>LATE_)?(?P<id>[0-9]{1,18}|anon_[A-Za-z0-9]{1,18})_"
    r"(?:(?P<number>[0-9]{1,18})_(?P<file>.+)|(?P<typed>text|link)\.html)",
    re.DOTALL,
)


def canvas(path: PurePosixPath) -> Submitter | None:
    """The submitter of a file.

    The name consists of the student's name as it is sorted, in small letters and of letters alone;
    LATE if the attempt is late; the user's number, or anon_ and letters; the file's number, which
    is higher for a later file; and the file's own name. A text that was typed in ends with
    ``_text.html``, an address with ``_link.html``.
    """
    found = _NAME.fullmatch(path.name) if len(path.parts) == 1 else None
    if found is None:
        return None
    name = shown(found["name"] or "")
    student = Student(id=found["id"], last_name=name)
    remark = "Canvas calls it late" if found["late"] else ""
    if found["typed"]:
        what = "a text" if found["typed"] == "text" else "an address"
        reason = f"{what} was handed in, and no file"
        return Submitter(student, path.name, written_name=name, reason=reason, remark=remark)
    return Submitter(
        student, shown(found["file"]), int(found["number"]), written_name=name, remark=remark
    )
