"""Reading what was handed in: any notebook, any script, and sentences for the rest."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader.protocol.limits import Limits
from grader.submissions.notebook_format import _repaired
from grader.submissions.reading import Submission, SubmissionError, digest_of, read

in_one_folder = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def notebook(*sources: str | list[str], **more: Any) -> dict[str, Any]:
    """A notebook of nbformat 4.5 with these code cells."""
    cells = [
        {
            "cell_type": "code",
            "id": f"c{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(sources)
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | more


@pytest.fixture
def submit(tmp_path: Path) -> Any:
    """Write a file and read it as a submission."""

    def written(content: str | bytes | dict[str, Any], name: str = "submit.ipynb") -> Submission:
        path = tmp_path / name
        if isinstance(content, dict):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return written


def sources(submission: Submission) -> list[str]:
    """The sources of the cells."""
    return [cell.source for cell in submission.cells]


def test_a_source_is_a_list_or_a_string(submit: Any) -> None:
    """Both forms that nbformat 4 allows mean the same, to the digest as well."""
    one = submit(notebook("a = 1\nb = 2\n"))
    other = submit(notebook(["a = 1\n", "b = 2\n"]))
    assert ["a = 1\nb = 2\n"] == sources(one)
    assert one == other


def test_unknown_fields_do_no_harm(submit: Any) -> None:
    """Fields of other tools, at any level, are passed over; outputs may be anything."""
    content = notebook("a = 1", colab={"x": [1]}, widgets=None)
    content["cells"][0] |= {"outputs": "no list", "metadata": 7, "extra": {"deep": [[]]}}
    content["cells"] += [{"cell_type": "markdown", "source": "text"}, {"cell_type": "raw"}]
    assert ["a = 1"] == sources(submit(content))


def test_code_cells_are_numbered_without_the_others(submit: Any) -> None:
    """A cell's number counts the code cells from 1."""
    content = notebook("a = 1", "b = 2")
    content["cells"].insert(1, {"cell_type": "markdown", "source": "text"})
    assert [1, 2] == [cell.number for cell in submit(content).cells]


def test_a_byte_order_mark_is_no_error(submit: Any) -> None:
    """Files that begin with a BOM are read as any others."""
    assert ["a = 1"] == sources(submit(b"\xef\xbb\xbf" + json.dumps(notebook("a = 1")).encode()))
    assert ["a = 1\n"] == sources(submit(b"\xef\xbb\xbfa = 1\n", "submit.py"))


def test_an_old_notebook_is_upgraded(submit: Any) -> None:
    """A notebook of nbformat 3 is read, too."""
    cell = {"cell_type": "code", "language": "python", "input": ["a = 1"], "outputs": [],
            "metadata": {}, "collapsed": False, "prompt_number": 1}  # fmt: skip
    old = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0,
           "worksheets": [{"cells": [cell], "metadata": {}}]}  # fmt: skip
    assert ["a = 1"] == sources(submit(old))


@pytest.mark.parametrize(
    ("written", "read"),
    [("NaN", "null"), ("-Infinity", "null"), (r'"\ud800"', '"?"'), (r'"\udc00\ud83d\ude00"', r'"?\ud83d\ude00"'),
     (r'"NaN \\ud800 \" Infinity"', r'"NaN \\ud800 \" Infinity"'), ("[NaN,-1,NaN]", "[null,-1,null]"),
     (r'"\\\ud800\n"', r'"\\?\n"'), ('{"a": Infinity}', '{"a": null}')],
)  # fmt: skip
def test_what_jupyter_writes_beyond_json_is_read(submit: Any, written: str, read: str) -> None:
    """NaN and halves of surrogate pairs are mended where they stand, and nothing else is touched."""
    saved = json.dumps(notebook("a = 1", 'b = "NaN"'))

    def with_output(text: str) -> bytes:
        return saved.replace('"nbformat"', f'"x": {text}, "nbformat"').encode()

    assert json.loads(with_output(read)) == json.loads(_repaired(with_output(written)))
    assert ["a = 1", 'b = "NaN"'] == sources(submit(with_output(f"[{written}, NaN]")))


