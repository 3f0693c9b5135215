"""Keras' plain networks without Keras: a small library with its names, all in NumPy.

Importing TensorFlow takes longer than all else that grading does. Where a submission uses nothing
but what is on the list here (a ``Sequential`` of ``Dense`` layers, compiled with a usual loss and
optimiser, and trained), this library meets it instead. Its results are those of Keras:
the same random start, the same order of the examples, the same numbers up to rounding.

**Anything else leaves for the real library**: an unknown name, argument, type or attribute, a class
of one's own, a printed object, an error. No error and no word of Keras' is imitated. The grader
counts what was seen with this library only where it is right (``grader.grading.confirmation``).
"""

from grader.plain_keras.listed import NotListedError, leave_by
from grader.plain_keras.modules import install

__all__ = ["NotListedError", "install", "leave_by"]
