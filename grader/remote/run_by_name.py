"""``runpy`` on the submission, which is run in its own process, with names of its own."""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from grader.remote.link import Link


@contextmanager
def runnable(modules: Sequence[str], link: Link) -> Iterator[None]:
    """Meanwhile ``runpy`` asks the child to run the submission; its names are what comes back.

    Args:
        modules: the names by which tests import the submission.
        link: to it.
    """
    files = {f"{name.rpartition('.')[2]}.py" for name in modules}
    run_path, run_module = runpy.run_path, runpy.run_module

    def path_run(path: Any, init_globals: Any = None, run_name: Any = None) -> Any:  # noqa: ANN401
        if os.path.basename(path) not in files:  # noqa: PTH119 - a text or a path
            return run_path(path, init_globals, run_name)
        return link.run_as(run_name or "<run_path>", [os.fspath(path), *sys.argv[1:]])

    def module_run(name: str, init_globals: Any = None, run_name: Any = None, **more: Any) -> Any:  # noqa: ANN401
        if name not in modules:
            return run_module(name, init_globals, run_name, **more)
        return link.run_as(run_name or name, [f"{name}.py", *sys.argv[1:]])

    runpy.run_path, runpy.run_module = path_run, module_run  # type: ignore[assignment]
    try:
        yield
    finally:
        runpy.run_path, runpy.run_module = run_path, run_module
