"""The student's page and the class page: complete, closed where it must be, and safe."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import make_formats
import make_pages
import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from test_report import PROVENANCE, SECRETS, case, exercise, made, reports

from grader.commandline.main import main
from grader.gradebook.classes import Class, Late, Override, Row, Student
from grader.pages import class_page, html
from grader.pages import class_summary as summary
from grader.pages.student_page import student_page
from grader.report import Report
from grader.suite import Suite

patient = settings(deadline=None)  # a busy machine is no failure
TEMPLATES = Path(html.__file__).parent / "templates"
HOSTILE = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", '" onload="alert(1)',
    "' onmouseover='alert(1)", "{{ 7 * 7 }}{% raw %}", "]]>--></pre></svg>", "&lt;b&gt;", "`<i>`",
    "javascript:alert(1)", "\x1b[31m\u202egnp.exe\x00", "a\n<b>\n", "\ud800",
]  # fmt: skip
texts = st.sampled_from(HOSTILE) | st.text(max_size=20)
LETTERS = str.maketrans({"<": "\ue000", ">": "\ue001", "&": "\ue002", '"': "\ue003", "'": "\ue004"})


class Structure(HTMLParser):
    """Counts the elements of a page with the names of their attributes, and keeps its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.links: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found[tag, tuple(name for name, _ in attrs)] += 1
        self.links |= {str(value) for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(one: Any, pick: Any) -> Any:
    """The same data with each text replaced; what has a fixed set of values stays."""
    if isinstance(one, str):
        fixed = {"passed", "failed", "skipped", "errored", "instructor", "student", "full",
                 "strong", "weak", "none", "histogram", "curve", "images", "grid"}  # fmt: skip
        return one if one in fixed or not one else pick()
    if isinstance(one, dict):
        return {key: hostile(value, pick) for key, value in one.items()}
    return [hostile(part, pick) for part in one] if isinstance(one, list) else one


def harmless(one: Any) -> Any:
    """The same data with letters for the signs that mean something in HTML."""
    if isinstance(one, str):
        return one.translate(LETTERS)
    if isinstance(one, dict):
        return {key: harmless(value) for key, value in one.items()}
    return [harmless(part) for part in one] if isinstance(one, list) else one


def rows(*given_reports: Report | None) -> Class:
    """A class of these reports."""
    return Class(
        title="T", points=20, extra_points=0,
        rows=tuple(
            Row(student=Student(id=f"s{number}"), report=one,
                points=one.total.sum if one else None)
            for number, one in enumerate(given_reports)
        ),
    )  # fmt: skip


def test_golden_class_page() -> None:
    """The class page is what it was; after a wanted change, run make_pages.py."""
    expected = make_pages.PATH.read_text(encoding="utf-8")
    assert expected == make_pages.bare(class_page.class_page(make_pages.example()))


@patient
@given(st.data())
def test_no_text_becomes_part_of_the_students_page(data: st.DataObject) -> None:
    """Whatever texts are in a report, the page has the elements it has with harmless letters."""
    plain = msgspec.to_builtins(make_formats.example(), builtin_types=(bytes,))
    tree = hostile(plain, lambda: data.draw(texts))
    given_page, other = (
        student_page(msgspec.convert(one, Report), name=tree["notes"][0])
        for one in (tree, harmless(tree))
    )
    assert Structure(other).found == Structure(given_page).found
    assert all(re.match(r"#exercise-\d+$|data:", link) for link in Structure(given_page).links)


@patient
@given(st.data())
def test_no_text_becomes_part_of_the_class_page(data: st.DataObject) -> None:
    """Nor that of students' names, of reasons and of files, whoever chose them."""
    plain = msgspec.to_builtins(make_pages.example(), builtin_types=(bytes,))
    tree = hostile(plain, lambda: data.draw(texts))
    for number, row in enumerate(tree["rows"]):
        row["student"]["id"] += str(number)  # as in a gradebook, each has one of their own
    given_page, other = (
        class_page.class_page(msgspec.convert(one, Class)) for one in (tree, harmless(tree))
    )
    assert Structure(other).found == Structure(given_page).found
    links = Structure(given_page).links
    assert all(re.match(r"#[a-z]+$|data:,$|students/[a-z0-9-]+\.html$", link) for link in links)


@patient
@given(reports)
def test_any_report_has_its_pages(one: Report) -> None:
    """There is no report of which no page can be made, and none holds a control character."""
    for page in (student_page(one), class_page.class_page(rows(one, None, one))):
        page.encode()
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_text_is_shown_as_it_was_written() -> None:
    """What is escaped reads as the learner wrote it; names in backticks are code."""
    words = "if a < b && c > \"d\": print('&amp;')"
    wrong = case("one", 0, 1, got=words, help=f"Look at `{words}` again.")
    page = student_page(made(exercise(wrong)))
    assert 2 == Structure(page).text.count(words)
    assert f"<code>{html.tag('{x}', x=words)}</code> again." in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a <code>b</code> c"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("one ` alone <", "one ` alone &lt;"),
        ("", ""),
    ],
)
def test_prose(text: str, expected: str) -> None:
    """Backticks in pairs are code; a single one stays what it is."""
    assert expected == str(html.prose(text))


