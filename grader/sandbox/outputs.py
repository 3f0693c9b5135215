"""The output of cells, cut to its limits."""

from __future__ import annotations

from grader.protocol.bounds import MAX_CELL_OUTPUT, MAX_CELLS_OUTPUT
from grader.protocol.observations import CellOutput

_MOST = MAX_CELL_OUTPUT + 10  # with the child's mark where it has cut


class Outputs(dict[int, CellOutput]):
    """The output of each cell, by the number of the cell; all cells together have a limit."""

    def __init__(self) -> None:
        super().__init__()
        self._room = MAX_CELLS_OUTPUT

    def keep(self, number: int, output: CellOutput) -> None:
        """Keep the output of a cell, cut to the length that the child's own code would send.

        Args:
            number: the number of the cell.
            output: the output as the child reports it.
        """
        kept = CellOutput(output.out[:_MOST], output.err[:_MOST], output.shown[:_MOST])
        self._room -= len(kept.out) + len(kept.err) + len(kept.shown)
        if self._room >= 0:
            self[number] = kept
