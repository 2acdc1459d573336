"""How figures look: the theme and the Chinese font, set together, and a figure as a picture of a page.

A theme that is set later takes the font back, therefore there is one helper for both. The font has no bold face: titles
stay at normal weight.
"""

import base64
import io
from collections.abc import Callable
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FACES = {"hans": "Noto Sans CJK SC", "hant": "Noto Sans CJK TC"}
INK, MUTED, RULE, FAINT = "#1f2a37", "#5b6472", "#d9dee5", "#eef1f5"
# Told apart by readers without red, green or blue cones, and by lightness in print; tests/test_pages_plots.py measures.
BLUE, SAND, PLUM, SKY, ORANGE = "#1f6fa8", "#e8b53c", "#5e1242", "#9ad0f0", "#c2571a"
PALETTE = (BLUE, SAND, PLUM, SKY, ORANGE)
STATUS_COLOURS = {"actual": BLUE, "plan": SAND, "forecast": PLUM}
RISE, FALL = BLUE, ORANGE
WIDE, NARROW = 8.4, 4.4  # inches of a figure beside a page's text, and on a phone
PHONE = "(max-width:600px)"
_SETTINGS = {
    "axes.edgecolor": RULE,
    "axes.labelcolor": MUTED,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "axes.titleweight": "normal",
    "axes.unicode_minus": False,
    "font.size": 10,
    "grid.color": "#e6eaef",
    "svg.fonttype": "path",
    "svg.hashsalt": "township",
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": INK,
}


def set_theme(script: str = "hans") -> None:
    """Set seaborn's theme and a font that has every character of a report, for the figures that follow.

    Args:
        script: ``hans`` or ``hant``: whether characters that have both get their simplified or traditional shape.

    Example:
        >>> set_theme()
        >>> matplotlib.rcParams["font.sans-serif"][0]
        'Noto Sans CJK SC'
    """
    import seaborn

    _register_font()
    face, *others = sorted(FACES.values(), key=lambda name: name != FACES[script])
    settings = {**_SETTINGS, "font.sans-serif": [face, *others, "DejaVu Sans"]}
    seaborn.set_theme(style="whitegrid", font=face, palette=PALETTE, rc=settings)


@cache
def _register_font() -> None:
    import noto_cjk_sans_otc
    from matplotlib import font_manager

    font_manager.fontManager.addfont(noto_cjk_sans_otc.FONT_PATH)


def svg(figure: "Figure") -> str:
    """The figure as an address that holds it: an SVG that carries its own font, for letters are outlines."""
    stream = io.BytesIO()
    figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    return f"data:image/svg+xml;base64,{base64.b64encode(stream.getvalue()).decode()}"


def picture(draw: Callable[[float], "Figure"], caption: str) -> str:
    """A figure of a page, drawn anew for phones, where the wide one could not be read.

    Args:
        draw: Gives the figure for a width in inches.
        caption: What is to be seen; also what a reader hears who does not see it.
    """
    said = escape(caption, quote=True)
    return (
        f'<figure><picture><source media="{PHONE}" srcset="{svg(draw(NARROW))}">'
        f'<img class="ta-chart" alt="{said}" src="{svg(draw(WIDE))}"></picture><figcaption>{said}</figcaption></figure>'
    )
