"""The search of a student's package for secrets: each kind, planted in each kind of place."""

from __future__ import annotations

import base64
import gzip
import io
import json
import pickle
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from assignment_copy import copied
from nbformat import v4, writes

from grader.assignment import loading
from grader.authoring import building as authoring
from grader.commands.release import release
from grader.diagnosis import catalogue
from grader.release import leaks, passages, secret_content, student_package
from grader.release.secret_content import Secrets

ROOT = Path(__file__).resolve().parents[1]
SECRET = ROOT / "solutions"
TITLE = "Neural Networks: handwritten digits"

if not (SECRET / "__init__.py").is_file():
    pytest.skip("the solutions are the instructor's", allow_module_level=True)

LAYER = """\
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
"""
LINE = "z = np.dot(w, a_in) + b[j]"
VARIANT = "a_out[j] = g(np.dot(W[:, j], a_in) + b[j])"
RETURNED = "np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)"
WRONG = "a_out[j] = g(np.dot(W[:, j], a_in)) + g(b[j])"
CASE = 'case("one input", layer(1, 3, bent), help="A single input still goes into every unit."),'


def collect(root: Path) -> Secrets:
    """What an assignment hides, with the exercises of this one."""
    return secret_content.secrets_of(root, loading.load_assignment(ROOT), authoring.build(root))


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    """What this assignment hides."""
    return collect(ROOT)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The package of this assignment."""
    return student_package.release_files(ROOT, TITLE)


def found(name: str, data: bytes | str, secrets: Secrets) -> list[leaks.Finding]:
    """What is found in a file of a package."""
    content = data.encode() if isinstance(data, str) else data
    return leaks.search({name: content}, secrets, lambda _done, _total: None)


def book(*cells: Any) -> str:
    """A notebook's text."""
    return str(writes(v4.new_notebook(cells=[v4.new_markdown_cell("# Hello"), *cells])))


def with_output(text: str) -> Any:
    """A cell that has printed something."""
    return v4.new_code_cell("f()", outputs=[v4.new_output("stream", text=text)])


def base64_of(content: bytes) -> str:
    """What stands in a notebook for a picture or an attachment."""
    return base64.b64encode(content).decode()


def attached(content: bytes) -> Any:
    """A cell with an attachment, as notebooks keep one."""
    kept = {"notes.txt": {"text/plain": base64_of(content)}}
    return v4.new_markdown_cell("![](attachment:notes.txt)", attachments=kept)


