"""Small pictures of the ten digits, drawn with noise."""

import numpy as np

_SHAPES = """
### ..# ### ### #.# ### ### ### ### ###
#.# ..# ..# ..# #.# #.. #.. ..# #.# #.#
#.# ..# ### ### ### ### ### ..# ### ###
#.# ..# #.. ..# ..# ..# #.# ..# #.# ..#
### ..# ### ### ..# ### ### ..# ### ###
"""


def load(count=400, seed=1):
    """Pictures of shape (count, 15) and the digits on them, shape (count,)."""
    rows = [line.split() for line in _SHAPES.split("\n") if line]
    drawn = [[mark == "#" for row in rows for mark in row[digit]] for digit in range(10)]
    rng = np.random.default_rng(seed)
    y = rng.integers(10, size=count)
    return np.array(drawn, dtype=float)[y] + rng.normal(scale=0.2, size=(count, 15)), y
