"""The fixed bounds on what a submission may send; no option changes them.

What a submission may *use* (time, memory, files) is in ``limits``. Here is how much of what it says
is looked at, so that the work of reading, judging and reporting grows with what was sent and ends.
"""

from __future__ import annotations

MAX_CODE = 1 << 19
"""Characters of all code cells. A long course notebook has a twentieth of it."""
MAX_CELLS = 2_000
"""Code cells. A long course notebook has a hundred."""
MAX_MAGIC_WORK = 4_000_000
"""Characters that IPython may read to find all magics: it reads a cell anew for each of them."""
