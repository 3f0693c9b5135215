"""Seeds that a test sets are set in the child too: there is where the submission draws."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from grader.remote.link import Link


@contextmanager
def repeated(link: Link) -> Iterator[None]:
    """Whatever seeds Python's or NumPy's numbers meanwhile, seeds the submission's as well.

    Args:
        link: to the submission.
    """
    places: list[tuple[Any, Any]] = [(random, random.seed), (np.random, np.random.seed)]

    def seeding(original: Any) -> Any:  # noqa: ANN401 - either function
        def seed(number: Any = None, *more: Any) -> None:  # noqa: ANN401
            original(number, *more)
            if isinstance(number, int):
                link.do("seed", number)

        return seed

    for module, original in places:
        module.seed = seeding(original)
    try:
        yield
    finally:
        for module, original in places:
            module.seed = original