def packed(name: str, content: bytes) -> bytes:
    """A zip archive with a file in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def saved(array: Any, save: Callable[..., None] = np.save) -> bytes:
    """An array in a file."""
    file = io.BytesIO()
    save(file, array)
    return file.getvalue()


def holdout() -> Any:
    """The images that nobody trains on."""
    return np.load(SECRET / "data" / "X_holdout.npy")


def program(entries: str) -> str:
    """The longest program of these entries of the catalogue."""
    known = getattr(catalogue.load_catalogue(SECRET), entries)
    return max((program for entry in known for program in entry.variants), key=len)


# The kinds of secret, each as text.
SECRETS: dict[str, Callable[[], str]] = {
    "a marked solution": lambda: LAYER,
    "a line of one": lambda: LINE,
    "the key": lambda: (SECRET / "key.txt").read_text().strip(),
    "an image of the hold-out data": lambda: " ".join(f"{x:.4f}" for x in holdout()[3]),
    "a private case": lambda: CASE,
    "an accepted answer": lambda: program("accepted"),
    "a mistake": lambda: program("mistakes"),
    "the reference": lambda: "\n" + (SECRET / "reference.py").read_text(encoding="utf-8"),
}  # fmt: skip
# The places in which one may stand: the file's name, its content, and the name and line to be told.
PLACES: dict[str, Callable[[str], tuple[str, str | bytes, str, int]]] = {
    "a cell of code": lambda secret: ("a.ipynb", book(v4.new_code_cell(secret)), "a.ipynb", 18),
    "a cell of text": lambda secret: ("a.ipynb", book(v4.new_markdown_cell(secret)), "a.ipynb", 16),
    "an output": lambda secret: ("a.ipynb", book(with_output(secret)), "a.ipynb", 21),
    "metadata": lambda secret: (
        "a.ipynb", book(v4.new_code_cell("", metadata={"note": secret})), "a.ipynb", 16),
    "an attachment": lambda secret: ("a.ipynb", book(attached(secret.encode())), "a.ipynb", 15),
    "a text": lambda secret: ("a.md", f"Look:\n\n{secret}\n", "a.md", 3),
    "a comment": lambda secret: (
        "a.py", "x = 1\n" + "".join(f"# {line}\n" for line in secret.split("\n")), "a.py", 2),
    "JSON": lambda secret: ("a.json", '{\n"text": ' + json.dumps(secret) + "}", "a.json", 2),
    "JSON in JSON": lambda secret: ("a.json", json.dumps(json.dumps([secret])), "a.json", 1),
    "an archive": lambda secret: (
        "a.zip", packed("b/c.py", f"\n{secret}".encode()), "a.zip/b/c.py", 2),
    "an archive in an archive": lambda secret: (
        "a.zip", packed("b.zip", packed("c.py", secret.encode())), "a.zip/b.zip/c.py", 1),
    "base64": lambda secret: ("a.py", f"x = 1\ny = '{base64_of(secret.encode())}'", "a.py", 2),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_is_found_wherever_it_is_planted(kind: str, place: str, secrets: Secrets) -> None:
    """Each kind of secret is found in each place, and file and line are named."""
    name, content, told, line = PLACES[place](SECRETS[kind]())
    finding = found(name, content, secrets)[0]
    assert told == finding.file
    # A program begins with what is nobody's secret, such as imports, unless all of it is one line.
    longest = 40 if "\n" in SECRETS[kind]() else 0
    assert line <= finding.line <= line + longest
    assert (2 if told.endswith(".ipynb") else 0) == finding.cell
    assert f"{told}, line {finding.line}" in str(finding)
    assert "solutions/" in finding.secret


CODE: dict[str, Callable[[], tuple[str, str, int]]] = {
    "in one line, by semicolons": lambda: ("a.py", "x = 1\n" + f"w = 2; {LINE}; print(z)", 2),
    "with comments and spaces": lambda: ("a.py", "z=np.dot( w,a_in )+b[ j ]  # the sum", 1),
    "wrapped": lambda: ("a.py", "\n\nz = np.dot(w,  # the weights\n   a_in) + b[j]\n", 3),
    "coloured in a page": lambda: ("a.html", coloured("z = np . dot ( w , a_in ) + b [ j ]"), 3),
    "a part of the reference": lambda: (
        "a.py", f"def f(a_in, W, b, g):\n    return {RETURNED}\n", 2),
    "a whole answer in one short line": lambda: ("a.md", "Or:\n\n`return g(a_in @ W + b)`\n", 3),
    "one line of an accepted answer": lambda: ("a.md", f"Or:\n\n    {VARIANT}\n", 3),
    "one line of a mistake": lambda: ("a.md", f"Not:\n\n    {WRONG}\n", 3),
    "a private case among public ones": lambda: (
        "public_tests/my_dense.py", public_cases() + CASE, public_cases().count("\n") + 1),
    "how private cases are drawn": lambda: (
        "a.py", (SECRET / "drawing.py").read_text().partition("def weights")[2], 3),
    "the instructor's tools": lambda: ("tool.py", "# %%\n" + (SECRET / "make_data.py").read_text(), 0),
}  # fmt: skip


def coloured(code: str) -> str:
    """Code as a web page shows it."""
    spans = "".join(f'<span class="n">{word}</span> ' for word in code.replace("<", "&lt;").split())
    return f"<html><body>\n<p>Look:</p>\n<pre>{spans}</pre></body></html>"


def public_cases() -> str:
    """The public cases of an exercise."""
    return (ROOT / "public_tests" / "my_dense.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", CODE)
def test_code_of_the_instructors_is_found(kind: str, secrets: Secrets) -> None:
    """However code is wrapped, spaced, commented or cut out, it is found, and its line is named."""
    name, text, line = CODE[kind]()
    findings = found(name, text, secrets)
    assert findings
    assert name == findings[0].file
    assert line in (0, findings[0].line)
    assert findings[0].secret.startswith("solutions/")


def test_every_program_of_the_catalogue_is_found(secrets: Secrets) -> None:
    """Planted one by one in a notebook, all known answers are found but those of a word or two."""
    known = catalogue.load_catalogue(SECRET)
    entries = (*known.mistakes, *known.accepted)
    programs = {program for entry in entries for program in entry.variants}
    unseen = [
        text for text in programs if not found("a.ipynb", book(v4.new_code_cell(text)), secrets)
    ]
    assert [] == [text for text in unseen if len(passages.words(text)) > 40]
    assert len(unseen) < len(programs) / 100


@pytest.mark.parametrize(
    "plant",
    [
        (SECRET / "data" / "X_holdout.npy").read_bytes,
        (SECRET / "data" / "y_holdout.npy").read_bytes,
        lambda: saved(holdout().astype(float)),
        lambda: saved(holdout()[7:8]),
        lambda: saved(holdout(), np.savez),
        lambda: saved(holdout(), np.savez_compressed),
        lambda: packed("X.npy", saved(holdout())),
        lambda: gzip.compress(saved(holdout())),
        lambda: holdout().tobytes(),
        lambda: pickle.dumps({"X": holdout()[3]}),
        lambda: "\n".join(",".join(f"{x:.4f}" for x in row) for row in holdout()[:3]).encode(),
        lambda: book(with_output(str(holdout()[5].tolist()))).encode(),
        lambda: book(attached(saved(holdout()[5]))).encode(),
    ],
    ids=["file", "labels", "float64", "an image", "npz", "npz compressed", "zip", "gzip", "raw",
         "pickle", "csv", "printed", "attached"],
)  # fmt: skip
def test_hold_out_data_are_found(plant: Callable[[], bytes], secrets: Secrets) -> None:
    """Held-out data are found in other files, number types and notations, an image is enough."""
    findings = found("data.bin", plant(), secrets)
    assert findings
    assert findings[0].secret.startswith("solutions/data/")


def test_the_key_is_found_as_json_may_write_it(secrets: Secrets) -> None:
    """A slash of the key may be escaped, as some programs that write JSON do."""
    text = "{\n" + json.dumps(SECRETS["the key"]()).replace("/", "\\/") + "}"
    assert "\\/" in text
    (finding,) = found("a.json", text, secrets)
    assert ("solutions/key.txt, line 1", 2) == (finding.secret, finding.line)


def test_another_key_from_the_environment_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key in force is a secret wherever it comes from."""
    monkeypatch.setenv("GRADER_KEY", "correct horse battery staple")
    (finding,) = found("a.md", "It is\ncorrect horse battery staple.", collect(ROOT))
    assert (2, "the key") == (finding.line, finding.secret)