def test_the_line_ends_of_a_script_do_not_matter(submit: Any) -> None:
    """A script with the line ends of Windows is the same script."""
    unix = submit(b"a = 1\nb = 2\n", "submit.py")
    windows = submit(b"a = 1\r\nb = 2\r\n", "submit.py")
    assert unix == windows


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a = 1\n\nb = 2\n", {1: "a = 1", 3: "b = 2\n"}),
        (
            "\n# about a\na = 1; b = 2\n@f\ndef g():\n\n    pass",
            {2: "# about a\na = 1; b = 2", 4: "@f\ndef g():\n\n    pass"},
        ),
        ("# %%\na = 1\nb = 2", {1: "# %%\na = 1", 3: "b = 2"}),
        (
            'c = (1\n\na = 1\nb = 2\n\n"""x\n\ny\n"""\n',
            {1: "c = (1\n", 3: "a = 1", 4: "b = 2\n", 6: '"""x\n\ny\n"""\n'},
        ),
    ],
)
def test_the_cells_of_a_plain_script_are_its_statements(
    submit: Any, text: str, cells: dict[int, str]
) -> None:
    """They have the numbers of their first lines; a bracket left open costs its paragraph alone."""
    read = submit(text, "submit.py")
    assert cells == {cell.number: cell.source for cell in read.cells}
    assert ("c = (" in text) == any(cell.error for cell in read.cells)


def test_a_plain_script_is_other_work_than_a_cell(submit: Any) -> None:
    """A cell ends where it stops and a script goes on, so no mark of one is the other's."""
    assert submit("a = 1\nb = 2", "x.py").digest != submit(notebook("a = 1\nb = 2")).digest


def test_a_percent_script_has_cells(submit: Any) -> None:
    """``# %%`` begins a code cell; markdown and raw cells are left out."""
    text = (
        "import os\n# %%\na = 1\n# %% [markdown]\n# Text\n# %% a title\nb = 2\n"
        "# %% [raw]\nraw\n#%%\nc = 3\n# %%\n"
    )
    assert ["import os", "a = 1", "b = 2", "c = 3"] == [
        source.strip() for source in sources(submit(text, "submit.py"))
    ]


@pytest.mark.parametrize(
    ("source", "line", "code"),
    [
        ("%matplotlib inline\nimport os\na = 1", 3, "a = 1"),
        ("!pip install x\n\na = 1", 3, "a = 1"),
        ("a = 1\nnp.array?", 1, "a = 1"),
        ("files = !ls\na = 1", 2, "a = 1"),
        ("%%time\nimport os\na = 1", 3, "a = 1"),
        ("%%capture out\n\na = 1", 3, "a = 1"),
        ("\n\n%%time\na = 1", 4, "a = 1"),
        ("\n\n%matplotlib inline\na = 1", 4, "a = 1"),
        ("a = 1\rb = 2\r\n%time c = 3\rd = 4", 4, "d = 4"),
        ("%timeit f(1)\ndef f(x):\n    %time y = x\n    return y\na = 1", 5, "a = 1"),
    ],
)
def test_magics_become_python_line_by_line(submit: Any, source: str, line: int, code: str) -> None:
    """IPython's syntax is turned into calls, and every other line stays where it was."""
    (cell,) = submit(notebook(source)).cells
    assert cell.error is None
    assert code == cell.source.split("\n")[line - 1]
    assigned = [node for node in ast.parse(cell.source).body if isinstance(node, ast.Assign)]
    assert line == assigned[-1 if line > 1 else 0].lineno


def test_a_cell_in_another_language_is_not_python(submit: Any) -> None:
    """The body of ``%%bash`` is text for IPython and no code of the notebook."""
    (cell,) = submit(notebook("%%bash\na = 1")).cells
    assert cell.source.startswith("get_ipython().run_cell_magic('bash'")


def test_a_broken_cell_is_known_with_its_line(submit: Any) -> None:
    """A syntax error stays with its cell: number, line and text are known; others are read."""
    first, second = submit(notebook("a = 1\nb = (\nc = = 2", "d = 4")).cells
    assert first.error is not None
    assert ("SyntaxError", 1) == (first.error.kind, first.error.cell)
    assert first.error.line in (2, 3)
    assert first.error.code == first.source.split("\n")[first.error.line - 1]
    assert second.error is None


