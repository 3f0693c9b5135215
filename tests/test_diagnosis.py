"""Naming the mistake behind wrong answers: exactly or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.assignment import places
from grader.diagnosis import catalogue, hintbook
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.faults import CatalogueError
from grader.diagnosis.hintbook_knowledge import BookKnowledge
from grader.diagnosis.hintbook_making import Question, make_book
from grader.diagnosis.names import bound, defined, nearest
from grader.diagnosis.rehearsals import Rehearsals
from grader.diagnosis.trial_runs import Rehearsal
from grader.grading.grader import Grader
from grader.protocol.probes import Call
from grader.protocol.values import Function, array
from grader.suite import Suite

TEMPLATE = """
def area(sides, g):
    total = 0
    for side in sides:
        total = total + side * side
    return g(total)
"""
ENTRIES = {
    "sides_not_squares": ("side * side", "side"),
    "last_side_alone": ("total + side * side", "side * side"),
    "without_the_last_step": ("g(total)", "total"),
    "nothing_comes_out": ("side * side", "side * 0"),
    "counts_from_nowhere": ("total = 0\n", "total = None\n"),
}
GLOBAL = '''"""It reads the notebook's own numbers.

1: Look. 2 lines above?
2: Seen.
3: Elsewhere.
"""
# %%
def area(sides, g):
    return g(sum(side * side for side in my_sides))
# %% recognised by
def recognise(facts):
    return "my_sides" in facts.free
'''
PROBES = tuple(
    Call("area", ("sides", "g"), (array(sides), Function(g)))
    for sides in ([1.5, 2.25, 3.125], [0.3], [4.1, 0.7])
    for g in ("linear", "bent")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue on disk: a template and mistakes that differ from it in a line each."""
    mistakes = tmp_path / "mistakes" / "area"
    mistakes.mkdir(parents=True)
    (mistakes / "_template.py").write_text(TEMPLATE.lstrip())
    for name, (old, new) in ENTRIES.items():
        hints = "".join(f"{tier}: {name}, hint {tier}.\n" for tier in (1, 2, 3))
        text = f'"""What {name} means.\n\n{hints}"""\n# %%\n{TEMPLATE.replace(old, new)}'
        (mistakes / f"{name}.py").write_text(text)
    (mistakes / "reads_a_global.py").write_text(GLOBAL)
    return tmp_path


@pytest.fixture
def known(folder: Path) -> Catalogue:
    """The same, loaded."""
    return catalogue.load_catalogue(folder)


def evidence(source: str) -> Evidence:
    """What a submission with this source would have answered."""
    right, asked = Rehearsal(TEMPLATE, "", {}), Rehearsal(source, "", {})
    answers = tuple(
        JudgedAnswer(
            probe, asked.observe(probe), asked.observe(probe) != right.observe(probe), public=True
        )
        for probe in PROBES
    )
    return Evidence("area", "area", answers, source)


def named(known: Catalogue, source: str) -> list[str]:
    """The names of the mistakes that are found."""
    return [
        entry.name for entry in Diagnoser(Rehearsals(known, {})).diagnose(evidence(source)).entries
    ]


def test_an_entry_says_what_it_is(known: Catalogue) -> None:
    """A file is an entry: its name, what it says, three hints, the variants."""
    (entry,) = [mistake for mistake in known.mistakes if mistake.name == "last_side_alone"]
    assert "area/last_side_alone" == entry.id
    assert "What last_side_alone means." == entry.says
    assert ("last_side_alone, hint 1.", "last_side_alone, hint 2.") == entry.hints[:2]
    assert 1 == len(entry.variants)
    assert known.of("area") == known.mistakes


@pytest.mark.parametrize("name", [name for name in ENTRIES if name != "nothing_comes_out"])
def test_every_mistake_is_named(known: Catalogue, name: str) -> None:
    """The catalogue's own programs are recognised."""
    old, new = ENTRIES[name]
    assert [name] == named(known, TEMPLATE.replace(old, new))


def test_another_spelling_of_a_mistake_is_named(known: Catalogue) -> None:
    """It is the answers that count, not how they are computed."""
    assert ["sides_not_squares"] == named(known, "def area(s, f): return f(sum(s))\n")


def test_a_mistake_that_nobody_knows_is_not_named(known: Catalogue) -> None:
    """The nearest mistake is not the mistake."""
    assert [] == named(known, TEMPLATE.replace("side * side", "side * side * 1.01"))
    assert [] == named(known, TEMPLATE.replace("total = 0\n", "total = 1\n"))


def test_answers_that_tell_nothing_need_the_same_source(known: Catalogue) -> None:
    """Many a mistake gives nothing but zeros: only the same program has the same cause."""
    same = TEMPLATE.replace("side * side", "side * 0").replace("total", "t").replace("side", "x")
    assert ["nothing_comes_out"] == named(known, same.replace("xs", "numbers"))
    assert [] == named(known, "def area(sides, g):\n    return g(0) * 0\n")


