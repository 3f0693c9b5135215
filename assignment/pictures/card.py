"""What all pictures share: the style, the two colours, and the card they are shown on."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

BLUE, ORANGE = "#2b7de0", "#c65d00"  # told apart by colour-blind people; for 0 and for 1
PALE_BLUE, PALE_ORANGE = "#a8cbf5", "#f3bd8b"  # the same as backgrounds, for points to lie on
INK, GREY, PAPER = "#1b1f24", "#6b7480", "#ffffff"
WIDEST = 9.0  # inches, 100 pixels each
_PIXELS = 100  # of the page in an inch of a figure
_SHARPNESS = 2  # dots of the picture in a pixel of the page, each way

STYLE = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlecolor": INK,
    "axes.titlesize": 11,
    "figure.constrained_layout.h_pad": 0.08,
    "figure.constrained_layout.w_pad": 0.08,
    "figure.facecolor": PAPER,
    "figure.titlesize": 12,
    "font.family": "DejaVu Sans",  # comes with Matplotlib, so pictures look the same everywhere
    "font.size": 10.5,
    "hatch.linewidth": 0.8,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


class Picture:
    """A picture with the sentence that says what it shows."""

    def __init__(self, png: bytes, width: int, alt: str) -> None:
        self.png, self.width, self.alt = png, width, alt

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """As HTML, for notebooks drop the sentence of a bare PNG; as PNG for other uses."""
        code = base64.b64encode(self.png).decode()
        image = (
            f'<img src="data:image/png;base64,{code}" alt="{html.escape(self.alt)}" '
            f'width="{self.width}" style="max-width:100%;height:auto;border-radius:6px">'
        )
        data = {"text/html": image, "image/png": self.png, "text/plain": self.alt}
        return data, {"image/png": {"width": self.width, "alt": self.alt}}


@contextmanager
def card(width: float, height: float, alt: str) -> Iterator[Any]:
    """Give a figure to draw on, in the week's style, and show it afterwards.

    Args:
        width: in inches of 100 pixels; more than WIDEST is made WIDEST.
        height: in inches of 100 pixels.
        alt: the sentence for people who do not see the picture.
    """
    # Here, not above: drawing is a second's import that grading can do without. A figure of
    # its own, not pyplot's, is neither shown a second time nor left behind.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(STYLE):
        figure = Figure(figsize=(min(width, WIDEST), height), layout="constrained")
        yield figure
        png = io.BytesIO()
        figure.savefig(png, format="png", dpi=_SHARPNESS * _PIXELS)
    _show(Picture(png.getvalue(), round(figure.get_figwidth() * _PIXELS), alt))


def blue_to_orange(*, pale: bool = False) -> Any:
    """The colours from less over white to more."""
    from matplotlib.colors import LinearSegmentedColormap

    ends = (PALE_BLUE, PAPER, PALE_ORANGE) if pale else (BLUE, PAPER, ORANGE)
    return LinearSegmentedColormap.from_list("less to more", ends)


def listed(words: Any) -> str:
    """The words as people list them: "a, b and c"."""
    *most, last = map(str, words)
    return f"{', '.join(most)} and {last}" if most else last


def _show(picture: Picture) -> None:
    from IPython.display import display

    display(picture)
