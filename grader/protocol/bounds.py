"""The fixed bounds on what a submission may send; no option changes them.

How much time, memory and disk a submission may *use* is in ``limits``. Here is how much of what it
sends is looked at. So the work of reading, judging and reporting is in proportion to what was sent.
"""

from __future__ import annotations

MAX_CODE = 1 << 18
"""Characters of all code cells. A long course notebook has a tenth of it."""
MAX_CELLS = 2_000
"""Code cells. A long course notebook has a hundred."""
MAX_FORMATTED_LINE = 20_000
"""Characters of a line with an f-string, for which Python 3.11 needs the square of its length."""
MAX_MAGIC_LINE = 1_000
"""Characters of a logical line in which magics are looked for; a longer one is left as it is."""
MAX_HELP_LINE = 100
"""Characters of a line that asks for help (``name?``): IPython needs the square of its length."""
MAX_MAGIC_LINES = 2_000
"""Logical lines that may be magics, in cells that are no plain Python."""
MAX_DIMENSIONS = 8
"""Axes of an array."""
MAX_NUMBERS = 1 << 23
"""Numbers of one value, and so the longest axis; 8 MB hold no more of one byte each."""
MAX_EMPTY = 10_000
"""The product of the other axes of an array that has one of length 0."""
MAX_ITEMS = 10_000
"""Items of a list or tuple, all levels together."""
MAX_DEPTH = 8
"""Lists in lists."""
MAX_TEXT = 2_000
"""Characters of a text beside an answer, such as the message of an exception."""
MAX_ANSWER_TEXT = 1 << 16
"""Characters of a text that is an answer; a longer one is reported as too long, and never cut."""
MAX_NAMES_COMPARED = 1_000
"""Names that a misspelled one is compared with."""
MAX_NAME_COMPARED = 100
"""Characters of such a name."""
MAX_WORDS = 400
"""Characters of an exception, or of a line of code, in a report."""
MAX_PRINTED = 64 << 10
"""Characters printed during all cases of an exercise that its report holds."""
MAX_CELL_OUTPUT = 16 << 10
"""Characters that one cell prints, writes to standard error, or shows, each of them kept."""
MAX_CELLS_OUTPUT = 1 << 20
"""The same of all cells together; a cell for which nothing is left has printed nothing."""
MAX_TROUBLES = 50
"""Cells that did not reach their end that a report names."""
