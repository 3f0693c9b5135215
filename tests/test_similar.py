"""Who works alike: copies are found whatever their names, and nobody who worked alone."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_answers import mutated, retold, styled
from test_own_tests import code, notebook

from grader.commandline.class_output import identical
from grader.commandline.main import main
from grader.gradebook import Gradebook, Student
from grader.gradebook.records import Attempt
from grader.likeness.alike_pairs import LINE, Comparison, Work, compare
from grader.likeness.rarity import Rarity
from grader.likeness.statements import MOST, statements

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
    """A right answer, and two functions of one's own with random numbers in them."""
    chance = random.Random(seed)
    own = [
        chance.choice(OWN).format(*(chance.randrange(2, 90) for _ in range(3)))
        for _ in range(lines)
    ]
    functions = (own[: lines // 2], own[lines // 2 :])
    return RIGHT + "".join(
        f"\ndef {name}(values, total, count, done):\n    "
        + "\n".join(function).replace("\n", "\n    ")
        + "\n"
        for name, function in zip(("explore", "compare"), functions, strict=True)
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
    return Work((name,), cells, statements(cells))


def values(source: str) -> set[int]:
    """The statements of code as they are compared."""
    return {statement.value for statement in statements([(1, source)])}


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
    """What says the same has the same statements."""
    assert values(program(1)) == values(other)


def test_what_differs_has_other_statements() -> None:
    """Numbers, operators, attributes, built-in names and which name stands where count."""
    for old, new in (("np.dot", "np.sum"), ("[:, j]", "[j, :]"), ("range", "reversed"),
                     ("a_out[j] = g(z)", "a_out[j] = z(j)")):  # fmt: skip
        assert values(RIGHT) != values(RIGHT.replace(old, new))


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
    assert 312 <= found.too_plain < 320
    assert 0.6 > found.typical
    # Twice the class has four times the pairs; no two texts are ever compared.
    more = [work(f"t{number}", program(1000 + number)) for number in range(800)]
    began = time.process_time()
    compare([*works, *more], ())
    assert time.process_time() - began < 8 * seconds + 0.5


def test_a_copy_with_changes_is_found() -> None:
    """Some of it written anew leaves a pair, with the lines that both have."""
    changed = renamed(program(5, 16)) + program(900, 3).removeprefix(RIGHT)
    works = [work(f"s{number}", program(number, 16)) for number in range(40)]
    found = compare([*works, work("copy", changed)], ())
    assert frozenset(("s5", "copy")) in names(found)
    (pair,) = [
        pair for pair in found.pairs if "copy" in {*pair.works[0].students, *pair.works[1].students}
    ]
    assert all(lines for lines in pair.lines)


def test_one_odd_thing_alike_is_no_copy() -> None:
    """Two who share something rare and little else are below the line, shown for comparison."""
    odd = "\n\ndef odd" + program(5000, 4).partition("def explore")[2].partition("\ndef")[0]
    both = [work(name, program(seed, 6) + odd) for name, seed in (("a", 6000), ("b", 7000))]
    found = compare([*(work(f"s{number}", program(number)) for number in range(40)), *both], ())
    assert set() == names(found)
    assert {"a", "b"} <= {
        name for pair in found.below for each in pair.works for name in each.students
    }


@pytest.mark.parametrize("way", ["styled", "mutated"])
def test_who_writes_short_right_answers_is_no_pair(way: str) -> None:
    """Of 400 who wrote the same three short functions alone, no two are alike; copies are found.

    What is copied is known to nobody else; of those that can be told at all most are found.
    """
    chance = random.Random(way)
    known = {name: list(dict.fromkeys(styled(chance)[name] for _ in range(60)))
             for name in ("my_dense", "my_sequential", "my_dense_v")}  # fmt: skip
    answers = [styled(chance) if way == "styled" else mutated(known, chance) for _ in range(400)]
    works = [work(f"s{number}", "\n".join(cells.values())) for number, cells in enumerate(answers)]
    assert set() == names(compare(works, ()))
    kinds = [frozenset(values("\n".join(cells.values()))) for cells in answers]
    lone = [number for number, kind in enumerate(kinds) if kinds.count(kind) == 1]
    chosen = chance.sample(lone, 20)
    copies = [
        work(f"c{number}", "\n".join(retold(cell, chance) for cell in answers[number].values()))
        for number in chosen
    ]
    found = names(compare([*works, *copies], ()))
    assert found <= {frozenset((f"s{number}", f"c{number}")) for number in chosen}
    assert 8 <= len(found)


def test_what_is_written_together_weighs_once() -> None:
    """Five lines that always come together are one choice; five that do not are five."""
    together = [{1, 2, 3, 4, 5}] * 10 + [{10 + number} for number in range(90)]
    apart = [{number % 10, 10 + number // 10} for number in range(100)]
    assert 6 > Rarity(together).evidence([{1, 2, 3, 4, 5}])
    assert Rarity(apart).alone(3) + Rarity(apart).alone(13) == pytest.approx(
        Rarity(apart).evidence([{3}, {13}])
    )


def test_the_page_says_what_it_cannot_tell() -> None:
    """A whole copy of a common answer cannot be told, and is counted as such."""
    works = [work(f"s{number}", RIGHT) for number in range(30)] + [work("own", program(1))]
    found = compare(works, ())
    assert 30 == found.too_plain
    assert not found.pairs
    assert 0 < LINE < 1


def test_what_was_handed_out_counts_for_nobody() -> None:
    """Two who have the template alone are not alike."""
    both = [work("a", program(3)), work("b", renamed(program(3)))]
    assert set() == names(compare(both, values(program(3))))
    assert 2 == compare(both, values(program(3))).too_plain
    assert {frozenset("ab")} == names(compare(both, ()))


@pytest.mark.parametrize(
    "source",
    ["(" * 20_000, "x = '" + "a" * 100_000, "\x00" * 100, "if x:\n" * 5_000, "a = 1 +\\\n" * 9_000,
     "\ud800 = 1", "1_ 0b2 $ ? `", "x = 1\n" * 5_000],
)  # fmt: skip
def test_hostile_code_is_compared_in_bounds(source: str) -> None:
    """Whatever stands in a file there are so many statements at most, and no exception."""
    assert MOST >= len(statements([(1, source)]))


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
    assert re.search(r"9\d %  copy and s2, by chance in one of [\d,]+ such classes", done.output)
    assert "the same code: same, s4" in done.output or "the same code: s4, same" in done.output
    assert "1 pair alike among 8 different submissions" in done.output
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
