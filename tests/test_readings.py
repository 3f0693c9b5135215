"""The readings run, and become pages that tell everybody everything but the graded answers."""

from __future__ import annotations

import ast
import inspect
import json
import keyword
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import FunctionType

import nbformat
import pytest
from click.testing import CliRunner

from grader.authoring import building as authoring
from grader.authoring import reading_pages
from grader.authoring.reading_pages import ReadingError
from grader.commandline.main import main

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assignment" / "Readings" / "C2_W1"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SECTIONS = 7
WORDS = range(900, 1801)
MINUTES = range(5, 16)
GRADED = ("my_dense", "my_sequential", "my_dense_v")
EXACT_RUN, SHAPE_RUN = 6, 11  # so many tokens in a row of an answer give it away
NUMPY = {"dot", "matmul", "shape", "zeros"}  # without one of them a run of names says nothing


class Parts(HTMLParser):
    """What of a page matters here: its tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the week's readings by name, made as by the command."""
    folder = tmp_path_factory.mktemp("pages")
    return {path.name: path.read_text() for path in reading_pages.write_readings(ROOT, folder)}


def cells(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    """The cells of a kind, ``markdown`` or ``code``."""
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def text(path: Path) -> str:
    """The words of a reading."""
    return "\n\n".join(cell.source for cell in cells(path, "markdown"))


def test_every_section_of_the_week_has_a_reading() -> None:
    """There is one reading for each section, and their names sort in the order of the week."""
    assert list(range(1, SECTIONS + 1)) == [
        int(re.findall(r"Reading(\d)_", path.name)[0]) for path in NOTEBOOKS
    ]


def test_every_reading_becomes_a_page(pages: dict[str, str]) -> None:
    """All run from top to bottom without an error or a warning, and are listed on one page."""
    assert [
        *(path.with_suffix(".html").name for path in NOTEBOOKS),
        "slides.html",
        "index.html",
    ] == list(pages)
    for path in NOTEBOOKS:
        assert f'href="{path.stem}.html"' in pages["index.html"]


def test_slides_have_every_picture_once(pages: dict[str, str]) -> None:
    """The slides are a title for each reading, and a slide for each of its pictures, in order."""
    slides = pages["slides.html"]
    shown = [image["src"] for image in Parts(slides).all("img")]
    readings = [html for name, html in pages.items() if name.startswith("C2_W1_Reading")]
    assert [image["src"] for html in readings for image in Parts(html).all("img")] == shown
    assert len(readings) == slides.count('<section class="title">')
    assert len(shown) + len(readings) == slides.count("<section")


def test_every_picture_is_told_in_words(pages: dict[str, str]) -> None:
    """Each picture has an alternative text of a sentence or more, and each page has pictures."""
    for name, html in pages.items():
        images = Parts(html).all("img")
        assert name == "index.html" or len(images) >= 2
        assert all(len(image["alt"] or "") > 30 for image in images)


def test_pages_need_nothing_else(pages: dict[str, str]) -> None:
    """A page loads nothing, has no script, and has its formulas as MathML."""
    for name, html in pages.items():
        parts = Parts(html)
        assert [] == parts.all("script") + parts.all("link") + parts.all("iframe")
        assert all((image["src"] or "").startswith("data:image/") for image in parts.all("img"))
        assert "url(" not in html
        assert "$" not in re.sub(r"<pre.*?</pre>|data:image[^\"]*", "", html, flags=re.DOTALL)
        assert "\\vec" not in html
        if name.startswith("C2_W1_Reading2"):
            assert len(parts.all("math")) > 10


def test_links_lead_somewhere(pages: dict[str, str]) -> None:
    """Links lead to another page, and notebooks that are named are there."""
    for name, html in pages.items():
        assert {link["href"] for link in Parts(html).all("a")} <= pages.keys(), name
    for path in NOTEBOOKS:
        named = re.findall(r"`([\w/]+\.ipynb)`", text(path))
        assert named, path.name
        assert all((ROOT / "assignment" / name).is_file() for name in named)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_reading_is_short_and_has_its_parts(path: Path) -> None:
    """A reading says how long it takes, asks, answers, sums up, and says where to practise."""
    words = text(path).partition("## References")[0]
    assert len(re.findall(r"[A-Za-z]\w*", re.sub(r"\$+[^$]+\$+", "", words))) in WORDS
    assert int(re.findall(r"\*About (\d+) minutes\.", words)[0]) in MINUTES
    assert words.count("<details>") == words.count("</details>") >= 1
    for part in ("**Stop and ", "## What to take along", "**Where you practise it:**"):
        assert part in words


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_code_that_is_shown_fits_its_column(path: Path) -> None:
    """Lines of code that a reader sees are short enough for the page."""
    for cell in cells(path, "code"):
        if not {"hide-input", "remove-cell"} & set(cell.metadata.get("tags", [])):
            assert all(len(line) <= 76 for line in cell.source.split("\n"))


def tokens(source: str, *, names: bool) -> list[str]:
    """Names, numbers and signs; without ``names`` those of variables are all the same."""
    found = re.findall(r"\w+|[^\w\s]", source)
    known = {"np", "range", *NUMPY, *keyword.kwlist}
    return [
        word if names or word in known or not word.isidentifier() else "name"
        for word in (token if not token.isdigit() or names else "name" for token in found)
    ]


def runs(source: str, *, names: bool) -> set[tuple[str, ...]]:
    """Every run of tokens of the length that counts."""
    found, length = tokens(source, names=names), EXACT_RUN if names else SHAPE_RUN
    every = {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}
    return {run for run in every if names or NUMPY & set(run)}


def answers() -> Iterator[str]:
    """The bodies of the graded functions, from the reference and from the lab's solution."""
    reference = pytest.importorskip("solutions.reference", reason="the instructor's")
    functions = vars(reference).values()
    sources = [
        inspect.getsource(function) for function in functions if isinstance(function, FunctionType)
    ]
    lab = (ROOT / "solutions" / "C2_W1_Assignment.py").read_text()
    sources += re.findall(r"^def my_\w+\(.*?(?=^# %%)", lab, flags=re.MULTILINE | re.DOTALL)
    for source in sources:
        function = ast.parse(source).body[0]
        assert isinstance(function, ast.FunctionDef)
        if function.name in GRADED:
            body = function.body[1:] if ast.get_docstring(function) else function.body
            yield "\n".join(ast.unparse(statement) for statement in body)


def test_an_answer_is_recognised() -> None:
    """The measure finds a right layer in other words, for one example and for a batch."""
    given_away = set().union(*(runs(answer, names=False) for answer in answers()))
    for answer in ("s = np.dot(V[:, k], x) + c[k]", "out = h(np.matmul(X, V) + c)"):
        assert runs(answer, names=False) & given_away


@pytest.mark.parametrize("names", [True, False])
def test_no_answer_is_in_a_reading(*, names: bool) -> None:
    """No piece of a graded function's answer is in a reading, whatever its variables are called."""
    given_away = set().union(*(runs(answer, names=names) for answer in answers()))
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            assert set() == runs(cell.source, names=names) & given_away, path.name


def reading(folder: Path, *more: nbformat.NotebookNode, name: str = "one") -> Path:
    """An assignment in a folder, with one reading that has these cells."""
    (folder / "assignment" / "Readings").mkdir(parents=True, exist_ok=True)
    (folder / "public_tests").mkdir(exist_ok=True)
    (folder / "public_tests" / "__init__.py").touch()
    heading = nbformat.v4.new_markdown_cell("# A title\n\n*Five minutes.*\n\nSee [two](two.ipynb).")
    notebook = nbformat.v4.new_notebook(cells=[heading, *more])
    nbformat.write(notebook, folder / "assignment" / "Readings" / f"{name}.ipynb")
    return folder


def code(source: str, *tags: str) -> nbformat.NotebookNode:
    """A cell of code with tags."""
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})