def test_a_page_asks_for_nothing_and_runs_nothing_else() -> None:
    """No address, and a policy that allows the page's own style and script alone."""
    for page in (student_page(make_formats.example()), class_page.class_page(make_pages.example())):
        assert "http:" not in page
        assert "https:" not in page
        assert not re.search(r"url\(|@import|\bon\w+=|\bstyle=", page)
        assert "default-src &#39;none&#39;" in page
        assert "unsafe" not in page
    assert "<script" not in student_page(make_formats.example())


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.j2")), ids=lambda path: path.name)
def test_templates_never_leave_the_escaping(path: Path) -> None:
    """No template calls anything safe, and each attribute's value stands in quotes."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|autoescape|Markup|xmlattr|=\{\{", text)


def test_a_students_page_keeps_private_cases_closed() -> None:
    """Even made of the instructor's report it has a private case's title and verdict alone."""
    private = case("hidden", 0, 2, private=True, note="secret note", where="secret where",
                   outcome="secret outcome", help="Look at W.", **SECRETS)  # fmt: skip
    for page in (
        student_page(made(exercise(private))),
        class_page.class_page(make_pages.example()),
    ):
        assert "secret" not in page
        assert not re.search("SECRET-(CALL|ANSWER|GOT|WHERE|PRINTED|NOTE|WHY|OUTCOME)", page)
    assert "hidden" in student_page(made(exercise(private)))


def test_one_example_is_shown_and_it_is_one_that_may_be_shown() -> None:
    """A public case that is wrong comes before a private one and before the grader's own fault."""
    part = exercise(
        case("ours", 1, 1, status="errored", help="Ours."),
        case("closed", 0, 1, private=True, help="Open."),
        case("open", 0, 1, called="f(1)", expected="2", got="3", help="Open."),
        case("more", 0, 1, called="f(2)", got="4", help="More."),
    )
    page = student_page(made(msgspec.structs.replace(part, message="Open.")))
    assert "<code>f(1)</code>" in page
    assert "<code>f(2)</code>" not in page
    assert "<p>Open.</p>" in page
    assert "<h3>Look at this case</h3>" in page


def test_the_hints_are_those_that_are_shown_and_begin_with_the_message() -> None:
    """The message stands in the place of the first hint; without hints a case's help does."""
    part = exercise(case("one", 0, 1, help="Help of the case."))
    part = msgspec.structs.replace(
        part, message="First, in other words.", hints=("First.", "Second.", "Third."), hints_shown=2
    )
    page = student_page(made(part))
    assert "<p>First, in other words.</p>" in page
    assert "<p>Second.</p>" in page
    assert not re.search("<p>First.</p>|Third|Help of the case", page)
    without = student_page(made(msgspec.structs.replace(part, hints_shown=0)))
    assert "<p>Help of the case.</p>" in without
    assert not re.search("First|Second", without)


def test_the_page_starts_with_what_is_required() -> None:
    """The first exercise to work on is one that is required, if any of them is not right."""
    extra = exercise(case("a", 0, 1), extra=True)
    wrong = exercise(case("b", 0, 1))
    right = exercise(case("c", 1, 1))
    assert 'Start with <a href="#exercise-2">' in student_page(made(extra, wrong))
    assert "All that is required is right." in student_page(made(extra, right))
    assert "Everything is right." in student_page(made(right))


def test_a_file_that_could_not_be_graded_says_why() -> None:
    """A report without verdicts is no praise."""
    page = student_page(msgspec.structs.replace(made(), refused="x.ipynb is empty"))
    assert "could not be graded: x.ipynb is empty" in page
    assert "Well done" not in page


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_address_of_a_students_page_is_safe_and_their_own(one: str, other: str) -> None:
    """Whatever an id holds, its page lies in the folder, and no two students share one."""
    first, second = (class_page.address(Row(student=Student(id=name))) for name in (one, other))
    assert re.fullmatch(r"students/[a-z0-9-]+\.html", first)
    assert (first == second) is (one.encode("utf-8", "replace") == other.encode("utf-8", "replace"))


