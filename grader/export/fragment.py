"""A report as a piece of HTML that is also well-formed XML, without scripts or links.

It is built of elements, so the XML writer escapes every text, whatever a learner's code says.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from grader.export.case_details import case_details
from grader.export.xml_text import allowed, element
from grader.report import CaseResult, ExerciseResult, Report
from grader.report import presentation as shown


def fragment(report: Report) -> str:
    """One ``div``: the points, then each exercise with its cases and the advice."""
    root = element(None, "div", class_="grader-report")
    element(root, "h1", report.provenance.assignment)
    total = element(root, "p", class_="total")
    element(total, "strong", shown.total(report))
    total[-1].tail = " points"
    if shown.doubt(report):
        element(root, "p", shown.doubt(report), class_="note")
    if report.cells:
        element(root, "h2", shown.unfinished(report))
        element(root, "p", shown.OTHERS_RAN)
        listed = element(root, "ul")
        for words in map(shown.cell_trouble, report.cells):
            element(listed, "li", words)
    for exercise in report.exercises:
        _exercise(root, exercise)
    for note in shown.remarks(report):
        element(root, "p", note, class_="note")
    return ET.tostring(root, encoding="unicode", short_empty_elements=False)


def _exercise(root: Element, exercise: ExerciseResult) -> None:
    section = element(root, "section")
    head = element(section, "h2", f"{shown.exercise_title(exercise)} ")
    right = exercise.earned == exercise.points
    kind = "points" if right else "points wrong"
    element(head, "span", f"{exercise.earned} / {exercise.points}", class_=kind)
    for words in shown.comments(exercise) if right else shown.told(exercise):
        element(section, "p", words, class_="advice")
    listed = element(section, "ul", class_="cases")
    first = shown.example(exercise)  # shown in full; the other cases by title
    for case in exercise.cases:
        _case(listed, case, exercise if case is first else None)
    for note in exercise.notes:
        element(section, "p", note, class_="note")


def _case(listed: Element, case: CaseResult, whole: ExerciseResult | None) -> None:
    item = element(listed, "li", class_=case.status)
    element(item, "b", shown.VERDICTS[case.status].word, class_="sign")
    points = f" ({case.earned} / {case.points})" if case.points else ""
    private = ", private" if case.private else ""
    item[-1].tail = f" {allowed(case.title)}{private}{points}"
    if whole is None:
        return
    details = case_details(case)
    if details:
        element(item, "pre", details)
    said = shown.told(whole) if whole.earned < whole.points else []
    if case.help and case.help not in said and not whole.hints_shown:
        element(item, "p", case.help, class_="help")
