"""A new assignment: a small example to go on from, or one made of an instructor's own files."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.assignment import described, file_sets, specimens
from grader.assignment.places import DESCRIPTION, AssignmentError
from grader.authoring import handouts
from grader.authoring.named_libraries import imported, requirements_of
from grader.submissions.notebook_format import NotebookError, parse_notebook
from grader.submissions.syntax import tree_of
from grader.suite import Suite

_EXAMPLE = Path(__file__).parent / "templates" / "assignment" / "notebook.ipynb"
_TESTS, _FILES = "tests", "files"
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.pyc")
_HELPERS = ("test", "conftest", "helper", "util")
_MAGIC = re.compile(r"^(?=[%!])", re.MULTILINE)
_MOST_BYTES = 50 << 20  # of a file beside a notebook that is copied with it


def make(folder: Path, source: Path | None = None, solution: Path | None = None) -> Suite:
    """Make an assignment's folder, and see that it can be graded with.

    Args:
        folder: the new folder; its name is the assignment's title.
        source: an nbgrader or Otter notebook, or a file or folder of tests, which is copied; an
            example is, without one.
        solution: a file with the reference solution, where the tests are files.

    Raises:
        AssignmentError: the folder is there already, or the source is not what it has to be.
        TestSourceError: no test can be read from the source.
    """
    if folder.exists() or folder.is_symlink():
        raise AssignmentError(f"{folder} is there already: take another name, or remove it first")
    source = source or _EXAMPLE
    for path in filter(None, (source, solution)):
        if not path.exists():
            raise AssignmentError(f"there is no {path}")
    try:
        folder.mkdir(parents=True)
        settings = _taken(folder, source, solution)
        settings = {**settings, **_requirements(folder, settings)}
        title = folder.resolve().name.replace("_", " ").replace("-", " ").strip() or "Assignment"
        (folder / DESCRIPTION).write_text(
            file_sets.toml({"title": title, **settings}), encoding="utf-8"
        )
        suite = described.load_described(folder.resolve())
        handouts.write_handouts(folder.resolve())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise AssignmentError(f"{folder} cannot be made: {error}") from None
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return suite


def _requirements(folder: Path, settings: Mapping[str, Any]) -> dict[str, list[str]]:
    """The setting of what students install, by what the copied files import."""
    files = list(folder.rglob("*.py"))
    sources = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    if "notebook" in settings:
        cells = parse_notebook((folder / settings["notebook"]).read_bytes()).cells
        sources += [cell.source for cell in cells if cell.kind == "code"]
    named = [name.partition(".")[0] for name in settings.get("module", ())]
    places = [place.relative_to(folder) for place in (*files, *(path.parent for path in files))]
    found = requirements_of(sources, {*named, *(place.stem for place in places)})
    return {"requirements": found} if found else {}


def _taken(folder: Path, source: Path, solution: Path | None) -> Mapping[str, Any]:
    """Copy the sources; the settings of the description that name them."""
    if source.suffix == ".ipynb":
        return _taken_notebook(folder, source, solution)
    if source.is_dir() and any(source.glob("*.ipynb")):
        names = ", ".join(sorted(path.name for path in source.glob("*.ipynb"))[:4])
        raise AssignmentError(f"{source} has notebooks ({names}): name one of them")
    if source.is_dir():
        shutil.copytree(source, folder / _TESTS, ignore=_LEFT_OUT)
    else:
        (folder / _TESTS).mkdir()
        shutil.copyfile(source, folder / _TESTS / source.name)
        _copy_data(folder / _TESTS, source)
    tests = sorted((folder / _TESTS).rglob("*.py"))
    home = source if source.is_dir() else source.parent
    _copy_helpers(folder / _TESTS, home, tests, solution)
    modules = list(dict.fromkeys(name for path in tests for name in _foreign(path)))
    for name in modules:  # a submission that lies beside the tests
        (folder / _TESTS / f"{name}.py").unlink(missing_ok=True)
    if solution is not None:
        modules += [name for name in _names_of(solution, home, tests) if name not in modules]
    said: dict[str, Any] = (
        {"tests": [_TESTS], "module": modules} if modules else {"tests": [_TESTS]}
    )
    kept = [path for path in tests if path.exists()]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in kept]
    if solution is not None:
        text = _script(solution)
        (folder / "solution.py").write_text(text, encoding="utf-8")
        said["solution"] = "solution.py"
        texts.append(text)
    own = {path.resolve() for path in (source, solution) if path is not None}
    own |= {place.with_name(f"{name}.py") for place in own for name in modules}
    if _copied_files(folder, (solution or source).resolve().parent, "\n".join(texts), own):
        said["support"] = _FILES
    return said


def _taken_notebook(folder: Path, source: Path, solution: Path | None) -> Mapping[str, Any]:
    """Copy a notebook with tests, and its solution if that is another one."""
    said: dict[str, Any] = {"notebook": source.name}
    shutil.copyfile(source, folder / source.name)
    if solution is not None:
        if not specimens.may_be_blank(source):
            raise AssignmentError(f"{source} has its solution in it: leave --solution out")
        said["solution"] = "solution.py"
        (folder / said["solution"]).write_text(_script(solution), encoding="utf-8")
    text = source.read_text(encoding="utf-8", errors="replace")
    if _copied_files(folder, source.resolve().parent, text):
        said["support"] = _FILES
    return said


def _script(solution: Path) -> str:
    """The text of a reference solution; a notebook's cells of code are put below one another.

    A cell that is no Python, which stops nothing else in a notebook, becomes a comment.
    """
    if solution.suffix != ".ipynb":
        text = solution.read_text(encoding="utf-8")
        try:
            tree_of(text)
        except (SyntaxError, ValueError) as error:
            raise AssignmentError(f"{solution} is no Python: {error}") from None
        return text
    try:
        cells = parse_notebook(solution.read_bytes()).cells
    except NotebookError as error:
        raise AssignmentError(f"{solution} {error}") from None
    code = [_MAGIC.sub("# ", cell.source).rstrip() for cell in cells if cell.kind == "code"]
    return "\n".join(f"# %%\n{_python_or_comment(source)}\n" for source in code)


def _python_or_comment(source: str) -> str:
    try:
        tree_of(source)
    except (SyntaxError, ValueError):
        return "\n".join(f"# {line}" for line in source.split("\n"))
    return source


def _copied_files(folder: Path, beside: Path, text: str, own: Collection[Path] = ()) -> bool:
    """Copy the files in a folder that a text or a copied module names; whether any was copied."""
    found = False
    for path in _named_in(beside, text, own):
        (folder / _FILES).mkdir(exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, folder / _FILES / path.name, ignore=_LEFT_OUT)
            found = True
        elif path.is_file() and path.stat().st_size <= _MOST_BYTES:
            shutil.copyfile(path, folder / _FILES / path.name)
            found = True
    return found


def _named_in(beside: Path, text: str, own: Collection[Path]) -> list[Path]:
    """The files and folders that a text names, and those that modules among them name."""
    left = [
        path
        for path in sorted(beside.iterdir())
        if not path.name.startswith(".") and path.suffix != ".ipynb" and not path.is_symlink()
        # A folder that the tests or the solution lie in is nothing for students.
        and not any(known.is_relative_to(path) for known in own)
    ]  # fmt: skip
    found: list[Path] = []
    while named := [path for path in left if path not in found and _is_named(path, text)]:
        found += named
        text = _text_of(path for path in named if path.suffix == ".py")
    return sorted(found)


def _copy_data(folder: Path, source: Path) -> None:
    """Copy the data beside a file of tests that its text names; the tests find it beside them."""
    text = source.read_text(encoding="utf-8", errors="replace")
    for path in sorted(source.resolve().parent.iterdir()):
        is_data = path.suffix not in (".py", ".ipynb") and not path.name.startswith((".", "_"))
        if path.is_symlink() or not is_data:
            continue
        if path.is_dir() and re.search(rf"""['"/]{re.escape(path.name)}['"/]""", text):
            shutil.copytree(path, folder / path.name, ignore=_LEFT_OUT)
        elif path.is_file() and path.name in text and path.stat().st_size <= _MOST_BYTES:
            shutil.copyfile(path, folder / path.name)


