"""A notebook that is opened alone finds, or fetches, what it needs, or says what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import v4

from grader.assignment import loading
from grader.assignment.module_contents import settings_of
from grader.assignment.places import AssignmentError
from grader.authoring import opening_cell
from grader.bundles.files import grader_and_assignment
from grader.bundles.requirements import requirements
from grader.bundles.writing import archive, write_files
from grader.package import package_files, package_for

ROOT = Path(__file__).resolve().parents[1]
STUDENTS = ROOT / "assignment"
LAB = "C2_W1_Assignment.ipynb"
NAMES = "autils.py, coffee.py, data, pictures, suspects.py, public_tests"
BOOKS = sorted(path.relative_to(STUDENTS) for path in STUDENTS.rglob("C2*.ipynb"))
READY = "Everything is there.\n"
# What the opening has found is used: the suite around public_tests, and pictures.
USE = """
import autils, pictures
from public_tests import check
quiz_1 = (400,)
check("quiz")
print(autils.__file__)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The students' package as a zip, in a folder of its own."""
    path = tmp_path_factory.mktemp("package") / "week1.zip"
    path.write_bytes(archive(grader_and_assignment(ROOT, private=False), inside="week1"))
    return path


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A folder with the notebook and nothing else."""
    folder = tmp_path / "alone"
    folder.mkdir()
    shutil.copy(STUDENTS / LAB, folder)
    return folder


def source(book: Path) -> str:
    """The opening cell of a notebook."""
    cells = nbformat.read(STUDENTS / book, as_version=4).cells
    (cell,) = [cell for cell in cells if "opening" in cell.metadata.get("tags", [])]
    assert cell is next(cell for cell in cells if cell.cell_type == "code")
    return str(cell.source)


def run(code: str, folder: Path, *options: str, **variables: str) -> str:
    """What code prints in a process of its own; no grader is installed there."""
    hidden = (
        "import sys\nsys.meta_path = [way for way in sys.meta_path if 'editable' not in str(way)]\n"
    )
    done = subprocess.run([sys.executable, *options, "-c", hidden + code], cwd=folder, text=True,
                          capture_output=True, check=False, env={**os.environ, **variables})  # fmt: skip
    return done.stdout + done.stderr


@pytest.fixture
def served(package: Path) -> Iterator[str]:
    """The address of the package, on this machine."""
    handler = partial(Quiet, directory=str(package.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{package.name}"
    server.shutdown()
    thread.join()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """A server that tells nobody."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_every_notebook_begins_with_it(book: Path) -> None:
    """Labs and readings open as the practice lab does, and a kernel started elsewhere finds all."""
    text = source(book)
    assert "PACKAGE = " in text
    for folder in (STUDENTS / book.parent, ROOT, ROOT / "docs"):
        assert READY == run(text, folder)


def test_alone_and_without_a_network_it_names_all_that_is_missing(alone: Path) -> None:
    """One sentence for the files, one for the libraries, each with what to do; no traceback."""
    address = "http://127.0.0.1:9/week1.zip"  # nobody answers there
    text = opening_cell.cell(
        ROOT, address, ["import numpy, tensorflow\nimport numpy\nfrom public_tests import check"]
    )
    said = run(text, alone, "-S")
    for words in (f"Not found: {NAMES}, grader.", f"{address} cannot be read", "beside this notebook",
                  "Not installed: numpy, click, jinja2, msgspec, pyyaml.",
                  "%pip install numpy click jinja2 msgspec pyyaml"):  # fmt: skip
        assert words in said
    assert [alone / LAB] == list(alone.iterdir())


