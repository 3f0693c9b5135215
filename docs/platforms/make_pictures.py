"""Makes the pictures of these pages: ``python docs/platforms/make_pictures.py`` (needs chromium).

Names after it make those alone.

Each shows what we hand over, read by the platform's rules, not the platform's own pages: one real
submission is graded, written in each format, and what is written is laid out.
"""

from __future__ import annotations

import csv
import html
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import markdown_it
from PIL import Image, ImageChops

from grader import grade, sheets
from grader.export import classroom50_, format_named
from grader.gradebook.classes import Class, Row, Student
from grader.report import Report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIGHT = ROOT / "tests/golden/complete_course_like_90_cells/submit.ipynb"
SLIP = ("W[:, j]", "W[j]")
STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 1.2rem; max-width: 54rem; color: #222; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .6rem;
  border-bottom: 1px solid #ddd; vertical-align: top; } th { color: #555; font-weight: 600; }
pre { margin: .2rem 0; font-size: .78rem; white-space: pre-wrap; background: #f5f5f5;
  padding: .4rem .6rem; }
blockquote { border-left: 4px solid #c65d00; margin: .5rem 0; padding: 0 .8rem; }
.ok { color: #1c63bd; } .not { color: #c65d00; } .later { color: #777; }
mark { background: #dbe9fb; padding: 0 .2rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; }
"""
MOST_ROWS = 9
TALLEST = 820


def escaped(text: object) -> str:
    """Text in HTML."""
    return html.escape(str(text))


def rows(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A table of ready HTML; rows beyond the first few are counted."""
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in body]
    top = "".join(f"<th>{escaped(one)}</th>" for one in head)
    rest = len(lines) - MOST_ROWS
    shown = "".join(f"<tr>{line}</tr>" for line in lines[:MOST_ROWS])
    more = f"<p class='later'>and {rest} more</p>" if rest > 0 else ""
    return f"<table><tr>{top}</tr>{shown}</table>{more}"


def verdict(*, right: bool) -> str:
    """A word in the house's colours."""
    return "<b class='ok'>passed</b>" if right else "<b class='not'>failed</b>"


def picked(tests: list[Any], wrong: Callable[[Any], bool]) -> list[Any]:
    """Right ones and wrong ones, so that a picture shows both."""
    return [one for one in tests if not wrong(one)][:3] + [one for one in tests if wrong(one)]


def gradescope(report: Report) -> str:
    """The tests of results.json, with who sees them when."""
    tests = json.loads(format_named("gradescope").write(report))["tests"]
    chosen = picked(tests, lambda one: one["status"] == "failed")[:6]
    chosen += [one for one in tests if one["visibility"] != "visible"][8:11]
    seen = {"visible": "at once", "after_published": "when grades are published"}
    return rows(
        ("name, output", "score", "status", "the student sees it"),
        (
            (
                escaped(one["name"])
                + (f"<pre>{escaped(one['output'])}</pre>" if one["output"] else ""),
                f"{one['score']}/{one['max_score']}",
                verdict(right=one["status"] == "passed"),
                f"<span class='later'>{seen[one['visibility']]}</span>",
            )
            for one in chosen
        ),
    )


def prairielearn(report: Report) -> str:
    """The tests of results.json."""
    made = json.loads(format_named("prairielearn").write(report))
    chosen = picked(made["tests"], lambda one: one["points"] < one["max_points"])
    body = (
        (
            escaped(one["name"])
            + f"<br><span class='later'>{escaped(one['description'])}</span>"
            + "".join(
                f"<pre>{escaped(one[key])}</pre>" for key in ("output", "message") if one[key]
            ),
            f"{one['points']}/{one['max_points']}",
        )
        for one in chosen
    )
    words = f"<p><b>Score: {made['score']:.0%}</b> {escaped(made['message'])}</p>"
    return words + rows(("test", "points"), body)


def classroom50(report: Report) -> str:
    """The table that the runner puts on the release."""
    given = {"CLASSROOM": "cs101", "ASSIGNMENT": "week-1", "USERNAME": "ada"}
    made = json.loads(classroom50_.result(report.for_student(), given, "2026-11-27T21:00:00Z"))
    chosen = picked(made["tests"], lambda one: not one["passed"])
    body = (
        (
            escaped(one["test-name"]),
            verdict(right=one["passed"]),
            f"{one['score']} / {one['max-score']}",
        )
        for one in chosen
    )
    head = f"<h3>classroom50 autograde: {made['score']}/{made['max-score']}</h3>"
    return head + rows(("Test", "Result", "Score"), body)


def github(report: Report) -> str:
    """The job's summary, and the annotations as a list."""
    shown = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(
        format_named("github").write(report)
    )
    said = format_named("github").write_stdout(report, "C2_W1_Assignment.ipynb").splitlines()
    return shown + "".join(f"<pre>{escaped(line)}</pre>" for line in said)


def gitlab(report: Report) -> str:
    """The unit test report: suite, name, status."""
    cases = list(ET.fromstring(format_named("gitlab").write(report)).iter("testcase"))  # noqa: S314 - our own
    chosen = picked(cases, lambda one: one.find("failure") is not None)
    body = (
        (
            escaped(one.get("classname")),
            escaped(one.get("name"))
            + "".join(f"<pre>{escaped(part.text)}</pre>" for part in one if part.text),
            verdict(right=one.find("failure") is None),
        )
        for one in chosen
    )
    return rows(("Suite", "Name", "Status"), body)


def lti(report: Report) -> str:
    """The fields of the score, and what each is for."""
    made = json.loads(format_named("lti").write(report))
    uses = {
        "scoreGiven": "the points, extra ones included",
        "scoreMaximum": "what the column is out of",
        "comment": "what the student reads beside them",
        "activityProgress": "there is nothing left for the student to do",
        "gradingProgress": "the points count at once",
    }
    body = (
        (escaped(key), f"<pre>{escaped(value)}</pre>", f"<span class='later'>{uses[key]}</span>")
        for key, value in made.items()
    )
    return rows(("field", "value", "the platform takes it for"), body)


def page(name: str) -> Callable[[Report], str]:
    """A format that is HTML already."""
    if name == "edx":
        return lambda report: str(json.loads(format_named("edx").write(report))["msg"])
    return format_named("html").write


def sheet(name: str, downloaded: str, column: int) -> Callable[[Report], str]:
    """A sheet with the filled cells marked."""

    def laid_out(report: Report) -> str:
        people = (("101", "Ada", "Lovelace", report.total.sum), ("102", "Carl", "Gauss", 92))
        body = tuple(
            Row(
                student=Student(id=id_, first_name=first, last_name=last),
                report=report,
                points=points,
            )
            for id_, first, last, points in people
        )
        whole = Class(title="Week 1", points=report.total.points, extra_points=10, rows=body)
        form = sheets.class_format_named(name)
        downloaded_ = downloaded.replace("POINTS", str(report.total.points))
        text = (
            form.fill(whole, downloaded_, "")
            if form.fill
            else form.make(whole)
            if form.make
            else ""
        )
        head, *lines = csv.reader(io.StringIO(text))
        marked = (
            [
                f"<mark>{cell}</mark>" if at == column and cell.isdigit() else cell[:60]
                for at, cell in enumerate(line)
            ]
            for line in lines
        )
        return rows(head, marked)

    return laid_out


CANVAS = """Student,ID,SIS Login ID,Section,Week 0 (11),Week 1 (12),Notes
    Points Possible,,,,10,POINTS,
"Lovelace, Ada",101,ada,A,9.5,,brings cake
"Gauss, Carl",102,carl,A,EX,,
"Noether, Emmy",103,emmy,B,,,
"""
MOODLE = """Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade),Feedback comments
Participant 101,Ada Lovelace,Submitted for grading,,POINTS.00,-,
Participant 102,Carl Gauss,Submitted for grading,,POINTS.00,-,
Participant 103,Emmy Noether,No submission,,POINTS.00,-,
"""
PICTURES: dict[str, Callable[[Report], str]] = {
    "gradescope": gradescope, "coursera": page("html"), "prairielearn": prairielearn,
    "classroom50": classroom50, "github": github, "gitlab": gitlab, "edx": page("edx"),
    "lti": lti,
    "canvas": sheet("canvas", CANVAS, 5), "moodle": sheet("moodle", MOODLE, 3),
    "nbgrader": sheet("nbgrader", "", 9),
}  # fmt: skip


def trimmed(path: Path) -> None:
    """Cut what is empty below, and what is more than a screen."""
    with Image.open(path) as picture:
        empty = Image.new("RGB", picture.size, "white")
        box = ImageChops.difference(picture.convert("RGB"), empty).getbbox()
        bottom = min(box[3] + 16 if box else TALLEST, TALLEST, picture.height)
        cut = picture.crop((0, 0, picture.width, bottom)).convert(
            "P", palette=Image.Palette.ADAPTIVE
        )
    cut.save(path, optimize=True)


def main() -> None:
    """Grade once, then one picture for each platform."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("chromium is needed for the pictures")
    with tempfile.TemporaryDirectory() as folder:
        submission = Path(folder) / "C2_W1_Assignment.ipynb"
        text = RIGHT.read_text(encoding="utf-8")
        if SLIP[0] not in text:
            sys.exit(f"there is no {SLIP[0]} to go wrong in {RIGHT}")
        submission.write_text(text.replace(*SLIP), encoding="utf-8")
        report = grade(submission)
    for name in sys.argv[1:] or PICTURES:
        draw = PICTURES[name]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            drawn = draw(report)
            whole = drawn.startswith("<!DOCTYPE")
            body = f"<meta charset='utf-8'><style>{STYLE}</style><body>{drawn}</body>"
            path.write_text(drawn if whole else body, encoding="utf-8")
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                       "--disable-background-networking", f"--user-data-dir={folder}/profile",
                       "--window-size=900,1500", f"--screenshot={HERE / name}.png"]  # fmt: skip
            subprocess.run([browser, *options, str(path)], check=True, capture_output=True)  # noqa: S603
            trimmed(HERE / f"{name}.png")


if __name__ == "__main__":
    main()
