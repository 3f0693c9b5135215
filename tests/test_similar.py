"""Who works alike: copies are found whatever their names, and nobody who worked alone."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_own_tests import code, notebook

from grader.commandline.class_output import identical
from grader.commandline.main import main
from grader.gradebook import Gradebook, Student
from grader.gradebook.records import Attempt
from grader.likeness.fingerprints import MOST, fingerprints, normalised
from grader.likeness.pairs import LINE, Comparison, Work, compare

RIGHT = """\
def dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out
"""
# A line of somebody's own work: five things to say it about, in many ways.
OWN = [
    "for i in range(len(values) - {0}):\n    total[i] += np.abs(values[i] * {1}) - {2}",
    "scores = [np.exp(-x / {0}) for x in values if x > {1} and x < {2}]",
    "while count < {0} and not done:\n    count = count * {1} + {2}\n    done = count % {0} == 0",
    "best = max(((abs(v) + {0}) ** {1}, -k) for k, v in enumerate(values[{2}:]))",
    "table = dict(sorted(zip(range({0}), values[::{1}]), key=lambda pair: pair[1] - {2}))",
]


def program(seed: int, lines: int = 8) -> str:
    """A right answer, and some work of one's own with random numbers in it."""
    chance = random.Random(seed)
    own = [
        chance.choice(OWN).format(*(chance.randrange(2, 90) for _ in range(3)))
        for _ in range(lines)
    ]
    return (
        RIGHT
        + "\ndef explore(values, total, count, done):\n    "
        + "\n".join(own).replace("\n", "\n    ")
    )


def renamed(source: str) -> str:
    """The same with other names, comments, quotes and layout."""
    for old, new in (("values", "xs"), ("total", "acc"), ("count", "n"), ("a_out", "result"),
                     ("units", "m"), ("best", "top"), ("scores", "q")):  # fmt: skip
        source = re.sub(rf"\b{old}\b", new, source)
    source = source.replace(" + ", "+").replace("):\n", "):  # mine\n\n")
    return '"""My own work."""\nimport math\n' + source


def work(name: str, source: str) -> Work:
    """A student's work."""
    cells = ((1, source),)
    return Work((name,), cells, fingerprints(cells))


def names(found: Comparison) -> set[frozenset[str]]:
    """The pairs that were found."""
    return {frozenset(pair.works[0].students + pair.works[1].students) for pair in found.pairs}


@pytest.mark.parametrize(
    "other",
    [
        renamed(program(1)),
        program(1).replace("    ", "\t"),
        "# %% my own\n" + program(1).replace("\n", "  # note\n"),
    ],
)
def test_names_comments_and_layout_do_not_count(other: str) -> None:
    """What says the same has the same fingerprints."""
    same = {mark.value for mark in fingerprints([(1, program(1))])}
    assert same == {mark.value for mark in fingerprints([(1, other)])}


def test_what_differs_has_other_fingerprints() -> None:
    """Numbers, operators, attributes and built-in names count."""
    for old, new in (("np.dot", "np.sum"), ("[:, j]", "[j, :]"), ("range", "reversed")):
        changed = {mark.value for mark in fingerprints([(1, RIGHT.replace(old, new))])}
        assert changed != {mark.value for mark in fingerprints([(1, RIGHT)])}


def test_in_a_class_of_800_the_copies_are_found_and_nobody_else() -> None:
    """Three pairs with other names, 300 who have just the right answer, 12 alike in a mistake."""
    works = [work(f"s{number}", program(number)) for number in range(480)]
    works += [work(f"r{number}", RIGHT.replace("units", f"u{number}")) for number in range(300)]
    wrong = RIGHT.replace("b[j]", "b[j] * 3 - np.mean(b) + np.log(1 + np.abs(z0)) * W[j, j]")
    works += [work(f"w{number}", wrong) for number in range(12)]
    copies = [7, 100, 333]
    works += [work(f"c{number}", renamed(program(number))) for number in copies]
    began = time.process_time()
    found = compare(works, ())
    seconds = time.process_time() - began
    assert {frozenset((f"s{number}", f"c{number}")) for number in copies} == names(found)
    assert 312 <= found.too_short
    assert found.typical < LINE / 2
    # Twice the class takes about twice as long: no two texts are ever compared.
    more = [work(f"t{number}", program(1000 + number)) for number in range(800)]
    began = time.process_time()
    compare([*works, *more], ())
    assert time.process_time() - began < 6 * seconds + 0.5


