"""Lab 3: a roast through both layers of the coffee network."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example

EXERCISE = Exercise("coffee_network", "Lab 3: both layers, coffee_network")
case = partial(example, "coffee_network", points=0)

CASES = (
    case(
        "a good roast",
        {"roast": [-0.5, 0.25]},
        [0.999998501248],
        help="What layer 1 puts out goes into layer 2, and what layer 2 puts out is returned.",
    ),
    case(
        "a roast on the edge",
        {"roast": [-1.1, 0.5]},
        [0.686596891503],
        help="Return the number itself, not a decision.",
    ),
    case(
        "a roast that is too long",
        {"roast": [0.5, 1.0]},
        [3.22413108807e-08],
        help="The roast comes in normalised already: doing it again moves it.",
    ),
)