def _is_named(path: Path, text: str) -> bool:
    """Whether a notebook's text names a file beside it, or imports it."""
    if path.suffix == ".py":
        stem = re.escape(path.stem)
        # The text may be that of a notebook's file, in which a line begins behind \n or ".
        imports = rf"(?:^|\n|\"|\\n)[ \t]*(?:from\s+{stem}\b|import\s+(?:[\w. ]+,\s*)*{stem}\b)"
        return bool(re.search(imports, text))
    return f"{path.name}/" in text if path.is_dir() else path.name in text


def _foreign(path: Path) -> Iterator[str]:
    """The modules that a file of tests imports and that are not installed: the submission."""
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return
    for name in imported(source):
        if "." not in name and not _is_library(name) and not _is_helper(path, name):
            yield name


def _text_of(paths: Iterable[Path]) -> str:
    kept = (path for path in paths if path.exists())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in kept)


def _names_of(solution: Path, home: Path, tests: Collection[Path]) -> Iterator[str]:
    """The names by which tests import or start the solution: ``lab1``, ``src.lab1``.

    Args:
        solution: the file.
        home: the folder of the tests, as they were found.
        tests: the files, copied.
    """
    text, path = _text_of(tests), solution.resolve().with_suffix("")
    is_imported = re.search(rf"\b(?:from|import)\s+{re.escape(path.name)}\b", text)
    is_started = re.search(rf"\b{re.escape(solution.name)}\b", text)  # `python hw3.py`
    if is_imported or (is_started and path.name.isidentifier()):
        yield path.name
    above = home.resolve().parent
    if path.is_relative_to(above) and path.parent != above:
        package = ".".join(path.parent.relative_to(above).parts)
        imported = rf"from\s+{re.escape(package)}\s+import\s.*\b{re.escape(path.name)}\b"
        if f"{package}.{path.name}" in text or re.search(imported, text):
            yield f"{package}.{path.name}"


