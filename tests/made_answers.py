"""Answers to the week's NumPy functions as a class writes them, made by chance in two ways.

`styled` puts an answer together from how it may be begun, counted, summed and said. `mutated` takes
one that is known to be right, from the catalogue or from outside it, and rewrites statements of it.
Most answers of either differ from each other; some are what the notebook suggests, as always.
"""

from __future__ import annotations

import ast
import builtins
import io
import keyword
import random
import re
import textwrap
import tokenize
from collections.abc import Callable, Mapping

Cells = dict[str, str]
"""By the exercise the code of an answer."""

PLAIN: Cells = {
    "my_dense": """\
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out
""",
    "my_sequential": """\
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
""",
    "my_dense_v": """\
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out
""",
}
_COUNTS = ("W.shape[1]", "len(b)", "b.shape[0]", "b.size", "W.shape[-1]", "np.shape(W)[1]",
           "len(W[0])", "len(W.T)", "int(b.shape[0])")  # fmt: skip
_SUMS = ("np.dot(w, a_in)", "np.dot(a_in, w)", "a_in @ w", "w @ a_in", "np.sum(w * a_in)",
         "(a_in * w).sum()", "np.inner(a_in, w)", "sum(w * a_in)", "np.vdot(w, a_in)",
         "np.sum(np.multiply(a_in, w))", "sum(p * q for p, q in zip(a_in, w))")  # fmt: skip
_ROOM = ("np.zeros({n})", "np.zeros(({n},))", "np.empty({n})", "np.ones({n})", "np.zeros_like(b, dtype=float)",
         "np.full({n}, 0.0)", "np.zeros(shape={n})", "np.zeros({n}, dtype=float)")  # fmt: skip
# What somebody adds of their own; {k} and {m} are numbers.
_OWN = (
    "a_in = np.asarray(a_in, dtype=float)", "W, b = np.asarray(W), np.asarray(b)",
    "a_in = np.array(a_in).reshape(-1)", "b = np.ravel(b)", "inputs = W.shape[0]",
    "assert W.shape[0] == len(a_in)", "assert W.ndim == 2 and b.ndim == 1, 'shapes'",
    "assert W.shape == (len(a_in), len(b)), f'{W.shape} does not fit'", "assert callable(g)",
    "if len(a_in) != W.shape[0]:\n    raise ValueError('the inputs do not fit')",
    "if not isinstance(W, np.ndarray):\n    W = np.array(W)", "shown = False",
    "if a_in.ndim > 1:\n    a_in = a_in.flatten()", "n_in, n_out = W.shape", "verbose = {k} > {m}",
    "if W.shape[1] > {k}00000:\n    print('many units', W.shape)", "checked = W.shape[1] * {k}",
    "names = ['unit ' + str(i + {k}) for i in range(W.shape[1])]", "history = []", "steps = {k}",
    "sizes = dict(inputs=W.shape[0], units=W.shape[1])", "largest = max(W.shape) + {k}",
    "for axis in range({m} % 2):\n    assert W.shape[axis] > 0", "eps = 10 ** -{k}0 * {m} * 0",
    "if b.shape != (W.shape[1],):\n    b = b.reshape(W.shape[1])", "total = 0.0 * {k}",
    "try:\n    n_features = W.shape[0]\nexcept IndexError:\n    n_features = {k}",
    "while a_in.ndim > 1 and a_in.shape[0] == 1:\n    a_in = a_in[0]", "offset = {k} - {k}",
)  # fmt: skip
_LAYERS = ("W1, b1", "W2, b2", "W3, b3")


def styled(chance: random.Random) -> Cells:
    """A right answer to each function, in a style that holds in all of them.

    One in four is what the notebook suggests; the others differ from it in one thing or many.
    """
    own = chance.choice((0.0, 0.1, 0.3, 0.6, 0.9))  # how much of one's own is in it
    if chance.random() < 0.15:
        return dict(PLAIN)

    def often(first: str, *others: str) -> str:
        return first if chance.random() > own else chance.choice(others)

    return {
        "my_dense": _dense(chance, own, often),
        "my_sequential": _sequential(chance, own, often),
        "my_dense_v": _dense_v(chance, own, often),
    }