def test_an_exception_needs_the_same_line(known: Catalogue) -> None:
    """The same words of Python have many causes; the statement that failed has to agree."""
    other = TEMPLATE.replace("side * side", "(None + side)").replace("None +", "None + 0 +")
    assert [] == named(known, other)


def test_two_mistakes_are_two(known: Catalogue) -> None:
    """Both are named where the changes of two entries together give the answers."""
    both = TEMPLATE.replace("side * side", "side").replace("g(total)", "total")
    assert ["sides_not_squares", "without_the_last_step"] == named(known, both)


def test_two_entries_with_the_same_answers_are_told_apart_by_the_source(
    folder: Path, known: Catalogue
) -> None:
    """Where the answers are those of two entries the source decides, or nothing is said."""
    text = (folder / "mistakes/area/sides_not_squares.py").read_text()
    other = text.replace("side * side", "side").replace("total = total + side", "total += side")
    (folder / "mistakes/area/twin.py").write_text(other)
    both = catalogue.load_catalogue(folder)
    plain = TEMPLATE.replace("side * side", "side")
    assert ["sides_not_squares"] == named(both, plain)
    assert ["twin"] == named(both, plain.replace("total = total + side", "total += side"))
    assert [] == named(both, "def area(s, f): return f(sum(s))\n")
    assert ["sides_not_squares"] == named(known, "def area(s, f): return f(sum(s))\n")


def test_what_answers_do_not_show_the_source_does(known: Catalogue) -> None:
    """An entry with a function of its own is named by the facts it looks at."""
    source = "my_sides = [1.0]\n\ndef area(sides, g):\n    return g(sum(x * x for x in my_sides))\n"
    assert ["reads_a_global"] == named(known, source)


HINTS = '"""R.\n\n1: a\n2: b\n3: c\n"""\n# %%\nx=1\n'


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('"""No hints."""\n# %%\nx = 1\n', 1, "1: is missing"),
        ('"""Two.\n\n1: a\n2: b\n"""\n# %%\nx = 1\n', 4, "3: is missing"),
        (HINTS.replace("3:", "4:"), 5, "here stands 4: where 3: is awaited"),
        (HINTS.replace("c\n", "c\n3: d\n"), 6, "here stands 3:, one more"),
        ('"""No cell.\n\n1: a\n2: b\n3: c\n"""\n', 6, "no answer"),
        ("def f(:\n", 1, "cannot read"),
        ('"""Never closed.\n1: a\n', 1, "cannot read"),
        ("x = '\0'\n", 1, "cannot read"),
        (f"{HINTS}# %% recognised by\ny=1\n", 9, "no function recognise"),
        (f"{HINTS}# %% recognised by\nimport nump\n", 10, "No module named 'nump'"),
        (f"{HINTS}# %% not if\ndef exclude(facts)\n", 10, "SyntaxError"),
        (f"{HINTS}# %% or recognised by\nraise SystemExit\n", 10, "SystemExit"),
    ],
)
def test_a_broken_entry_is_left_out_and_named_with_what_is_wrong(
    folder: Path, text: str, line: int, part: str
) -> None:
    """The rest of the catalogue is there; the fault says file, line and what is wrong."""
    path = folder / "mistakes" / "area" / "broken.py"
    path.write_text(text)
    found = catalogue.load_catalogue(folder)
    assert sorted([*ENTRIES, "reads_a_global"]) == [entry.name for entry in found.mistakes]
    (fault,) = found.faults
    assert (f"{folder.name}/mistakes/area/broken.py", line) == (fault.file, fault.line), fault.what
    assert part in fault.what
    assert (fault,) == found.faults_of("area")
    assert () == found.faults_of("volume")
    with pytest.raises(CatalogueError, match="broken") as caught:
        catalogue.load_whole(folder)
    assert fault.words == str(caught.value)


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    """Bytes that are no UTF-8, in an entry, in what is given or in a template, stop nothing."""
    for name in ("area/bytes.py", "_given.py", "area/_template.py"):
        (folder / "mistakes" / name).write_bytes(b"\xff\xfe")
    found = catalogue.load_catalogue(folder)
    files = {fault.file.partition("mistakes/")[2] for fault in found.faults}
    assert {"area/bytes.py", "_given.py", "area/_template.py"} == files
    assert "" == found.given
    assert {fault.file for fault in found.faults_of("volume")} == {
        fault.file for fault in found.faults if fault.name == "_given"
    }


def test_the_hint_book_knows_what_the_catalogue_knows(known: Catalogue, tmp_path: Path) -> None:
    """The same mistake is found with the book's fingerprints, in which there is no program."""
    book = make_book(known, {"area": tuple(map(Question, PROBES))}, {})
    path = tmp_path / places.HINTS
    path.write_bytes(b"not a book")
    assert hintbook.HintBook() == hintbook.read(path) == hintbook.read(tmp_path / "absent")
    path.write_text(hintbook.text_of(book))
    assert book == hintbook.read(path)
    at_home = Diagnoser(BookKnowledge(book))
    for entry in known.mistakes:
        for program in entry.variants:
            (found,) = at_home.diagnose(evidence(program)).entries
            assert entry.hints == found.hints
            assert not any(line in path.read_text() for line in program.splitlines()[1:])
    assert () == at_home.diagnose(evidence(TEMPLATE)).entries


