"""How figures look: the theme and the Chinese font, set together.

A theme that is set later takes the font back, therefore there is one helper for both. The font has no bold face: titles
stay at normal weight.
"""

import base64
import io
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONT = "Noto Sans CJK SC"
INK, MUTED, RULE, ACCENT = "#1f2a37", "#6b7280", "#d9dee5", "#0f6b66"
STATUS_COLOURS = {"actual": "#2f6f9f", "plan": "#3f8a55", "forecast": "#c98a1b"}
ROLE_COLOURS = {"review": "#2f6f9f", "problems": "#b4532a", "plan": "#3f8a55", "other": "#a3aab5"}
RISE, FALL = "#0f6b66", "#b4532a"
_SETTINGS = {
    "axes.edgecolor": RULE,
    "axes.labelcolor": MUTED,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "normal",
    "axes.unicode_minus": False,
    "font.size": 10,
    "grid.color": "#eceff3",
    "svg.fonttype": "path",
    "svg.hashsalt": "township",
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": INK,
}


def set_theme() -> None:
    """Set seaborn's theme and a font that has every character of a report, for the figures that follow.

    Example:
        >>> set_theme()
        >>> matplotlib.rcParams["font.sans-serif"][0]
        'Noto Sans CJK SC'
    """
    import seaborn

    _register_font()
    seaborn.set_theme(style="whitegrid", font=FONT, rc={**_SETTINGS, "font.sans-serif": [FONT, "DejaVu Sans"]})


@cache
def _register_font() -> None:
    import noto_cjk_sans_otc
    from matplotlib import font_manager

    font_manager.fontManager.addfont(noto_cjk_sans_otc.FONT_PATH)


def svg_image(figure: "Figure", alt: str) -> str:
    """The figure as an ``<img>`` that carries its own font: letters are outlines.

    Args:
        figure: A matplotlib figure.
        alt: What it shows, for a reader who does not see it.
    """
    from html import escape

    stream = io.BytesIO()
    figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    data = base64.b64encode(stream.getvalue()).decode()
    return f'<img class="ta-chart" alt="{escape(alt)}" src="data:image/svg+xml;base64,{data}">'