def test_this_package_is_clean(files: dict[str, bytes], secrets: Secrets) -> None:
    """Nothing is found in what students do receive: stubs, hints, public cases, data, the grader."""
    assert [] == [str(finding) for finding in leaks.search(files, secrets, lambda _d, _t: None)]


@pytest.mark.parametrize(
    "text",
    [
        "def my_dense(a_in, W, b, g):\n    ### START CODE HERE ###\n    a_out = None\n",
        "from __future__ import annotations\n\nfrom collections.abc import Callable\n\nimport numpy as np",
        'Call("my_dense", PARAMETERS, arguments)',
        "With zero inputs each unit shows g of its own bias.",
        "more units than inputs",
        "a layer for images, 400 inputs",
        "for j in range(W.shape[1]):",
        "np.matmul(A_in, W)",
        'model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="adam")',
        "Dense(25, activation='sigmoid')",
        "a1 = my_dense(x, W1, b1, sigmoid)",
        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
    ],
)
def test_what_anybody_may_write_is_no_secret(text: str, secrets: Secrets) -> None:
    """Signatures, imports, titles, heads of loops and calls in use are nobody's secret."""
    assert [] == found("a.py", text, secrets)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the assignment that may be spoiled."""
    return copied(tmp_path / "copy")


def test_a_solution_outside_of_its_marks_is_found(copy: Path) -> None:
    """Where the instructor forgot the marks, other known answers still tell."""
    shutil.copytree(SECRET / "mistakes" / "my_dense", copy / "solutions" / "more")
    source = copy / "solutions" / "C2_W1_Assignment.py"
    head, definition, rest = source.read_text(encoding="utf-8").partition("def my_dense(")
    body, _, rest = rest.partition("### END CODE HERE ###")
    marks = re.compile(r"^ *# (?:BEGIN|END|STUB).*\n|^ *### START.*\n", re.MULTILINE)
    source.write_text(head + definition + marks.sub("", body) + rest, encoding="utf-8")
    authoring.write(copy)
    notebook = (copy / "assignment" / "C2_W1_Assignment.ipynb").read_text(encoding="utf-8")
    secret = collect(copy)
    findings = leaks.search(student_package.release_files(copy, TITLE), secret, lambda _d, _t: None)
    assert {"assignment/C2_W1_Assignment.ipynb"} == {finding.file for finding in findings}
    lines = notebook.split("\n")
    begin = next(number for number, line in enumerate(lines) if "def my_dense(" in line)
    end = next(number for number, line in enumerate(lines) if "np.dot(W[:, j], a_in)" in line)
    assert any(begin < finding.line <= end + 1 for finding in findings)
    assert all(finding.cell for finding in findings)


def test_marked_cells_of_an_own_notebook_are_secret(copy: Path) -> None:
    """Hidden tests and solutions in an instructor's own notebook are looked for, too."""
    cells = [
        v4.new_code_cell("### BEGIN SOLUTION\narea = 3.14159 * radius ** 2 + offset\n### END SOLUTION"),
        v4.new_code_cell("assert area\n### BEGIN HIDDEN TESTS\nassert abs(area - 12.566) < "
                         "tolerance * 3\n### END HIDDEN TESTS"),
    ]  # fmt: skip
    (copy / "solutions" / "own.source.ipynb").write_text(book(*cells), encoding="utf-8")
    secret = collect(copy)
    for text in (
        "area = 3.14159 * radius**2 + offset",
        "assert abs(area - 12.566) < tolerance * 3",
    ):
        (finding,) = found("assignment/a.md", f"Hm.\n{text}", secret)
        assert (2, True) == (finding.line, "own.source.ipynb, cell" in finding.secret)


