"""What each platform accepts, restated as checks: each raises AssertionError, or gives the total.

A check of a format that says no total gives None.

The sources are the platforms' own documentation and importers; docs/formats.md names them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

Number = float | int
ACTIVE = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def text(value: Any) -> bool:
    return isinstance(value, str)


def gradescope(content: str) -> Number:
    """Autograder specifications: known keys only, a score from somewhere, tests in their form."""
    made = json.loads(content)
    top = {"score", "execution_time", "output", "output_format", "test_output_format",
           "test_name_format", "visibility", "stdout_visibility", "extra_data", "tests",
           "leaderboard"}  # fmt: skip
    of_test = {"score", "max_score", "status", "name", "name_format", "number", "output",
               "output_format", "tags", "visibility", "extra_data"}  # fmt: skip
    formats = {"text", "html", "simple_format", "md", "ansi"}
    seen_by = {"visible", "hidden", "after_due_date", "after_published"}
    assert set(made) <= top
    assert {made[key] for key in made if key.endswith("_format")} <= formats
    assert made["visibility"] in seen_by
    for test in made.get("tests", []):
        assert set(test) <= of_test
        assert is_number(test["score"])
        assert is_number(test["max_score"])
        assert test["status"] in {"passed", "failed"}
        assert test["visibility"] in seen_by
        assert text(test["name"])
        assert text(test["output"])
        assert all(map(text, test["tags"]))
        assert re.fullmatch(r"\d+(\.\d+)*", test["number"])
    assert "score" in made or made.get("tests")
    if "score" in made:
        assert is_number(made["score"])
        return made["score"]
    return sum(test["score"] for test in made["tests"])


def coursera(content: str) -> Number:
    """The local tool: fractionalScore is a number from 0 to 1, no bool, and feedback is a text."""
    made = json.loads(content)
    assert is_number(made["fractionalScore"])
    assert 0 <= made["fractionalScore"] <= 1
    assert text(made["feedback"])
    assert made.get("feedbackType", "TXT") in {"HTML", "TXT"}
    return made["fractionalScore"]


def prairielearn(content: str) -> Number:
    """The result reader and the element that shows tests: points for all tests, at most 1 MB."""
    assert len(content.encode()) <= 1_000_000
    assert "\\u0000" not in content
    made = json.loads(content)
    assert is_number(made["score"])
    assert 0 <= made["score"] <= 1
    assert made["gradable"] is True
    for test in made["tests"]:
        assert is_number(test["points"])
        assert is_number(test["max_points"])
        assert all(text(test[key]) for key in ("name", "description", "message", "output"))
    assert text(made["message"])
    assert text(made["output"])
    return made["score"]


def classroom50(content: str) -> Number:
    """The schema result/v1 and the runner's validator: a closed object, whole points, no excess."""
    made = json.loads(content)
    required = {"schema", "classroom", "assignment", "assignment_type", "owner", "submission",
                "commit", "release", "review", "datetime", "score", "max-score", "tests"}  # fmt: skip
    assert required <= set(made) <= required | {"graded_at", "submitted_by"}
    assert made["schema"] == "classroom50/result/v1"
    assert made["assignment_type"] in {"individual", "group", "team"}
    assert made["submission"].startswith("submit/")
    for key in ("classroom", "assignment", "owner", "commit", "release", "review"):
        assert text(made[key])
        assert made[key]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", made["datetime"])
    for one in (made, *made["tests"]):
        assert whole(one["score"])
        assert whole(one["max-score"])
        assert one["score"] <= one["max-score"]
    for test in made["tests"]:
        assert text(test["test-name"])
        assert test["test-name"]
        assert isinstance(test["passed"], bool)
    return made["score"]


def lti(content: str) -> Number:
    """Assignment and Grade Services 2.0, score: a positive maximum, progress of the known words."""
    made = json.loads(content)
    assert set(made) <= {"userId", "scoreGiven", "scoreMaximum", "comment", "timestamp",
                         "activityProgress", "gradingProgress", "submission"}  # fmt: skip
    assert is_number(made["scoreGiven"])
    assert made["scoreGiven"] >= 0
    assert is_number(made["scoreMaximum"])
    assert made["scoreMaximum"] > 0
    assert made["activityProgress"] in {
        "Initialized",
        "Started",
        "InProgress",
        "Submitted",
        "Completed",
    }
    assert made["gradingProgress"] in {
        "FullyGraded",
        "Pending",
        "PendingManual",
        "Failed",
        "NotReady",
    }
    assert text(made["comment"])
    return made["scoreGiven"]


def edx(content: str) -> Number:
    """The reader of xqueue's replies: three keys, and a message that parses as XML."""
    made = json.loads(content)
    assert {"correct", "score", "msg"} == set(made)
    assert isinstance(made["correct"], bool)
    assert is_number(made["score"])
    assert made["score"] >= 0
    ET.fromstring(made["msg"])
    return made["score"]


