"""Writes the golden files of all formats: ``python tests/make_formats.py``, then look at the diff.

They are made of one report in which everything occurs: right, wrong, private, skipped and errored
cases, hints, extra points, cells in trouble, and characters that mean something somewhere.
"""

from __future__ import annotations

import os
from pathlib import Path

from grader.export import format_named, format_names
from grader.report import (
    CaseResult,
    CellTrouble,
    Provenance,
    Report,
    Source,
    exercise_result,
    new_report,
    with_hints,
)
from grader.report.pictures import Counts, Curve, Grid, Histogram, Image, Images

FOLDER = Path(__file__).parent / "formats"
IDENTITY = {
    "CLASSROOM": "cs101",
    "ASSIGNMENT": "networks",
    "ASSIGNMENT_TYPE": "individual",
    "USERNAME": "ada",
    "SUBMISSION_TAG": "submit/2026-11-27T20-00-00Z-0a1b2c3",
    "COMMIT_URL": "https://github.example/school/cs101-networks-ada/commit/0a1b2c3",
    "RELEASE_URL": "https://github.example/school/cs101-networks-ada/releases/tag/submit",
    "REVIEW_URL": "https://github.example/school/cs101-networks-ada/compare/1...2",
}
NOW = "2026-11-27T21:00:00Z"
JSON = ("classroom50", "coursera", "edx", "gradescope", "json", "lti", "prairielearn")
ENDINGS = {"csv": "csv", "html": "html", "junit": "xml", "gitlab": "xml", "text": "txt",
           "github": "md", **dict.fromkeys(JSON, "json")}  # fmt: skip


def example() -> Report:
    """The report that the golden files are made of, for an instructor."""
    layer = exercise_result(
        "layer",
        "A layer: g(x·W + b)",
        (
            _case("layer/two", "two inputs, three units", "passed", 3, 3),
            _case(
                "layer/one", "one unit", "failed", 2, 0,
                called="layer(a_in=[1, 2], W=[[0.1], [0.2]], b=[0], g=sigmoid)",
                expected="[0.62]", got="ValueError: shapes (2,) and (1,) <not> aligned & so on",
                where="line 3 of code cell 2: z = np.dot(w, a_in) + b[j]", cell=2, line=3, file_line=203,
                outcome="raised",
                help="Each unit has a column of W of its own.",
                printed="::error::=cmd|' /C calc'!A0 | ``` <script>alert(1)</script>",
            ),
            _case(
                "layer/private-three", "three inputs", "failed", 5, 0, private=True,
                called="SECRET-CALL", expected="SECRET-ANSWER", got="SECRET-GOT",
                where="SECRET-WHERE", cell=2, line=1, outcome="SECRET-OUTCOME", printed="SECRET-PRINTED", note="SECRET-NOTE",
                help="Each unit has a column of W of its own.",
            ),
            _case("layer/private-last", "no inputs", "skipped", 2, 0, private=True),
        ),
        ("The activation function was called once for all units.",),
        extra=False,
    )  # fmt: skip
    layer = _hinted(layer)
    row = exercise_result(
        "row", "Layers in a row", (_case("row/two", "two layers", "errored", 8, 8,
                                        help="The grader failed here; it costs nothing."),),
        (), extra=False,
    )  # fmt: skip
    batch = exercise_result(
        "batch", "A whole batch", (_case("batch/all", "all rows", "passed", 4, 4),), (), extra=True
    )
    trouble = CellTrouble(
        cell=5, line=2, what="NameError: name 'plt' is not defined", code="plt.show()"
    )
    made = new_report((layer, row, batch), (trouble,), ("Every cell was run.",), PROVENANCE)
    return with_hints(made, 2)


def _hinted(exercise):  # noqa: ANN001, ANN202
    import msgspec

    words = {"title": "<Outputs>", "about": "Far left & far right."}
    edges, axis = (0.0, 0.5, 1.0), "output"
    groups = (Counts(name="zeros", counts=(3, 1)), Counts(name="ones", counts=(0, 4)))
    return msgspec.structs.replace(
        exercise,
        sources=(Source(cell=2, text="def layer(a_in, W, b, g):\n    w = W[j] < 1\n    z = np.dot(w)"),),
        pictures=(
            Histogram(edges=edges, axis=axis, groups=groups, **words),
            Curve(across="epoch", up="loss", values=(0.7, 0.2, 0.1), **words),
            Images(images=(Image(says="a 1 < 2", height=2, width=2, pixels=b"\0\xff\xff\0"),), **words),
            Grid(column="unit", rows=("zeros", "ones"), values=((0.1, 1.0), (0.9, 0.0)), **words),
        ),
        message="Look at which part of W belongs to one unit.",
        mistakes=("row_of_w",),
        misconceptions=("SECRET-MISCONCEPTION",),
        hints=("Look at which part of W belongs to one unit.", "W has a column for each unit.",
               "SECRET-HINT: W[:, j]"),
    )  # fmt: skip


def _case(
    id_: str, title: str, status: str, points: int, earned: int, **more: object
) -> CaseResult:
    return CaseResult(id=id_, title=title, status=status, points=points, earned=earned, **more)


PROVENANCE = Provenance(
    submission="submit, =1+1.ipynb", digest="0" * 64, assignment="Neural Networks | week 1",
    assignment_digest="1" * 64, grader="0.1.0", libraries={"python": "3.13.0", "numpy": "2.3.0"},
    sandbox=("process",), level="strong", private_cases=True, ran_everything=False, seconds=1.5,
)  # fmt: skip


def written(name: str) -> str:
    """A format's golden text: what it writes, what it says, and what lies beside it."""
    from grader.export import classroom50_

    form = format_named(name)
    if name == "classroom50":
        return classroom50_.result(example().for_student(), IDENTITY, NOW)
    parts = [form.write(example())]
    said = form.write_stdout(example(), "work/submit.ipynb")
    return "".join([*parts, *([f"\n<!-- standard output -->\n{said}"] if said else [])])


def path(name: str) -> Path:
    """Where a format's golden file is.

    Raises:
        LookupError: nobody has said how such a file's name ends.
    """
    if name not in ENDINGS:
        raise LookupError(f"write into ENDINGS in tests/make_formats.py how a {name} file ends")
    return FOLDER / f"{name}.{ENDINGS[name]}"


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in format_names():
        path(name).write_text(written(name), encoding="utf-8")


if __name__ == "__main__":
    os.chdir(Path(__file__).parent)
    main()
