"""Specimens: submissions made from the catalogue, with one answer under test and the rest right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry


class Specimen(msgspec.Struct, frozen=True):
    """A submission that was made for a variant of an entry.

    Attributes:
        entry: whose variant it is.
        number: of the variant, from 1.
        path: the file.
        others: the exercises that are answered rightly beside it.
    """

    entry: Entry
    number: int
    path: Path
    others: tuple[str, ...]

    @property
    def name(self) -> str:
        """Entry and variant: ``exercise/name 2``."""
        return f"{self.entry.id} {self.number}"


def specimens(catalogue: Catalogue, folder: Path) -> Iterator[Specimen]:
    """Write a submission for each variant of each entry.

    Args:
        catalogue: the entries.
        folder: where the files go.
    """
    for kind, entries in (("accepted", catalogue.accepted), ("mistakes", catalogue.mistakes)):
        for entry in entries:
            for number, variant in enumerate(entry.variants, 1):
                path = folder / f"{kind}-{entry.exercise}-{entry.name}-{number}.py"
                others = _others(catalogue, entry.exercise)
                cells = [catalogue.given, *(catalogue.templates[name] for name in others)]
                cells += [catalogue.given_for.get(entry.exercise, ""), variant]
                text = "".join(f"# %%\n{cell}\n" for cell in cells if cell)
                path.write_text(text, encoding="utf-8")
                yield Specimen(entry, number, path, others)


def _others(catalogue: Catalogue, exercise: str) -> tuple[str, ...]:
    """The exercises with a right answer that needs nothing of its own, other than this one."""
    return tuple(
        name for name in catalogue.templates if name != exercise and name not in catalogue.given_for
    )
