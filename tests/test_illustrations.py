"""What a report shows beside verdicts: own code, and pictures drawn from public answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import matplotlib.image
import numpy as np
import pytest
from conftest import ROOT
from test_report import case

from grader.feedback.illustrations import drawn_pictures, sources
from grader.grading.grader import Grader
from grader.grading.interview import Asked
from grader.pages.figures import drawing
from grader.pages.png import png
from grader.pages.tables import number_table
from grader.protocol.observations import Described, Layer, Missing, Observation
from grader.protocol.probes import Describe
from grader.protocol.values import array
from grader.report.pictures import Counts, Curve, Grid, Histogram, Image, Images, Picture
from grader.submissions.reading import of_sources
from grader.submissions.slicing import needed
from grader.suite import Drawing, Exercise, Suite, picture_of

WORDS = {"title": "T", "about": "A."}
CURVE = Curve(across="epoch", up="loss", values=(1.0, 0.5), **WORDS)
ASKED = Asked(Describe("model"), Observation(Described(())))


def suite_with(draw: Callable[[Described], Picture | None]) -> Suite:
    """A suite with one exercise and one picture for it."""
    one = Exercise("e", "E", order=1)
    return Suite("T", (one,), (), (Drawing("e", Describe("model"), picture_of(draw)),))


def model(**more: object) -> Described:
    """A model with the trained weights that come with the lab."""
    folder = ROOT / "assignment" / "data"
    layers = tuple(
        Layer("Dense", None, "sigmoid",
              array(np.load(folder / f"w{n}.npy")), array(np.load(folder / f"b{n}.npy")))
        for n in (1, 2, 3)
    )  # fmt: skip
    return Described(layers, **more)


def test_the_cells_that_make_an_answer() -> None:
    """The last definition and what changes the thing after it; experiments are left out."""
    cells = ("m = []", "m = [1]\n", "print(m)", "\nm.append(2)\n", "n = 3")
    submission = of_sources("lab.ipynb", cells)
    chosen = needed(submission.cells, ["m"])
    assert {"m": (2, 4)} == chosen.cells_of
    found = sources(submission, chosen.cells_of, ["m", "k"])
    assert [(2, "m = [1]"), (4, "\nm.append(2)")] == [(one.cell, one.text) for one in found]


def test_very_long_code_is_cut_and_says_so() -> None:
    """A page stays small, and what is shown of an answer is never taken for all of it."""
    submission = of_sources("lab.ipynb", ("x = 1\n" * 10_000, "y"))
    (one,) = sources(submission, {"x": (1, 2)}, ["x"])
    assert len(one.text) < 21_000
    assert one.text.endswith("all of it was graded")


def test_pictures_are_drawn_from_public_answers_alone() -> None:
    """What comes back to a private question is in no picture, even if the question is the same."""
    suite = suite_with(lambda _: CURVE)
    (one,) = suite.exercises
    assert ((CURVE,), ()) == drawn_pictures(suite, one, [(case("a", 1, 1), ASKED)])
    assert ((), ()) == drawn_pictures(suite, one, [(case("a", 1, 1, private=True), ASKED)])
    nothing = Asked(Describe("model"), Observation(Missing("model")))
    assert ((), ()) == drawn_pictures(suite, one, [(case("a", 1, 1), nothing)])
    other = Exercise("f", "F", order=2)
    assert ((), ()) == drawn_pictures(suite, other, [(case("a", 1, 1), ASKED)])


def test_a_picture_that_cannot_be_drawn_is_a_note() -> None:
    """Whatever a submission sends, the other pictures and the points stay."""
    suite = suite_with(lambda seen: CURVE if seen.layers[0] else None)
    pictures, notes = drawn_pictures(suite, suite.exercises[0], [(case("a", 1, 1), ASKED)])
    assert () == pictures
    assert ("A picture could not be drawn (IndexError).",) == notes


def test_the_pictures_of_a_model(suite: Suite) -> None:
    """A trained model has all of them, from what it says of itself before any private question."""
    seen = Observation(model(losses=(0.7, 0.1, 0.02)))
    (one,) = {drawing.exercise for drawing in suite.drawings}
    exercise = next(part for part in suite.exercises if part.name == one)
    asked = [(case("a", 1, 1), Asked(drawing.probe, seen)) for drawing in suite.drawings]
    pictures, notes = drawn_pictures(suite, exercise, asked)
    assert () == notes
    kinds = [type(picture).__name__ for picture in pictures if not isinstance(picture, Images)]
    assert ["Curve", "Histogram", "Grid", "Grid"] == kinds
    (counted,) = [picture for picture in pictures if isinstance(picture, Histogram)]
    assert 300 == sum(sum(group.counts) for group in counted.groups)


def test_each_picture_is_of_a_question_that_is_asked(suite: Suite) -> None:
    """A drawing whose question no public case asks would never be drawn."""
    public = [case for case in suite.cases if not case.private]
    asked = {(case.exercise, case.ask(np.random.default_rng(0))) for case in public}
    assert suite.drawings
    assert all((drawing.exercise, drawing.probe) in asked for drawing in suite.drawings)


def test_no_picture_holds_a_digit_of_the_hold_out_set(suite: Suite) -> None:
    """The digits a student sees are those of the training set, which everybody has.

    A model that is wrong about nearly everything shows as many of them as there may be.
    """
    wrong = model()
    last = wrong.layers[-1]
    flipped = Layer("Dense", None, "sigmoid",
                    array(-last.kernel.numpy()), array(-last.bias.numpy()))  # fmt: skip
    seen = Observation(Described((*wrong.layers[:-1], flipped)))
    pictures = [drawing.draw(seen) for drawing in suite.drawings]
    shown = [image.pixels for picture in pictures if isinstance(picture, Images)
             for image in picture.images]  # fmt: skip
    assert 12 == len(shown)

    def pixels(path: Path) -> set[bytes]:
        upright = np.load(path).reshape(-1, 20, 20).transpose(0, 2, 1)
        return {image.tobytes() for image in (upright * 255).round().astype(np.uint8)}

    assert set(shown) <= pixels(ROOT / "assignment" / "data" / "X.npy")
    assert not set(shown) & pixels(ROOT / "solutions" / "data" / "X_holdout.npy")


ONE = array(np.zeros((400, 1)))


@pytest.mark.parametrize(
    "odd",
    [
        Described(()),
        Described((), losses=(float("nan"), 1.0)),
        Described((), losses=(1.0, float("inf"))),
        Described((Layer("Dense", 1, "sigmoid", array(np.full((400, 1), np.nan)), array([0.0])),)),
        Described((Layer("Dense", 1, "sigmoid", None, None),)),
        Described((Layer("Dense", 1, "sigmoid", array(np.zeros((400, 0))), array(np.zeros(0))),)),
        Described((Layer("Flatten"),)),
        Described((Layer("Dense", 1, "sigmoid", array(np.zeros(400)), array([0.0])),)),
    ],
)
def test_an_odd_model_has_fewer_pictures_and_no_error(suite: Suite, odd: Described) -> None:
    """Numbers that are none, outputs that are no probability, layers that do not fit: no picture."""
    assert all(drawing.draw(Observation(odd)) is None for drawing in suite.drawings)


def test_outputs_that_are_no_probability_are_counted_at_the_ends(suite: Suite) -> None:
    """A model without a last sigmoid has its histogram, too: it shows what is wrong."""
    linear = Described((Layer("Dense", 1, "linear", ONE, array([2.0])),))
    (found,) = [
        picture
        for picture in (drawing.draw(Observation(linear)) for drawing in suite.drawings)
        if isinstance(picture, Histogram)
    ]
    assert (-0.1, 1.1, 13) == (found.edges[0], found.edges[-1], len(found.edges))
    assert 300 == sum(group.counts[-1] for group in found.groups)
    assert "300 outputs lie below 0 or above 1" in found.about


def test_a_real_model_has_a_learning_curve(suite: Suite) -> None:
    """Keras's own record of the last training crosses, and is drawn."""
    path = ROOT / "tests" / "golden" / "complete_course_like_90_cells" / "submit.ipynb"
    with Grader(suite) as grader:
        report = grader.grade(path)
    pictures = [picture for exercise in report.exercises for picture in exercise.pictures]
    (curve,) = [picture for picture in pictures if isinstance(picture, Curve)]
    assert 20 == len(curve.values)
    assert curve.values[-1] < curve.values[0]
    assert any(isinstance(picture, Histogram) for picture in pictures)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Histogram(
            axis="x", edges=(0.0, 1.0), groups=(Counts(name="a", counts=()),), **WORDS
        ),
        lambda: Curve(across="x", up="y", values=(), **WORDS),
        lambda: Curve(across="x", up="y", values=(float("nan"),), **WORDS),
        lambda: Image(says="x", height=2, width=2, pixels=b"123"),
        lambda: Image(says="x", height=0, width=0, pixels=b""),
        lambda: Grid(column="x", rows=("a",), values=(), **WORDS),
        lambda: Grid(column="x", rows=("a", "b"), values=((0.1,), (0.1, 0.2)), **WORDS),
        lambda: Grid(column="x", rows=("a",), values=((1.5,),), **WORDS),
        lambda: Grid(column="x", rows=("a",), values=((float("nan"),),), **WORDS),
    ],
)
def test_a_picture_that_is_none_is_refused_where_it_is_made(make: Callable[[], Picture]) -> None:
    """Numbers that do not belong together are the author's mistake, told at once."""
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_an_image_is_a_png() -> None:
    """Any reader of PNG gets the pixels back, ink dark on white."""
    image = Image(says="x", height=2, width=3, pixels=bytes([0, 255, 0, 51, 0, 255]))
    read = matplotlib.image.imread(io.BytesIO(png(image)), format="png")
    assert [[1.0, 0.0, 1.0], [0.8, 1.0, 0.0]] == pytest.approx(read)


@pytest.mark.parametrize(
    "values", [(1.0,), (0.0, 0.0), (3.0, -2.0), (1e-9, 2e-9), (1e12, 1.0), (-1.0, -1.0)]
)
def test_any_curve_stays_inside_its_picture(values: tuple[float, ...]) -> None:
    """Whatever the numbers, the line lies between the axes."""
    svg = drawing(Curve(across="epoch", up="loss", values=values, **WORDS))
    points = svg.partition('points="')[2].partition('"')[0].split()
    assert len(values) == len(points)
    assert all(20 <= float(point.split(",")[1]) <= 150 for point in points)


def test_a_pictures_numbers_are_a_table() -> None:
    """Who cannot see a picture gets the same numbers; images say in words what they are."""
    found = number_table(CURVE)
    assert found is not None
    assert (("epoch", "loss"), (("1", "1"), ("2", "0.5"))) == (found.head, found.rows)
    grid = number_table(Grid(column="unit", rows=("a", "b"), values=((0.1,), (0.9,)), **WORDS))
    assert grid is not None
    assert (("1", "0.10", "0.90"),) == grid.rows
    assert number_table(Images(images=(), **WORDS)) is None