def test_notes_of_the_instructors_are_secret(copy: Path) -> None:
    """Other texts of the secret folder are found; what they quote of the notebooks is not."""
    notes = (
        "In the meeting we agreed that whoever hands in two days late still gets half of the "
        "points, but only once in a term, says Jürgen."
    )
    book = json.loads((ROOT / "assignment" / "C2_W1_Assignment.ipynb").read_text(encoding="utf-8"))
    texts = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "markdown"]
    quoted = max((line for text in texts for line in text.split("\n")), key=len)
    (copy / "solutions" / "notes.md").write_text(f"{notes}\n\n{quoted}\n", encoding="utf-8")
    secret = collect(copy)
    (finding,) = found("a.md", notes.replace(" half", "\n  half"), secret)
    assert "solutions/notes.md, line 1" == finding.secret
    assert found("a.json", json.dumps(notes), secret)  # with characters as numbers
    assert [] == found("a.md", f"It begins so: {quoted}", secret)


def test_a_note_that_quotes_the_grader_is_no_secret(copy: Path) -> None:
    """What the grader says on the screen stands in its own files, which everybody has."""
    said = " ".join((release.help or "").split())
    (copy / "solutions" / "notes.md").write_text(f"When I released it:\n\n{said}\n")
    assert [] == found("grader/commands/release.py", said, collect(copy))


def test_an_instructor_can_say_what_may_be_known(copy: Path) -> None:
    """A line in ``given.txt`` of the secret folder is no secret any more."""
    assert found("a.md", VARIANT, collect(copy))
    (copy / "solutions" / "given.txt").write_text(f"It is in the book:\n{VARIANT}\n")
    assert [] == found("a.md", VARIANT, collect(copy))
