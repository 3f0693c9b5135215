"""The quiz: eighteen questions, and a line of its own for each wrong answer.

All count: the two numbers a point each, the shapes and the choices half a point. Nothing here is
secret, for ``check("quiz")`` answers as often as one likes. Still nobody shall read the answers by
accident: what a line of code prints is computed, and which choice is right is kept as a digest.
"""

from __future__ import annotations

from grader.suite import Exercise
from public_tests._quiz_choices import CHOICES
from public_tests._quiz_numbers import NUMBERS
from public_tests._quiz_shapes import SHAPES

CASES = (*SHAPES, *NUMBERS, *CHOICES)
EXERCISE = Exercise(
    "quiz",
    "The quiz",
    order=40,
    defines=tuple(f"quiz_{number}" for number in range(1, len(CASES) + 1)),
    absent="This notebook has no quiz, as older editions have none: its questions are in the lab "
    "of today.",
)