def test_the_digest_is_of_the_sources_alone(submit: Any) -> None:
    """Outputs, metadata and the file's name leave the digest as it is; a source changes it."""
    plain = submit(notebook("a = 1", "b = 2"))
    saved = notebook("a = 1", "b = 2", metadata={"kernelspec": {}})
    saved["cells"][0] |= {"outputs": [{"output_type": "stream", "text": "1"}], "execution_count": 9}
    assert plain.digest == submit(saved, "other.ipynb").digest
    others = [notebook("a = 1", "b = 3"), notebook("a = 1b = 2"), notebook("b = 2", "a = 1")]
    assert 4 == len({plain.digest, *(submit(other_script).digest for other_script in others)})


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
@example(["a\0b"], ["a", "b"])
@example(["\ud800"], ["?"])
@example(["1:a"], ["", "a"])
def test_other_cells_have_another_digest(some: list[str], others: list[str]) -> None:
    """Two lists of cells have one digest only if they are the same: nobody is taken for another."""
    assert (some == others) is (digest_of(tuple(some)) == digest_of(tuple(others)))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("submit.ipynb", b"", "is empty"),
        ("submit.ipynb", b" \n", "is empty"),
        ("submit.ipynb", b'{"cells": []}', "no code cells"),
        ("submit.ipynb", b'{"a": 1}', "it has no cells"),
        ("submit.ipynb", b'{"cells": [', "damaged"),
        ("submit.ipynb", b"[1, 2]", "no notebook"),
        ("submit.ipynb", b"import os", "no notebook"),
        ("submit.ipynb", b"PK\x03\x04\xff\xfe", "is a zip"),
        ("submit.ipynb", b'{"worksheets": [3]}', "no notebook"),
        ("submit.ipynb", b'{"cells": [{"cell_type": "code", "source": 3}]}', "no notebook"),
        ("submit.py", b"\xff\xfe\x00", "not a text file"),
        ("submit.py", b"\n\n", "is empty"),
    ],
)
def test_what_cannot_be_graded_has_a_sentence(
    submit: Any, name: str, content: bytes, says: str
) -> None:
    """A file that holds nothing to grade is refused in words that name it and say why."""
    with pytest.raises(SubmissionError, match=says) as caught:
        submit(content, name)
    assert name in str(caught.value)


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    """A name with a slip of the finger is answered with the name that is there."""
    (tmp_path / "submit.ipynb").write_text("{}")
    with pytest.raises(SubmissionError, match=r"is it submit\.ipynb\?"):
        read(tmp_path / "sumbit.ipynb")
    with pytest.raises(SubmissionError, match="folder"):
        read(tmp_path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """A file over the limit is refused by its size, and the option to raise it is named."""
    path = tmp_path / "submit.ipynb"
    with path.open("wb") as file:
        file.truncate((1 << 20) + 1)
    with pytest.raises(SubmissionError, match="--notebook-mb"):
        read(path, Limits(notebook_mb=1))


def test_a_name_of_any_bytes_can_be_written_down(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is read, and its name can be written into a report."""
    path = tmp_path / b"n\xffame.py".decode("utf-8", "surrogateescape")
    try:
        path.write_text("a = 1")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    assert b"n?ame.py" == read(path).name.encode()


@pytest.mark.parametrize("content", [b"{" * 10**5, b"[" * 10**5, b"x = " + b"(" * 10**4], ids=len)
def test_deep_nesting_is_a_submission_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Brackets without end stop no parser in a way that reaches the user."""
    for name in ("submit.ipynb", "submit.py"):
        (tmp_path / name).write_bytes(content)
        is_sound(tmp_path / name)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
keys = st.sampled_from(["cells", "worksheets", "nbformat", "cell_type", "source", "input"])
code = st.text(max_size=20) | st.lists(
    st.sampled_from(["%time ", "%%", "!ls", "?", "a = 1", "\n", "(", "'''", "\x00", "\r", "  ", "\ud800", "\\"]),
    max_size=6,
).map("".join)  # fmt: skip
cell_like = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", 3])}, optional={"source": code | json_values}
)
notebook_like = st.fixed_dictionaries(
    {"cells": st.lists(cell_like, max_size=3) | json_values}, optional={"nbformat": json_values}
) | st.dictionaries(keys, st.lists(st.dictionaries(keys, json_values), max_size=2) | json_values)


def is_sound(path: Path) -> None:
    """The file is a submission whose cells are Python or known not to be, or it is refused."""
    try:
        submission = read(path)
    except SubmissionError as error:
        assert str(error)
        return
    assert submission.cells
    for cell in submission.cells:
        if cell.error is None:
            ast.parse(cell.source)


@pytest.mark.filterwarnings("ignore")  # IPython and the parser warn of odd text
@in_one_folder
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
@example(b"\x00")
@example(b"%%time\n%%time\n")
def test_any_bytes_are_a_submission_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Whatever the file holds, the answer is a submission or a SubmissionError."""
    for name in ("submit.ipynb", "submit.py"):
        (tmp_path / name).write_bytes(content)
        is_sound(tmp_path / name)


@pytest.mark.filterwarnings("ignore")  # likewise
@in_one_folder
@given(notebook_like | json_values)
def test_any_json_is_a_submission_or_a_sentence(tmp_path: Path, content: Any) -> None:
    """Whatever the JSON holds, the answer is a submission or a SubmissionError."""
    (tmp_path / "submit.ipynb").write_text(json.dumps(content))
    is_sound(tmp_path / "submit.ipynb")