def _dense(chance: random.Random, own: float, often: Callable[..., str]) -> str:
    count, total = often(*_COUNTS), often(*_SUMS)
    room = often(*_ROOM).format(n="units")
    column = often("W[:, j]", "W.T[j]", "W[..., j]", "W.transpose()[j]", "W[:, j].copy()")
    if often("apart", "inside", "inside") == "inside":
        start, total = "", re.sub(r"\bw\b", column, total)
    else:
        start = f"w = {column}\n"
    bias = often(
        f"{total} + b[j]", f"b[j] + {total}", f"{total} + float(b[j])", f"0 + {total} + b[j]"
    )
    inner = start + often(f"z = {bias}\na = g(z)", f"a = g({bias})",
                          f"z = {total}\nz += b[j]\na = g(z)",
                          f"weighted = {total}\nshifted = weighted + b[j]\na = g(shifted)",
                          f"parts = [{total}, b[j]]\na = g(sum(parts))")  # fmt: skip
    header = often("for j in range(units):", "for j, _ in enumerate(b):", "for j in np.arange(units):",
                   "for j in list(range(0, units)):", "for j in range(0, units, 1):")  # fmt: skip
    form = often("room", "append", "append", "list", "while", "helper", "plus")
    first = _own(chance, own) + (f"units = {count}\n" if form not in ("helper", "list") else "")
    if form == "room":
        body = f"a_out = {room}\n{header}\n{_in(re.sub('(?m)^a = ', 'a_out[j] = ', inner))}"
        body += often("return a_out", "return np.array(a_out)", "return a_out.copy()",
                      "return np.asarray(a_out)", "return a_out[:]")  # fmt: skip
    elif form == "append":
        body = f"a_out = []\n{header}\n{_in(inner + chr(10) + 'a_out.append(a)')}"
        body += often(
            "return np.array(a_out)", "return np.asarray(a_out)", "return np.stack(a_out)"
        )
    elif form == "plus":
        body = (
            f"a_out = []\n{header}\n{_in(inner + chr(10) + 'a_out += [a]')}return np.array(a_out)"
        )
    elif form == "while":
        body = f"a_out = {room}\nj = 0\nwhile j < units:\n"
        body += _in(inner + "\na_out[j] = a\n" + often("j += 1", "j = j + 1")) + "return a_out"
    elif form == "helper":
        name = chance.choice(("unit", "neuron", "activate", "one_output", "single"))
        body = f"def {name}(j):\n{_in(inner + chr(10) + 'return a')}"
        body += f"\nreturn np.array([{name}(j) for j in range({count})])"
    else:
        short = re.sub(r"(?<![.\w])w(?!\w)", column, bias)
        body = f"return np.array([g({short}) for j in range({count})])"
    return f"def my_dense(a_in, W, b, g):\n{_in(first + body)}"


