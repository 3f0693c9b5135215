"""JUnit XML as GitLab shows it: it reads ``file`` too, and shows ``classname`` as the suite.

Source: GitLab's documentation of unit test reports. Test cases of the same name are ignored after
the first, so titles are unique; a file may have 30 MB.
"""

from __future__ import annotations

from grader.export.format import Format
from grader.export.junit_ import write_together
from grader.report import Report


def write(report: Report) -> str:
    """One submission as a document."""
    return write_together([report], file=report.provenance.submission)


FORMAT = Format(
    "gitlab",
    "for GitLab: the unit test report of a job",
    write,
    example="grader submit.ipynb --to gitlab=junit.xml",
    together=write_together,
)