def test_a_mark_that_is_not_the_sum_is_explained() -> None:
    """Late days and points set by hand are told, the reason for the latter is not."""
    one = make_formats.example()  # 15 points
    row = Row(student=Student(id="a"), report=one, points=15)
    assert "" == row.mark_words
    late = msgspec.structs.replace(row, points=10, late=Late(days=1, deducted=5))
    assert "The mark is 10: 15 points, less 5 for being 1 day late." == late.mark_words
    by_hand = Override(points=20, who="R", why="no", at="2026-11-20T10:00:00Z")
    said = msgspec.structs.replace(row, points=20, override=by_hand).mark_words
    assert "The mark is 20: it was set by hand." == said


def test_pages_are_written_and_linked(tmp_path: Path) -> None:
    """The class page and a page for each student, graded or not; every link leads somewhere."""
    index = class_page.write_class_pages(make_pages.example(), tmp_path / "new" / "pages")
    links = {link for link in Structure(index.read_text(encoding="utf-8")).links if "/" in link}
    written = {f"students/{path.name}" for path in (index.parent / "students").iterdir()}
    assert 4 == len(written)
    assert written == links


def test_distribution() -> None:
    """Intervals are a tenth of the required points; full points begin one of their own."""
    one = made(exercise(case("a", 20, 20)))
    klass = rows(one, made(exercise(case("a", 0, 20))), None)
    found = summary.distribution(klass)
    assert found is not None
    assert (1, *[0] * 9, 1) == found.groups[0].counts
    assert (0.0, 2.0, 22.0) == (found.edges[0], found.edges[1], found.edges[-1])
    assert "2 marks: mean 10.0, median 10, lowest 0, highest 20" in found.about
    assert summary.distribution(rows(None)) is None


def test_misconceptions_and_endings_are_counted_by_students() -> None:
    """The most frequent first, each student once, the grader's own failures foremost."""

    def wrong(*mistakes: str, **more: Any) -> Report:
        part = exercise(case("a", 0, 1, **more), case("b", 0, 1, **more))
        part = msgspec.structs.replace(part, mistakes=mistakes, misconceptions=mistakes)
        return made(part)

    klass = rows(
        wrong("x", "y", outcome="timed_out"), wrong("x", outcome="raised", got="KeyError: 1"),
        wrong("y", "x", outcome="timed_out"), wrong(status="errored"), wrong(outcome="returned"),
        wrong(status="skipped", outcome="missing"),
    )  # fmt: skip
    found = summary.misconceptions(klass.rows)
    assert [("x", 3), ("y", 2)] == [(one.id, len(one.rows)) for one in found]
    assert ("x",) == found[0].exercise.mistakes  # the example has this mistake alone
    endings = [
        (ending.what, ending.cases, len(ending.rows)) for ending in summary.endings(klass.rows)
    ]
    assert [
        ("the grader failed, at no cost to the student", 2, 1),
        ("no answer in time", 4, 2),
        ("KeyError", 2, 1),
    ] == endings


def test_a_graded_class_has_its_pages(suite: Suite, tmp_path: Path) -> None:
    """From files to pages with two commands; whatever a file's name holds, it is text there."""
    assert suite.has_private
    folder = tmp_path / "in"
    folder.mkdir()
    wrong = "def my_dense(a_in, W, b, g):\n    return '<img src=x onerror=alert(1)>'\n"
    (folder / "<b>&.py").write_text(wrong, encoding="utf-8")
    (folder / "empty.py").write_text("", encoding="utf-8")
    book = tmp_path / "x.gradebook"
    graded = CliRunner().invoke(main, ["grade", str(folder), "--book", str(book)])
    assert book.is_file(), graded.output
    done = CliRunner().invoke(main, ["class", str(book), "--to", str(tmp_path / "out")])
    assert (0, str(tmp_path / "out" / "index.html")) == (done.exit_code, done.output.strip())
    index = Structure((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert "<b>&" in index.text
    assert "empty.py is empty" in index.text
    pages = sorted((tmp_path / "out" / "students").iterdir())
    (page,) = [path for path in pages if not path.name.startswith("empty")]
    text = Structure(page.read_text(encoding="utf-8")).text
    assert "return '<img src=x onerror=alert(1)>'" in text


def test_the_command_needs_a_gradebook(tmp_path: Path) -> None:
    """Without one it says so and exits with 2; nothing is written."""
    done = CliRunner().invoke(main, ["class", str(tmp_path / "no"), "--to", str(tmp_path / "out")])
    assert 2 == done.exit_code
    assert "there is no gradebook" in done.output
    assert not (tmp_path / "out").exists()


def test_the_provenance_is_on_the_page() -> None:
    """A student can see which grader, libraries and protection a mark rests on."""
    page = student_page(made(exercise(case("a", 1, 1))))
    assert PROVENANCE.digest in page
    assert PROVENANCE.level in page