def _sequential(chance: random.Random, own: float, often: Callable[..., str]) -> str:
    pairs = often("[({}), ({}), ({})]", "(({}), ({}), ({}))", "[[{}], [{}], [{}]]").format(*_LAYERS)
    call = often("my_dense({a}, {W}, {b}, sigmoid)", "my_dense(a_in={a}, W={W}, b={b}, g=sigmoid)",
                 "my_dense({a}, {W}, {b}, g=sigmoid)", "my_dense({a}, W={W}, b={b}, g=sigmoid)")  # fmt: skip

    def layer(a: str, number: int) -> str:
        return call.format(a=a, W=f"W{number}", b=f"b{number}")

    form = often("lines", "same", "loop", "loop", "nested", "zip", "kept", "index")
    if form == "lines":
        body = f"a1 = {layer('x', 1)}\na2 = {layer('a1', 2)}\n"
        body += often(f"a3 = {layer('a2', 3)}\nreturn a3", f"return {layer('a2', 3)}",
                      f"out = {layer('a2', 3)}\nout = np.asarray(out)\nreturn out",
                      f"a3 = {layer('a2', 3)}\nassert len(a3) == len(b3)\nreturn a3")  # fmt: skip
    elif form == "same":
        body = f"a = {layer('x', 1)}\na = {layer('a', 2)}\na = {layer('a', 3)}\nreturn a"
    elif form == "nested":
        body = f"return {layer(layer(layer('x', 1), 2), 3)}"
    elif form == "loop":
        body = f"a = x\nfor W, b in {pairs}:\n    a = {call.format(a='a', W='W', b='b')}\nreturn a"
    elif form == "zip":
        body = f"a = x\nfor W, b in zip([W1, W2, W3], [b1, b2, b3]):\n    a = {call.format(a='a', W='W', b='b')}\nreturn a"
    elif form == "kept":
        body = f"kept = [x]\nfor W, b in {pairs}:\n    kept.append({call.format(a='kept[-1]', W='W', b='b')})\nreturn kept[-1]"
    else:
        body = f"layers = {pairs}\na = x\nfor i in range(len(layers)):\n    a = {call.format(a='a', W='layers[i][0]', b='layers[i][1]')}\nreturn a"
    first = chance.choice(("", "", "x = np.asarray(x)\n", "assert len(x) == W1.shape[0]\n",
                           "assert W1.shape[1] == W2.shape[0]\n", "x = np.array(x, dtype=float)\n",
                           "assert W2.shape[1] == W3.shape[0], 'sizes'\n"))  # fmt: skip
    return f"def my_sequential(x, W1, b1, W2, b2, W3, b3):\n{_in((first if chance.random() < own else '') + body)}"


def _dense_v(chance: random.Random, own: float, often: Callable[..., str]) -> str:
    product = often("np.matmul(A_in, W)", "A_in @ W", "np.dot(A_in, W)", "A_in.dot(W)",
                    "np.einsum('ij,jk->ik', A_in, W)", "(W.T @ A_in.T).T")  # fmt: skip
    bias = often("{p} + b", "b + {p}", "np.add({p}, b)", "{p} + np.reshape(b, (1, -1))").format(
        p=product
    )
    body = often(f"Z = {bias}\nA_out = g(Z)\nreturn A_out", f"return g({bias})",
                 f"A_out = g({bias})\nreturn A_out", f"Z = {product}\nZ = Z + b\nreturn g(Z)",
                 f"Z = {product}\nZ += b\nA_out = g(Z)\nreturn A_out",
                 f"scores = {product}\nscores = scores + b\nactivated = g(scores)\nreturn activated",
                 f"Z = np.zeros((A_in.shape[0], W.shape[1]))\nZ[:] = {bias}\nreturn g(Z)")  # fmt: skip
    first = chance.choice(("A_in = np.asarray(A_in)", "assert A_in.shape[1] == W.shape[0]",
                           "rows, columns = A_in.shape", "m = A_in.shape[0]", "units = W.shape[1]",
                           "assert A_in.ndim == 2", "b = np.asarray(b)"))  # fmt: skip
    first = first + "\n" if chance.random() < own else ""
    return f"def my_dense_v(A_in, W, b, g):\n{_in(first + body)}"


def _own(chance: random.Random, own: float) -> str:
    count = sum(chance.random() < own for _ in range(4))
    lines = chance.sample(_OWN, count)
    return "".join(_numbered(line, chance) + "\n" for line in lines)


def _numbered(line: str, chance: random.Random) -> str:
    numbers = (("{k}", chance.randrange(1, 30)), ("{m}", chance.randrange(1, 30)))
    for mark, number in numbers:
        line = line.replace(mark, str(number))
    return line


def _in(text: str) -> str:
    return textwrap.indent(text.rstrip(), "    ") + "\n"


def mutated(known: Mapping[str, list[str]], chance: random.Random) -> Cells:
    """A right answer to each function: a known one, or that with statements written otherwise.

    Args:
        known: by the function right answers.
        chance: what draws.
    """
    cells = {}
    for name, answers in known.items():
        source = PLAIN[name] if chance.random() < 0.4 else chance.choice(answers)
        tree = _Rewriting(chance, chance.choice((0.0, 0.1, 0.3, 0.5))).visit(ast.parse(source))
        cells[name] = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    return cells