def test_facts_can_rule_a_mistake_out(folder: Path) -> None:
    """Another program with the same answers is not that mistake if its facts are against it."""
    path = folder / "mistakes" / "area" / "without_the_last_step.py"
    veto = "# %% not if\ndef exclude(facts):\n    return 'minus' in facts.source\n"
    path.write_text(path.read_text() + veto)
    both = catalogue.load_catalogue(folder)
    plain = TEMPLATE.replace("g(total)", "total")
    assert ["without_the_last_step"] == named(both, plain)
    assert [] == named(both, plain.replace("return", "minus = 0\n    return"))


def test_an_entry_may_be_found_by_facts_or_by_answers(folder: Path) -> None:
    """With "or" before it, what recognises an entry comes on top of its answers."""
    path = folder / "mistakes" / "area" / "sides_not_squares.py"
    more = "# %% or recognised by\ndef recognise(facts):\n    return 'cube' in facts.source\n"
    path.write_text(path.read_text() + more)
    both = catalogue.load_catalogue(folder)
    assert ["sides_not_squares"] == named(both, "def area(s, f): return f(sum(s))\n")
    assert ["sides_not_squares"] == named(both, TEMPLATE.replace("side * side", "side * 3  # cube"))


def test_what_two_mistakes_make_together_is_written_in_the_entry(folder: Path) -> None:
    """A line ``Also: a + b; c + d`` names pairs; it is no part of what the entry says."""
    path = folder / "mistakes" / "area" / "last_side_alone.py"
    path.write_text(path.read_text().replace("\n\n1: ", "\n\nAlso: a + b; c + d\n\n1: ", 1))
    (entry,) = [
        mistake
        for mistake in catalogue.load_catalogue(folder).mistakes
        if mistake.name == "last_side_alone"
    ]
    assert {frozenset({"a", "b"}), frozenset({"c", "d"})} == entry.also
    assert "What last_side_alone means." == entry.says


def test_facts_of_two_mistakes_are_two(folder: Path) -> None:
    """Two entries that recognise the facts are both named; of three, none is."""
    text = (folder / "mistakes/area/reads_a_global.py").read_text()
    for name in ("second", "third"):
        source = "my_sides = [1.0]\ndef area(s, g):\n    return g(sum(my_sides))\n"
        (folder / f"mistakes/area/{name}.py").write_text(text)
        found = named(catalogue.load_catalogue(folder), source)
        assert (["reads_a_global", "second"] if name == "second" else []) == found


@pytest.mark.parametrize(
    ("name", "near"),
    [("unit", "units"), ("Units", "units"), ("un_its", "units"), ("a_Out", "a_out"), ("q", "")],
)
def test_the_nearest_name_is_found(name: str, near: str) -> None:
    """A letter too few, a capital letter, an underscore; nothing is made up."""
    source = "def f(a_in):\n    units = 3\n    a_out = 0\n"
    assert near == nearest(name, source, frozenset({"np"}))


def test_what_a_notebook_binds_and_what_it_defines() -> None:
    """Data is bound; functions, modules, constants and names for functions are known."""
    source = (
        "import numpy as np\nX = np.ones(3)\nLIMIT = 3\ndef f(a):\n    b = a\ng = lambda z: z\n"
    )
    assert {"np", "LIMIT", "f", "g"} == defined(source)
    assert {"X", "LIMIT", "g"} == bound(source)


def test_the_catalogue_is_loaded_when_something_is_wrong_and_not_before(
    suite: Suite, tmp_path: Path
) -> None:
    """Right answers cost no start-up."""
    alone = replace(
        suite,
        exercises=tuple(exercise for exercise in suite.exercises if exercise.name == "my_dense"),
        cases=tuple(case for case in suite.cases if case.exercise == "my_dense"),
    )
    right = "import numpy as np\ndef my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n"
    path = tmp_path / "submit.py"
    path.write_text(right)
    with Grader(alone) as grader:
        (dense,) = grader.grade(path).exercises
        assert dense.earned == dense.points
        assert grader.feedback._diagnoser is None
        path.write_text(right.replace("+ b", ""))
        (dense,) = grader.grade(path).exercises
        assert ("my_dense/no_bias",) == dense.mistakes
        assert grader.feedback._diagnoser is not None


def test_the_ten_hints_of_the_readme_are_those_of_the_catalogue(suite: Suite) -> None:
    """What the catalogue's README quotes is what learners get."""
    assert suite.catalogue is not None
    text = (suite.catalogue / "mistakes" / "README.md").read_text(encoding="utf-8")
    quoted = [
        " ".join(line.removeprefix("> ") for line in part.splitlines() if line.startswith("> "))
        for part in text.split("\n**")[1:]
    ]
    assert 10 == len(quoted)
    hints = {
        hint for entry in catalogue.load_catalogue(suite.catalogue).mistakes for hint in entry.hints
    }
    assert [] == [words for words in quoted if words not in hints]