def junit(content: str) -> Number:
    """Jenkins' junit-10.xsd as far as we use it: elements, their order, their attributes, counts."""
    allowed = {
        "testsuites": {"name"},
        "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
        "properties": set(),
        "property": {"name", "value"},
        "testcase": {"classname", "name", "time", "file"},
        "failure": {"message"},
        "error": {"message"},
        "skipped": {"message"},
    }
    root = ET.fromstring(content)
    assert root.tag == "testsuites"
    earned = 0.0
    for element in root.iter():
        assert set(element.attrib) <= allowed[element.tag], element.tag
    for suite in root:
        assert suite.tag == "testsuite"
        assert ["properties", *["testcase"] * int(suite.get("tests"))] == [
            element.tag for element in suite
        ]
        cases = suite.findall("testcase")
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name)) == sum(case.find(tag) is not None for case in cases)
        assert all(len(case) <= 1 for case in cases), "a test case has one outcome"
        names = [(case.get("classname"), case.get("name")) for case in cases]
        assert len(set(names)) == len(names), "only the first of a name is shown"
        assert all(name for _, name in names)
        found = {item.get("name"): item.get("value") for item in suite.find("properties")}
        earned += float(found["earned"])
    return earned


def github(content: str) -> str:
    """A step's summary: at most 1 MiB, no HTML of a learner's, one table with the total."""
    assert len(content.encode()) <= 1024 * 1024
    outside = re.sub(r"(?ms)^(`{3,})text\n.*?^\1$", "", content)
    assert "<" not in outside
    assert "@" not in outside
    (row,) = [line for line in outside.splitlines() if line.startswith("| **Total** |")]
    return re.search(r"\*\*([\d.]+ / [\d.]+( \+ [\d.]+ extra)?)\*\*", row)[1]


def commands(content: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them: kind, properties, message, all unescaped."""
    found = []
    for line in content.splitlines():
        kind, rest = re.fullmatch(r"::(warning|notice|error) (.*)", line).groups()
        properties, _, message = rest.partition("::")
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        assert set(pairs) <= {"file", "line", "endLine", "col", "title"}
        found.append((kind, {key: _undo(value) for key, value in pairs.items()}, _undo(message)))
    for kind in ("warning", "error"):
        assert sum(one[0] == kind for one in found) <= 10
    return found


def _undo(value: str) -> str:
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, letter)
    return value


def table(content: str) -> list[dict[str, str]]:
    """A CSV file: as many cells in each row as in the first, and none that a spreadsheet computes."""
    rows = list(csv.reader(io.StringIO(content), strict=True))
    assert {len(rows[0])} == {len(row) for row in rows}
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip(" \u00a0").startswith(ACTIVE), cell
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def spreadsheet(content: str) -> Number:
    (row,) = table(content)
    return float(row["total"])


class _Page(HTMLParser):
    """Notes elements and attributes, and whether each element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "link", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def html(content: str) -> str:
    """A page with our own elements alone, each closed, and nothing that runs or loads.

    Pictures are part of the page, and links lead to places in it.
    """
    page = _Page()
    page.feed(content)
    page.close()
    assert [] == page.open
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3",
        "p", "strong", "section", "span", "ul", "li", "pre", "code", "header", "main", "footer", "a",
        "link", "br", "bdi", "dl", "dt", "dd", "details", "summary", "table", "caption", "thead",
        "tbody", "tr", "th", "td", "figure", "figcaption", "img", "svg", "rect", "text", "line",
        "circle", "polyline"}  # fmt: skip
    assert page.attributes <= {"lang", "charset", "name", "content", "class", "http-equiv", "rel",
        "href", "src", "alt", "width", "height", "id", "tabindex", "scope", "dir", "open", "role",
        "aria-hidden", "aria-label", "aria-labelledby", "viewbox", "x", "y", "x1", "x2", "y1", "y2",
        "cx", "cy", "r", "rx", "points", "text-anchor"}  # fmt: skip
    assert "default-src &#39;none&#39;" in content
    assert all(place.startswith("#") for place in re.findall(r' href="(?!data:,")([^"]*)', content))
    assert all(
        source.startswith("data:image/png;") for source in re.findall(r' src="([^"]*)', content)
    )
    found = re.search(r"<strong>(\d+)</strong> of (\d+) points( <[^>]*>and (\d+) extra)?", content)
    return f"{found[1]} / {found[2]}" + (f" + {found[4]} extra" if found[4] else "")


CHECKS: dict[str, Callable[[str], Any]] = {
    "gradescope": gradescope, "coursera": coursera, "prairielearn": prairielearn,
    "classroom50": classroom50, "lti": lti, "edx": edx, "junit": junit, "gitlab": junit,
    "github": github, "csv": spreadsheet, "html": html,
}  # fmt: skip
