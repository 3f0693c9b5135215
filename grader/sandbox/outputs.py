"""The text that cells gave, as much of it as is kept."""

from __future__ import annotations

from grader.protocol.bounds import MAX_CELL_OUTPUT, MAX_CELLS_OUTPUT
from grader.protocol.observations import CellOutput

_MOST = MAX_CELL_OUTPUT + 10  # with the child's mark where it has cut


class Outputs(dict[int, CellOutput]):
    """By the number of a cell, what it printed and showed; all cells together have a limit."""

    def __init__(self) -> None:
        super().__init__()
        self._room = MAX_CELLS_OUTPUT

    def keep(self, number: int, output: CellOutput) -> None:
        """Keep what a cell gave, as much of it as the child's own code could have sent.

        Args:
            number: of the cell.
            output: as the child says.
        """
        kept = CellOutput(output.out[:_MOST], output.err[:_MOST], output.shown[:_MOST])
        self._room -= len(kept.out) + len(kept.err) + len(kept.shown)
        if self._room >= 0:
            self[number] = kept
