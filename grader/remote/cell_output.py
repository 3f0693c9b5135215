"""The text that a submission's cells gave, as a test sees it: ``cell_output``.

It is the submission's own word, and plain text. Standard output, standard error and what a cell
showed stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from grader.protocol.observations import CellOutput

NAME = "cell_output"
"""By this name a cell of tests, an example or a fixture of pytest's has it."""


class CellsOutput(msgspec.Struct, frozen=True):
    """The text of all cells above a test's place.

    Attributes:
        cells: each one's ``out``, ``err`` and ``shown``, in order; the last stands next to the
            test, or is the notebook's last for a test in a file.
    """

    cells: tuple[CellOutput, ...]

    @property
    def out(self) -> str:
        """What they printed."""
        return "".join(cell.out for cell in self.cells)

    @property
    def err(self) -> str:
        """What they wrote to standard error."""
        return "".join(cell.err for cell in self.cells)

    @property
    def shown(self) -> str:
        """What they showed by ``display`` and by their last lines, as ``repr`` has it."""
        return "".join(cell.shown for cell in self.cells)


def above(place: int, outputs: Mapping[int, CellOutput]) -> CellsOutput:
    """What a test at a place sees.

    Args:
        place: the number of the last cell above it.
        outputs: of the cells that have run, by their numbers.
    """
    return CellsOutput(tuple(outputs[cell] for cell in sorted(outputs) if cell <= place))
