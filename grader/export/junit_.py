"""JUnit XML, as pytest writes it and as Jenkins' schema (junit-10.xsd) describes it.

A suite for each exercise, a test case for each case. JUnit has no element for points: they are
properties of the suite.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from grader.export.case_details import case_details
from grader.export.format import Format
from grader.export.xml_text import document, element
from grader.report import CaseResult, ExerciseResult, Report
from grader.report import presentation as shown


def write(report: Report) -> str:
    """One submission as a document."""
    return write_together([report])


def write_together(reports: Sequence[Report], *, file: str = "") -> str:
    """Several submissions as one document.

    Args:
        reports: the reports; each of their exercises becomes a suite.
        file: the file that test cases name; empty for none, as Jenkins' schema demands.
    """
    name = reports[0].provenance.assignment if reports else "nothing"
    root = element(None, "testsuites", name=name)
    for report in reports:
        prefix = f"{report.provenance.submission}: " if len(reports) > 1 else ""
        for exercise in report.exercises:
            _suite(root, exercise, prefix, file)
    return document(root)


def _suite(root: Element, exercise: ExerciseResult, prefix: str, file: str) -> None:
    states = [case.status for case in exercise.cases]
    name = prefix + shown.exercise_title(exercise)
    suite = element(
        root,
        "testsuite",
        name=name,
        tests=str(len(states)),
        failures=str(states.count("failed")),
        errors=str(states.count("errored")),
        skipped=str(states.count("skipped")),
        time="0",
    )
    properties = element(suite, "properties")
    element(properties, "property", name="points", value=str(exercise.points))
    element(properties, "property", name="earned", value=str(exercise.earned))
    element(properties, "property", name="extra", value=str(exercise.extra).lower())
    help_of = {id(case): help_ for case, help_ in shown.helps(exercise)}
    for case, title in shown.unique_titles(exercise):
        where = {"file": file} if file else {}
        test = element(suite, "testcase", classname=name, name=title, time="0", **where)
        _outcome(test, case, help_of[id(case)])


def _outcome(test: Element, case: CaseResult, help_: str) -> None:
    details, word = case_details(case), shown.VERDICTS[case.status].word
    if case.status == "failed":
        text = "\n".join(part for part in (details, help_) if part)
        message = help_.partition("\n")[0] or word
        element(test, "failure", text, message=message)
    elif case.status == "errored":
        element(test, "error", help_, message=f"{word}; it costs no points")
    elif case.status in ("skipped", "unmarked"):
        element(test, "skipped", message=help_ or f"{word}, for the same reason")
    elif case.comment:
        element(test, "system-out", case.comment)


FORMAT = Format(
    "junit",
    "for CI systems that read JUnit XML, such as Jenkins",
    write,
    example="grader submit.ipynb --to junit=junit.xml",
    together=write_together,
)
