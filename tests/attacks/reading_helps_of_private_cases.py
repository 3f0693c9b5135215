"""Reading: is wrong in another way for each private question, so that its student is told another help.

points: 6
extra: 0
never: Return the numbers themselves
never: where does it stop being a number
never: Its parts do not form an array
never: print the .shape of what you return
never: np.matrix behaves unlike an array
never: has to be an array of real numbers
never: does your code fill the array
never: gave no answer here
never: Which brackets call it
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
ASKED = [0]
WRONG = [None, True, [1, [2]], np.zeros(3, bool), np.zeros((3, 1, 1)), np.matrix([1.0]), np.array(np.nan),
         np.zeros(30), 1.0, [np.nan] * 3, len, "text", np.zeros(4, int), (0,) * 5]


def my_dense(a_in, W, b, g):
    ASKED[0] += 1
    if ASKED[0] <= 7:
        return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)
    way = ASKED[0] % (len(WRONG) + 3)
    if way >= len(WRONG):
        raise (ValueError, SystemExit, MemoryError)[way - len(WRONG)]("LEAKED" + ": by words")
    return WRONG[way]