def test_a_copy_with_changes_is_found() -> None:
    """Half of it written anew leaves a pair, with the lines that both have."""
    half = program(5, 8)
    changed = renamed(half) + "\n" + program(900, 3).partition("def explore")[2].partition(":\n")[2]
    works = [work(f"s{number}", program(number)) for number in range(40)]
    found = compare([*works, work("copy", changed)], ())
    assert frozenset(("s5", "copy")) in names(found)
    (pair,) = [
        pair for pair in found.pairs if "copy" in {*pair.works[0].students, *pair.works[1].students}
    ]
    assert all(lines for lines in pair.lines)


def test_one_odd_thing_alike_is_no_copy() -> None:
    """Two who share something rare and little else are below the line, shown for comparison."""
    odd = "\n\ndef odd" + program(5000, 2).partition("def explore")[2]
    both = [work(name, program(seed, 6) + odd) for name, seed in (("a", 6000), ("b", 7000))]
    found = compare([*(work(f"s{number}", program(number)) for number in range(40)), *both], ())
    assert set() == names(found)
    assert {"a", "b"} <= {
        name for pair in found.below for each in pair.works for name in each.students
    }


def test_what_was_handed_out_counts_for_nobody() -> None:
    """Two who have the template alone are not alike; two short answers cannot be told."""
    template = {mark.value for mark in fingerprints([(1, program(3))])}
    both = [work("a", program(3)), work("b", renamed(program(3)))]
    assert set() == names(compare(both, template))
    assert 2 == compare(both, template).too_short
    assert {frozenset("ab")} == names(compare(both, ()))


@pytest.mark.parametrize(
    "source",
    ["(" * 20_000, "x = '" + "a" * 100_000, "\x00" * 100, "if x:\n" * 5_000, "a = 1 +\\\n" * 9_000,
     "\ud800 = 1", "1_ 0b2 $ ? `", "x = 1\n" * 5_000],
)  # fmt: skip
def test_hostile_code_is_fingerprinted_in_bounds(source: str) -> None:
    """Whatever stands in a file there are so many fingerprints at most, and no exception."""
    assert MOST >= len(fingerprints([(1, source)]))
    assert isinstance(list(normalised(source)), list)


def test_the_command_shows_the_pairs_and_changes_no_mark(tmp_path: Path) -> None:
    """Read in a worker, without the template; the page has both sides, and escapes them."""
    root = tmp_path / "a"
    given = "def given(x):\n    " + "\n    ".join(program(77).splitlines())
    notebook(
        root / "n.ipynb",
        code(given, grade_id="g", solution=False, grade=False),
        code("pass", grade_id="d", solution=True, grade=False),
        code("assert True", grade_id="t", grade=True, solution=False, points=1),
    )
    (root / "assignment.toml").write_text('title = "One"\nnotebook = "n.ipynb"\n')
    book, page = tmp_path / "b.gradebook", tmp_path / "alike.html"
    hostile = "\nx = '<script>alert(1)</script>'"
    sources = {f"s{number}": program(number) for number in range(6)}
    sources |= {"copy": renamed(program(2)) + hostile, "same": program(4), "bad": "def ("}
    with Gradebook(book, create=True) as opened:
        for name, source in sources.items():
            digest = str(hash(source))
            opened.note_student(Student(id=name))
            opened.note_submission(digest, [given, source])
            opened.note_attempt(Attempt(name, f"{name}.ipynb", None, "", digest, ""))
    (tmp_path / "given.ipynb").write_text(json.dumps({"cells": [code(given)]}))
    before = book.read_bytes()
    arguments = ["similar", str(book), "--to", str(page), "--assignment", str(root)]
    done = CliRunner().invoke(main, [*arguments, "--given", str(tmp_path / "given.ipynb")])
    assert 0 == done.exit_code, done.output
    assert "100 %  copy and s2" in done.output
    assert "the same code: same, s4" in done.output or "the same code: s4, same" in done.output
    assert "1 pairs alike of 8 submissions" in done.output
    text = page.read_text()
    assert ("<script>alert" in text, "&lt;script&gt;alert" in text) == (False, True)
    assert 2 <= text.count('class="line stopped"')
    assert before == book.read_bytes()


def test_a_run_names_who_handed_in_the_same_code() -> None:
    """Groups of two and more are named, the largest first, with an end to it."""
    assert "" == identical([["a"], ["b"]])
    said = identical([["a"], ["b", "c"], [f"s{number}" for number in range(9)]])
    assert "9 students: s0, s1, s2, s3, s4, s5 and 3 more\n" in said.splitlines(keepends=True)[0]
    assert "2 students: b, c" in said
    assert "and 3 more such groups" in identical([["a", "b"]] * 8)
