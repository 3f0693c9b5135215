"""The pictures of the week, one function a picture.

One line is a picture::

    from pictures import network
    network([400, 25, 15, 1])

Each function draws, shows its picture once below the cell, and returns nothing. A picture is a
white card with dark print, at most 900 pixels wide, which can be read on a light and on a dark
page. Blue is for 0 and for less, orange for 1 and for more; a sign, a shape or a hatching says
the same without colour. Each picture carries a sentence computed from what it shows, for people
who do not see it; ``alt="..."`` replaces it. Outside a notebook the sentence is all that is
printed.
"""

from __future__ import annotations

from pictures.curves import histogram, learning_curve, line_fit
from pictures.diagram import diagram
from pictures.digits import show_digits, weight_changes
from pictures.layers import activations, network
from pictures.maps import decision_map, examples
from pictures.tables import tables

__all__ = [
    "activations",
    "decision_map",
    "diagram",
    "examples",
    "histogram",
    "learning_curve",
    "line_fit",
    "network",
    "show_digits",
    "tables",
    "weight_changes",
]
