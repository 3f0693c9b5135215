"""The body of an external grader's reply to Open edX's xqueue.

``msg`` must be well-formed XML, or the problem shows no result at all. The host echoes the header
and sends this as a string in ``xqueue_body``. Set the problem's ``points`` to the assignment's.
"""

from __future__ import annotations

import json

from grader.export.format import Format
from grader.export.fragment import fragment
from grader.report import Report


def write(report: Report) -> str:
    """The body as JSON: whether all is right, the points, and a piece of HTML."""
    total = report.total
    made = {"correct": total.sum >= total.points, "score": total.capped, "msg": fragment(report)}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


FORMAT = Format(
    "edx",
    "for Open edX: the body of an external grader's reply to xqueue",
    write,
    when_refused=True,
    example="grader submit.ipynb --to edx=reply.json",
)
