"""Names that NumPy has removed, with their present forms; both sides of a question know them.

Source: NumPy's release notes of 1.24, 2.0 and 2.4 ("Expired deprecations"), its migration guide
for 2.0.
"""

from __future__ import annotations

NUMPY = {
    "Inf": "np.inf",
    "Infinity": "np.inf",
    "NINF": "-np.inf",
    "NaN": "np.nan",
    "PINF": "np.inf",
    "alltrue": "np.all",
    "asfarray": "np.float64",
    "asscalar": "np.ndarray.item",
    "bool8": "np.bool_",
    "cfloat": "np.complex128",
    "complex": "complex",
    "complex_": "np.complex128",
    "cumproduct": "np.cumprod",
    "float": "float",
    "float_": "np.float64",
    "in1d": "np.isin",
    "infty": "np.inf",
    "int": "int",
    "int0": "np.intp",
    "longfloat": "np.longdouble",
    "mat": "np.asmatrix",
    "object": "object",
    "product": "np.prod",
    "round_": "np.round",
    "row_stack": "np.vstack",
    "singlecomplex": "np.complex64",
    "sometrue": "np.any",
    "str": "str",
    "string_": "np.bytes_",
    "trapz": "np.trapezoid",
    "uint0": "np.uintp",
    "unicode_": "np.str_",
}


def refusals() -> dict[str, str]:
    """For each message with which NumPy refuses a name, the advice on what to write today."""
    words = {name: f"`np.{name}` is `{today}` now" for name, today in NUMPY.items()}
    removed = {f"`np.{name}` was removed": said for name, said in words.items()}
    return removed | {
        f"module 'numpy' has no attribute '{name}'": said for name, said in words.items()
    }
