"""The libraries that an instructor's own files import, as pip knows them."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import packages_distributions

from grader.submissions.syntax import UNPARSABLE, tree_of, walked

# What the grader brings itself, and other graders, whose checks do nothing here.
_KNOWN_ANYWAY = frozenset(
    {"grader", "numpy", "pytest", "IPython", "otter", "nbgrader", "client", "gofer", "jassign",
     "gradescope_utils", "ipytest", "setuptools"}
)  # fmt: skip
_CALLED = {  # by pip, where a library is not installed here
    "sklearn": "scikit-learn", "PIL": "pillow", "cv2": "opencv-python", "bs4": "beautifulsoup4",
    "skimage": "scikit-image", "yaml": "pyyaml", "Bio": "biopython",
}  # fmt: skip
_COMMAND = re.compile(r"^\s*[%!].*$", re.MULTILINE)


def requirements_of(sources: Iterable[str], own: Collection[str]) -> list[str]:
    """What pip installs for some code, in the order of the alphabet.

    Args:
        sources: the code; a cell that is no Python names nothing.
        own: the names of modules that lie beside it, and of the submission.
    """
    modules = (module for source in sources for module in imported(_COMMAND.sub("", source)))
    names = {module.partition(".")[0] for module in modules}
    names -= {*own, *_KNOWN_ANYWAY, *sys.stdlib_module_names}
    here = packages_distributions()
    found = {here.get(name, [_CALLED.get(name, name)])[0] for name in names}
    return sorted(found, key=str.lower)


def imported(source: str) -> Iterator[str]:
    """The modules that some code imports, by their whole names; none if Python cannot read it."""
    try:
        nodes = list(walked(tree_of(source)))
    except UNPARSABLE:
        return
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
