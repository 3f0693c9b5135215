"""Lab 3: a roast through both layers of the coffee network."""

from __future__ import annotations

from grader.protocol.probes import Call
from grader.protocol.values import array
from grader.suite import Case, Exercise, asking, returns

EXERCISE = Exercise("coffee_network", "Lab 3: both layers, coffee_network", order=302)


def case(title: str, roast: tuple[float, float], right: float, help_: str) -> Case:
    """A normalised roast and what the network of the lab makes of it."""
    call = Call("coffee_network", ("roast",), (array(roast),))
    return Case("coffee_network", title, 0, asking(call), returns([right]), help_)


CASES = (
    case(
        "a good roast",
        (-0.5, 0.25),
        0.999998501248,
        "What layer 1 puts out goes into layer 2, and what layer 2 puts out is returned.",
    ),
    case(
        "a roast on the edge",
        (-1.1, 0.5),
        0.686596891503,
        "Return the number itself, not a decision.",
    ),
    case(
        "a roast that is too long",
        (0.5, 1.0),
        3.22413108807e-08,
        "The roast comes in normalised already: doing it again moves it.",
    ),
)
