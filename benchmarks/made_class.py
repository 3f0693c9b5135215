"""A class of 800 as Canvas lets it be downloaded, with what it takes to try everything on it.

Of 800 on the roster 20 hand in nothing and 8 are in the group of somebody who does. 60 in 100 are
right, 30 students give five wrong answers that nobody has named, the others have twelve known
mistakes, and three have copied with other names.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from held_out.corpus import answers  # noqa: E402
from made_answers import PLAIN, Cells, mutated, named, retold, styled  # noqa: E402
from submissions import notebook, notebook_cell  # noqa: E402

from grader.diagnosis import catalogue as catalogues  # noqa: E402
from grader.diagnosis.catalogue import Catalogue  # noqa: E402

STUDENTS, MISSING, LATE, GROUPS, IN_GROUP, COPIES = 800, 20, 10, 4, 3, 3
MODELS = 20
TITLE = "Neural Networks: handwritten digits"
# Mistakes that the catalogue knows: by the function, the entries.
MISTAKES = {
    "my_dense": (
        "bias_subtracted",
        "no_bias",
        "no_activation",
        "first_unit_only",
        "last_unit_left_out",
        "activation_twice",
        "bias_added_twice",
        "all_units_summed",
    ),
    "my_sequential": ("one_layer_is_skipped", "hidden_layer_without_activation"),
    "my_dense_v": ("bias_left_out", "activation_left_out"),
}
# Wrong answers of which no entry is true; several students give each.
UNKNOWN = (
    "the biases from the back",
    "squares the sum",
    "second batch, weights squared",
    "second batch, plus one",
    "divided by the number of units",
)
FIRST = (
    "Ada Ben Chen Dina Emil Fatou Goran Hana Ines Jo Kemal Lena Mina Noor Olga Per Rui Sara Tom Uma"
)
LAST = (
    "Abe Berg Cruz Dahl Endo Fink Gold Hahn Ito Jung "
    "Kaya Lund Moss Nagy Okoro Paz Quinn Roth Sato Ude"
)


@dataclass
class Made:
    """A student of the made class.

    Attributes:
        number: the platform's number.
        name: as the platform sorts it, ``Last, First``.
        cells: by the exercise the answer; empty for who hands in nothing.
        kind: what is special about it.
        late: whether the platform calls it late.
    """

    number: int
    name: str
    cells: Cells = field(default_factory=dict)
    kind: str = "right"
    late: bool = False


def made_class(way: str, seed: int) -> list[Made]:
    """The students, in the order of their numbers."""
    chance = random.Random(seed)
    known = catalogues.load_catalogue(ROOT / "solutions")
    right = {
        name: [
            text
            for text in _right_answers(known, name)
            if not any(f"def {other}(" in text for other in PLAIN if other != name)
        ]
        for name in PLAIN
    }
    held_out = list(answers(PLAIN))
    unknown = [next(a for a in held_out if a.title == title and not a.causes) for title in UNKNOWN]
    entries = [
        (name, _entry(known, name, entry)) for name, names in MISTAKES.items() for entry in names
    ]
    made: list[Made] = []
    for place in range(STUDENTS):
        last, first = LAST.split()[place % 20], FIRST.split()[place // 20 % 20]
        student = Made(1000 + 7 * place, f"{last}{chr(97 + place // 400)}, {first}")
        made.append(student)
        if place >= STUDENTS - MISSING - GROUPS * (IN_GROUP - 1):
            student.kind = "missing" if place >= STUDENTS - MISSING else "member"
            continue
        student.cells = styled(chance) if way == "styled" else mutated(right, chance)
        if 480 <= place < 510:
            answer = unknown[place % 5]
            student.kind, student.cells[answer.exercise] = f"unknown: {answer.title}", answer.source
        elif place >= 510:
            name, variants = entries[min(int(chance.paretovariate(0.7)) - 1, 11)]
            student.kind, student.cells[name] = f"mistake in {name}", chance.choice(variants)
        student.cells = {name: named(text, chance) for name, text in student.cells.items()}
    _copy(made, chance)
    for student in chance.sample([student for student in made if student.cells], LATE):
        student.late = True
    chance.shuffle(made)  # who copies is not the neighbour in any list
    return made


def _right_answers(known: Catalogue, name: str) -> list[str]:
    """Right answers to an exercise, from the catalogue and from outside it."""
    accepted = [entry.variants for entry in known.accepted if entry.exercise == name]
    held_out = [answer.source for answer in answers([name]) if answer.right]
    return [*(text for variants in accepted for text in variants), *held_out]


def _entry(known: Catalogue, exercise: str, name: str) -> tuple[str, ...]:
    return next(entry.variants for entry in known.of(exercise) if entry.name == name)


def _copy(made: list[Made], chance: random.Random) -> None:
    """Some hand in what another has, with other names: of those with much of their own."""
    own = sorted(made[:400], key=lambda student: -sum(map(len, student.cells.values())))[:120]
    for source, copier in zip(chance.sample(own, COPIES), made[400 : 400 + COPIES], strict=True):
        copier.cells = {name: retold(text, chance) for name, text in source.cells.items()}
        copier.kind = f"copy of {source.number}"


def write(made: list[Made], folder: Path) -> None:
    """Write the download, the roster, the worksheet of Moodle's and the groups."""
    known = catalogues.load_catalogue(ROOT / "solutions")
    with zipfile.ZipFile(folder / "submissions.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for place, student in enumerate(made):
            if not student.cells:
                continue
            cells = [known.given, *student.cells.values()]
            if place < MODELS:
                cells += [known.given_for["digit_model"], known.templates["digit_model"]]
            text = notebook(
                [notebook_cell("code", cell, f"c{number}") for number, cell in enumerate(cells)]
            )
            plain = re.sub(r"\W", "", student.name).lower()
            late = "_LATE" if student.late else ""
            name = f"{plain}{late}_{student.number}_{50000 + place}_C2_W1_Assignment.ipynb"
            archive.writestr(name, text)
    canvas = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{TITLE} (4711)"],
        ["    Points Possible", "", "", "", "", "100"],
    ]
    moodle = [
        [
            "Identifier",
            "Full name",
            "Email address",
            "Grade",
            "Last modified (grade)",
            "Feedback comments",
        ]
    ]
    for student in made:
        login = f"u{student.number}@example.org"
        canvas.append([student.name, str(student.number), "", login, "A", ""])
        moodle.append(
            [
                f"Participant {student.number}",
                " ".join(student.name.split(", ")[::-1]),
                login,
                "",
                "",
                "",
            ]
        )
    members = [student for student in made if student.kind == "member"]
    heads = [student for student in made if student.kind == "right"][:GROUPS]
    groups = [["group", "id"]]
    for number, head in enumerate(heads):
        own = members[number * (IN_GROUP - 1) : (number + 1) * (IN_GROUP - 1)]
        groups += [[f"team-{number}", str(student.number)] for student in (head, *own)]
    for name, rows in (("roster.csv", canvas), ("moodle.csv", moodle), ("groups.csv", groups)):
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