def test_in_a_kernel_what_is_missing_is_one_sentence_that_ends_run_all(alone: Path) -> None:
    """Nothing below runs into what is not there, and no traceback is shown."""
    notebook = nbformat.read(alone / LAB, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    code[0].source = code[0].source.replace('find_spec("grader")', "False")
    resources = {"metadata": {"path": str(alone)}}
    client = NotebookClient(notebook, kernel_name="python3", resources=resources)
    with pytest.raises(Exception, match="Not found"):
        client.execute(stderr=subprocess.DEVNULL)
    assert [1] == [cell.execution_count for cell in code if cell.execution_count]
    (error,) = code[0].outputs
    assert 1 == len(error.traceback)
    assert "Traceback" not in error.traceback[0]


def test_alone_it_fetches_the_package_from_the_course(alone: Path, served: str) -> None:
    """The package is unpacked beside the notebook, and all in it can be used."""
    text = opening_cell.cell(ROOT, served, ["import numpy", "from public_tests import check"])
    said = run(f"{text}\n{USE}", alone)
    assert f"Unpacked: {served}\n{READY}" in said
    assert str(alone / "week1" / "assignment" / "autils.py") in said
    assert READY == run(text, alone), "it is fetched once"


def test_a_package_beside_the_notebook_needs_no_network(alone: Path, package: Path) -> None:
    """The zip is unpacked, what was changed in it since stays, and other zips are left alone."""
    shutil.copy(package, alone)
    (alone / "another.zip").write_bytes(b"no zip at all")
    kept = alone / "week1" / "assignment" / LAB
    kept.parent.mkdir(parents=True)
    kept.write_text("my work")
    text = opening_cell.cell(ROOT, "http://127.0.0.1:9/", ["from public_tests import check"])
    assert READY in run(f"{text}\n{USE}", alone)
    assert "my work" == kept.read_text()


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_cloned_repository_has_what_its_notebooks_need(name: str, tmp_path: Path) -> None:
    """What ``package`` writes is what docs/ci.md lists, and each notebook in it opens and checks."""
    write_files(package_files(package_for(name), ROOT, "Neural Networks", {}), tmp_path)
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    listed = [line.split("  ")[0] for line in text.split("```")[3].splitlines()[1:]]
    other = {"github": ".gitlab", "gitlab": ".github"}[name]
    for entry in (part for line in listed for part in line.split(", ") if other not in part):
        assert (tmp_path / entry).exists(), entry
    for book in BOOKS:
        assert READY == run(source(book), (tmp_path / book).parent)
    assert str(tmp_path / "autils.py") in run(f"{source(Path(LAB))}\n{USE}", tmp_path)


def test_the_last_cell_grades_this_notebook_and_no_other(alone: Path, package: Path) -> None:
    """Beside a package that was unpacked it grades the notebook that is open, not the blank one."""
    shutil.copy(package, alone)
    notebook = v4.new_notebook(cells=[v4.new_code_cell("quiz_1 = (400,)")])
    nbformat.write(notebook, alone / LAB)
    last = nbformat.read(STUDENTS / LAB, as_version=4).cells[-1].source
    text = f"{source(Path(LAB))}\n{last.replace('is_saved = False', 'is_saved = True')}"
    assert " 1 / 18" in run(text, alone)
    (alone / LAB).unlink()
    assert "not saved as a file here" in run(text, alone)


def test_the_libraries_of_checks_are_those_of_the_grader() -> None:
    """What is named is what the grader requires, beside what every notebook brings."""
    names = {re.split(r"[^\w-]", need)[0] for need in requirements()}
    others = {"ipython", "numpy", "pytest"}
    assert names - others == set(opening_cell.OF_CHECKS.values())


@pytest.mark.parametrize("address", ["see the web page", 'https://a" or True or "', 7])
def test_an_address_is_an_address(address: object) -> None:
    """What is written into every notebook is an address and nothing else."""
    module = type(sys)("public_tests")
    module.ASSIGNMENT = {"title": "Week 1", "package": address}  # type: ignore[attr-defined]
    with pytest.raises(AssignmentError, match="package of ASSIGNMENT is an address"):
        settings_of(module, "public_tests/__init__.py")


def test_the_addresses_are_the_suites() -> None:
    """The assignment says both addresses in one place."""
    suite = loading.load_assignment(ROOT, private=False)
    assert ("", "") == (suite.package, suite.questions)