def _copy_helpers(folder: Path, home: Path, tests: Collection[Path], solution: Path | None) -> None:
    """Copy the tests' own modules that lie beside their folder, or beside the one file.

    Args:
        folder: of the copied tests.
        home: the folder of the tests, as they were found.
        tests: the files, copied.
        solution: the file, which is none of them.
    """
    text = _text_of(tests)
    for path in (*sorted(home.resolve().iterdir()), *sorted(home.resolve().parent.iterdir())):
        is_package = (path / "__init__.py").is_file()
        is_helper = path.suffix == ".py" and path.stem.startswith(_HELPERS)
        if not (is_package or is_helper) or path.is_symlink() or (folder / path.name).exists():
            continue
        is_other = path == home.resolve() or (solution and solution.resolve().is_relative_to(path))
        imports = rf"^\s*(?:from|import)\s+{re.escape(path.stem)}\b"
        if is_other or not re.search(imports, text, re.MULTILINE):
            continue
        if is_package:
            shutil.copytree(path, folder / path.name, ignore=_LEFT_OUT)
        else:
            shutil.copyfile(path, folder / path.name)


def _is_library(name: str) -> bool:
    return name in sys.stdlib_module_names or importlib.util.find_spec(name) is not None


def _is_helper(path: Path, name: str) -> bool:
    """Whether a module beside the tests is their helper, by a name that no submission has."""
    helper = path.with_name(f"{name}.py")
    is_file = helper.is_file() and name.startswith(_HELPERS)
    return is_file or (path.with_name(name) / "__init__.py").is_file()
