"""Readings as pages: notebooks are run and written as HTML files that need nothing else.

A page holds its figures, its style and its formulas (as MathML), so it reads without a network,
on paper, on a phone, and in light and dark. Of a cell tagged ``hide-input`` only the figure is
shown, of one tagged ``remove-cell`` nothing.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import nbformat
from jinja2 import pass_context
from latex2mathml.converter import convert
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from traitlets.config import Config

from grader.authoring.slides import slides_page
from grader.errors import GraderError

READINGS = Path("assignment", "Readings")
_TEMPLATES = Path(__file__).parent / "templates"
_REMOVED = "remove-cell"
_SECONDS = 120  # for a cell; the first one may import TensorFlow on a busy machine
_KINDS = ["image/svg+xml", "image/png", "text/html", "text/plain"]  # the first there is is shown
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_ABOUT = re.compile(r"^\*([^*]+)\*$", re.MULTILINE)
_NOTEBOOK_LINK = re.compile(r'(href="[\w./-]+)\.ipynb(?=[#"])')


class ReadingError(GraderError):
    """A reading cannot be made into a page; the message names it and says what to change."""


class Page(msgspec.Struct, frozen=True):
    """A page in the list of pages: its file, its heading and the line below that."""

    name: str
    title: str
    about: str


def write_readings(root: Path, folder: Path) -> Iterator[Path]:
    """Run the assignment's readings and write each, their slides and a list of them into a folder.

    Yields:
        The path of each page once it is written.

    Raises:
        ReadingError: there are no readings, or one fails, warns, or has a figure that says
            nothing to those who cannot see it.
    """
    paths = sorted((root / READINGS).rglob("*.ipynb"))
    paths = [path for path in paths if ".ipynb_checkpoints" not in path.parts]
    if not paths:
        raise ReadingError(f"there are no notebooks in {root / READINGS}; grader build makes them.")
    notebooks = [nbformat.read(path, as_version=4) for path in paths]
    pages = [_page(path, notebook) for path, notebook in zip(paths, notebooks, strict=True)]
    folder.mkdir(parents=True, exist_ok=True)
    for number, (path, notebook) in enumerate(zip(paths, notebooks, strict=True)):
        run_reading(notebook, path)
        target = folder / pages[number].name
        target.write_text(page(notebook, pages, number), encoding="utf-8", newline="\n")
        yield target
    slides = folder / "slides.html"
    texts = slides_page(zip([page.about for page in pages], notebooks, strict=True))
    slides.write_text(texts, encoding="utf-8", newline="\n")
    yield slides
    index = folder / "index.html"
    contents = nbformat.v4.new_notebook()
    index.write_text(page(contents, pages, None), encoding="utf-8", newline="\n")
    yield index


def run_reading(notebook: NotebookNode, path: Path) -> None:
    """Run a reading where it lies, and keep its outputs in it.

    Raises:
        ReadingError: a cell fails or warns, or an image has no alternative text.
    """
    resources = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, timeout=_SECONDS, resources=resources)
    try:
        # The kernel's own note that it talks over TCP goes nowhere.
        client.execute(stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        raise ReadingError(f"{path.name}: {error}") from error
    for cell in notebook.cells:
        if cell.cell_type != "code" or _REMOVED in cell.metadata.get("tags", []):
            continue
        for output in cell.outputs:
            if fault := _fault(output):
                raise ReadingError(f"{path.name}: the cell\n{cell.source}\n{fault}")


def page(notebook: NotebookNode, pages: list[Page], number: int | None) -> str:
    """Return a notebook that was run as HTML, with the ways to its neighbours; no number: a list.

    Links to other notebooks lead to their pages.
    """
    resources = {"pages": pages, "number": number}
    html, _ = _Exporter().from_notebook_node(notebook, resources=resources)
    return _NOTEBOOK_LINK.sub(r"\1.html", html)


def _page(path: Path, notebook: NotebookNode) -> Page:
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    heading, about = _HEADING.search(text), _ABOUT.search(text)
    if not heading:
        raise ReadingError(f"{path.name}: a heading is missing; begin its text with '# '.")
    return Page(path.with_suffix(".html").name, heading[1], about[1] if about else "")


def _fault(output: NotebookNode) -> str:
    """The fault of an output in words; empty if it has none."""
    if output.output_type == "stream":
        return f"warns: {output.text}" if output.name == "stderr" else ""
    for kind in output.get("data", {}):
        if kind.startswith("image/") and not output.metadata.get(kind, {}).get("alt"):
            return "shows an image without an alternative text."
    return ""


class _Renderer(IPythonRenderer):
    """Markdown to HTML, with formulas as MathML, which browsers draw without a script."""

    def inline_math(self, body: str) -> str:
        return str(convert(body))

    def block_math(self, body: str) -> str:
        return f'<div class="formula">{convert(body, display="block")}</div>'


class _Exporter(HTMLExporter):
    """Notebook to page, by the template ``reading``."""

    def __init__(self) -> None:
        removed = {"remove_cell_tags": {_REMOVED}, "remove_input_tags": {"hide-input"}}
        settings = {
            "TagRemovePreprocessor": {"enabled": True, **removed},
            "NbConvertBase": {"display_data_priority": _KINDS},
        }
        super().__init__(
            config=Config(settings),
            extra_template_basedirs=[str(_TEMPLATES)],
            template_name="reading",
        )

    @pass_context
    def markdown2html(self, _context: object, source: str) -> str:
        """Return markdown as HTML, formulas included."""
        renderer = _Renderer(escape=False, exclude_anchor_links=True)
        return str(MarkdownWithMath(renderer=renderer).render(source))