def test_only_what_is_meant_to_be_seen_is_shown(tmp_path: Path) -> None:
    """Hidden code shows its output, a removed cell nothing; other cells show both."""
    root = reading(
        tmp_path,
        code("print('se' + 'cret')", "remove-cell"),
        code("print('half' + 'way')", "hide-input"),
        code("print('op' + 'en')"),
        nbformat.v4.new_markdown_cell("$a < b$"),
    )
    list(reading_pages.write_readings(root, tmp_path / "pages"))
    page = (tmp_path / "pages" / "one.html").read_text()
    shown = {"secret", "halfway", "open"} & set(re.findall(r"\w+", page))
    assert {"halfway", "open"} == shown
    assert 1 == page.count('class="code"')
    assert 'href="two.html"' in page
    assert "<math" in page
    assert "Five minutes." in (tmp_path / "pages" / "index.html").read_text()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import warnings\nwarnings.warn('old')", "warns: "),
        ("from IPython.display import SVG\nSVG('<svg></svg>')", "without an alternative text"),
    ],
)
def test_a_reading_that_is_not_right_is_no_page(tmp_path: Path, source: str, said: str) -> None:
    """An error, a warning or a picture without words ends it, and names the reading."""
    with pytest.raises(ReadingError, match=rf"(?s)^one\.ipynb: .*{said}"):
        list(reading_pages.write_readings(reading(tmp_path, code(source)), tmp_path / "pages"))


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    """Without readings the command ends with 2 and a sentence; with one it names the pages."""
    root = reading(tmp_path)
    run = CliRunner().invoke(main, ["readings", str(tmp_path / "p"), "--assignment", str(root)])
    assert (0, 3) == (run.exit_code, run.output.count("written: "))
    (root / "assignment" / "Readings" / "one.ipynb").unlink()
    run = CliRunner().invoke(main, ["readings", "--assignment", str(root)])
    assert 2 == run.exit_code
    assert "there are no notebooks" in run.output