class _Rewriting(ast.NodeTransformer):
    """Writes statements of a function otherwise, with the same result."""

    def __init__(self, chance: random.Random, part: float) -> None:
        self._chance, self._part, self._made = chance, part, 0

    def _hit(self) -> bool:
        return self._chance.random() < self._part

    def visit_Return(self, node: ast.Return) -> ast.AST | list[ast.stmt]:
        if node.value is None or not self._hit():
            return node
        name = self._name()
        return [
            ast.Assign([ast.Name(name, ast.Store())], node.value),
            ast.Return(ast.Name(name, ast.Load())),
        ]

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.stmt]:
        is_plain = len(node.targets) == 1 and isinstance(node.targets[0], ast.Name | ast.Subscript)
        if not is_plain or not self._hit():
            return node
        name = self._name()
        first = ast.Assign([ast.Name(name, ast.Store())], node.value)
        more: list[ast.stmt] = [first, ast.Assign(node.targets, ast.Name(name, ast.Load()))]
        extra = self._chance.choice(("", "pass", f"{name} is not None", f"assert {name} is not None",
                                     f"seen = [{name}]", f"kind = type({name}).__name__"))  # fmt: skip
        return more + (ast.parse(extra).body if extra else [])

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        names = [argument.arg for argument in node.args.args]
        for _ in range(3):
            if names and self._hit():
                name, number = self._chance.choice(names), self._chance.randrange(2, 99)
                line = self._chance.choice(
                    ("assert {n} is not None", "arguments = ({n}, {k})", "print('', end='')",
                     "size = len(str({n})) if not callable({n}) else {k}", "debug = {k} < 0",
                     "if debug_level > {k}:\n    print({n})", "import math", "limit = {k}",
                     "if {n} is None:\n    return None", "label = '{n}' + str({k})")
                ).format(n=name, k=number)  # fmt: skip
                if "debug_level" in line:
                    line = f"debug_level = 0\n{line}"
                node.body[:0] = ast.parse(line).body
        return node

    def _name(self) -> str:
        self._made += 1
        return f"{self._chance.choice(('result', 'value', 'current', 'step', 'now'))}_{self._made}"


def retold(source: str, chance: random.Random) -> str:
    """The same with other names, comments and layout, as who copies does it."""
    kept = {*dir(builtins), *keyword.kwlist, "np", "sigmoid", "math", *PLAIN, "a_in", "W", "b", "g"}
    imported = re.findall(r"^\s*(?:from|import)\s.*$", source, re.MULTILINE)
    kept |= set(re.findall(r"\w+", " ".join(imported)))
    attributes = set(re.findall(r"\.\s*(\w+)", source)) | set(re.findall(r"\b(\w+)=(?!=)", source))
    own = dict.fromkeys(
        token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.NAME and token.string not in kept | attributes
    )
    new = chance.sample([f"{first}{second}" for first in "abcdeklmnpqrstuvxyz" for second in
                         ("_", "q", "_val", "_new", "1", "arr", "2")], len(own))  # fmt: skip
    names = dict(zip(own, new, strict=True))
    made = []
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        is_own = token.type == tokenize.NAME and before != "." and token.string in names
        made.append((token.type, names[token.string] if is_own else token.string))
        before = token.string
    comments = ("", "", "  # my step", f"  # {chance.randrange(99)}")
    return "\n".join(
        line + chance.choice(comments) if line.strip() else line
        for line in tokenize.untokenize(made).split("\n")
    )


def named(source: str, chance: random.Random) -> str:
    """The same with some of one's own names and comments, as everybody has them."""
    for old, choices in (("a_out", ("out", "result", "res", "activations", "A")), ("units", ("n", "m", "n_units", "num")),
                         ("z", ("zj", "s", "t", "pre")), ("a1", ("h1", "first", "l1")), ("a2", ("h2", "second", "l2"))):  # fmt: skip
        if chance.random() < 0.4:
            source = re.sub(rf"(?<![.\w]){old}(?!\w)", chance.choice(choices), source)
    if chance.random() < 0.3:
        source = source.replace(
            ":\n", f":  # {chance.choice(('GRADED', 'my code', 'todo', 'layer', 'ok'))}\n", 1
        )
    return source
