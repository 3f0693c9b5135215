"""IPython's syntax as Python: magics (``%time``) and shell lines (``!ls``) become calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grader.protocol.bounds import MAX_MAGIC_WORK

if TYPE_CHECKING:
    from IPython.core.inputtransformer2 import TransformerManager

# The body of these is ordinary code of the notebook.
_TRANSPARENT = re.compile(r"^%%(time|timeit|capture|prun|python3?)\b[^\n]*")


class TooManyMagicsError(Exception):
    """IPython would read for ever."""


class Magics:
    """Translates the cells of one submission, as far as that ends in a reasonable time.

    IPython reads a cell anew for each magic that it finds in it.
    """

    def __init__(self) -> None:
        """Nothing has been read yet."""
        self._left = MAX_MAGIC_WORK  # characters that may still be read

    def as_python(self, source: str) -> str:
        """A cell as Python; line numbers stay.

        Raises:
            TooManyMagicsError: the cells have more magics than IPython may look for.
            Exception: IPython cannot read the cell, in any way that code of its own may fail.
        """
        body = source.lstrip("\n")
        transparent = _TRANSPARENT.sub("", body)
        blank = "\n" * (len(source) - len(body))
        kept = len(transparent) - len(transparent.lstrip("\n"))  # IPython drops these, too
        return blank + "\n" * kept + self._manager().transform_cell(transparent[kept:])

    def _manager(self) -> TransformerManager:
        """IPython's own way, which counts what it reads."""
        from IPython.core.inputtransformer2 import TransformerManager

        spend = self._spend

        class Counting(TransformerManager):
            def do_one_token_transform(self, lines: list[str]) -> tuple[bool, list[str]]:
                spend(sum(map(len, lines)))
                changed, after = super().do_one_token_transform(lines)
                return bool(changed), list(after)

        return Counting()

    def _spend(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise TooManyMagicsError