def test_a_heading_is_needed(tmp_path: Path) -> None:
    """A reading without a heading cannot be listed, and is named."""
    root = reading(tmp_path)
    path = root / "assignment" / "Readings" / "bare.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    with pytest.raises(ReadingError, match=r"^bare\.ipynb: a heading is missing"):
        list(reading_pages.write_readings(root, tmp_path / "pages"))


def test_a_source_without_regions_is_for_everybody(tmp_path: Path) -> None:
    """A reading is built once, for students, and Jupyter folds the code of its pictures."""
    for folder in ("assignment", "solutions"):
        (tmp_path / folder / "Readings").mkdir(parents=True)
    source = '# %% [markdown]\n# # A title\n\n# %% tags=["hide-input"]\nprint(1)\n'
    (tmp_path / "solutions" / "Readings" / "one.py").write_text(source)
    ((path, notebook),) = authoring.build(tmp_path).items()
    assert tmp_path / "assignment" / "Readings" / "one.ipynb" == path
    folded = json.loads(notebook)["cells"][1]["metadata"]
    assert {"tags": ["hide-input"], "jupyter": {"source_hidden": True}} == folded


def test_the_works_that_a_reading_names_are_in_its_references() -> None:
    """Each work that is cited by name and year has its entry, and no entry is cited nowhere."""
    name = "C2_W1_Reading6_General_Intelligence.ipynb"
    book = nbformat.read(ROOT / "assignment" / "Readings" / "C2_W1" / name, as_version=4)
    text = " ".join("\n".join(cell.source for cell in book.cells).split())
    text, _, list_ = text.partition("## References")
    entries = re.findall(r"- ([\w-]+(?: [\w-]+)?),.*?\((\d{4})\)", list_)
    assert len(entries) >= 20
    for surname, year in entries:
        named = rf"{surname}\b[^.]{{0,40}}{year}|{year}\b[^.]{{0,40}}{surname}"
        assert re.search(named, text), (surname, year)
    cited = re.findall(r"([\w-]+) and others[,(]* \(?(\d{4})", text)
    assert not set(cited) - {(surname.split()[-1], year) for surname, year in entries}
