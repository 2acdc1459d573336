"""Plots of figures. Each takes a frame with the columns of the figures table and gives a matplotlib figure."""

import textwrap
from typing import TYPE_CHECKING

from township_analysis.lang.labels import label
from township_analysis.pages import style, words
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, ROW = 8.4, 0.34  # inches: the width of a page's column, and the height of one bar
LABEL = 18  # characters of a bar's label before it is broken


def by_domain(figures: "pd.DataFrame", language: str = "zh") -> "Figure":
    """Bars of how many figures each domain has, parted by status.

    Example:
        >>> by_domain(report.figures()).savefig("domains.svg")
    """
    counts = (
        figures.assign(domain=figures["domain"].fillna("")).groupby(["domain", "status"]).size().unstack(fill_value=0)
    )
    counts = counts.loc[counts.sum(axis=1).sort_values().index]
    names = [words.domain_label(domain or None, language) for domain in counts.index]
    figure, axes = _axes(len(counts))
    left = [0] * len(counts)
    for status, colour in style.STATUS_COLOURS.items():
        if status in counts:
            name = label(f"status.{status}", language)
            axes.barh(names, counts[status], left=left, height=0.68, color=colour, label=name)
            left = [before + count for before, count in zip(left, counts[status], strict=True)]
    for place, total in enumerate(left):
        axes.annotate(f"{total}", (total, place), (4, 0), textcoords="offset points", va="center", color=style.MUTED)
    if len(counts.columns) > 1:
        axes.legend(frameon=False, loc="lower right")
    _bare(axes, max(left))
    return figure


def growth(figures: "pd.DataFrame", language: str = "zh") -> "Figure":
    """Bars of growth rates in %, falls to the left; the largest on top."""
    rates = figures.sort_values("quantity")
    colours = [style.RISE if rate >= 0 else style.FALL for rate in rates["quantity"]]
    figure, axes = _axes(len(rates))
    bars = axes.barh(range(len(rates)), rates["quantity"].astype(float), height=0.62, color=colours)
    texts = [f"{rate:+,.6g}%" for rate in rates["quantity"]]
    axes.bar_label(bars, texts, padding=4, color=style.MUTED)
    _name_rows(figure, axes, rates, language)
    axes.axvline(0, color=style.MUTED, linewidth=0.8)
    _bare(axes, None)
    axes.margins(x=0.16)
    return figure


def shares(figures: "pd.DataFrame", language: str = "zh") -> "Figure":
    """Bars of shares, each against a full 100 %."""
    parts = figures.sort_values("value")
    figure, axes = _axes(len(parts))
    axes.barh(range(len(parts)), [100] * len(parts), height=0.62, color="#eef1f5")
    axes.barh(range(len(parts)), parts["value"].astype(float), height=0.62, color=style.ACCENT)
    for place, part in enumerate(records(parts)):
        inside = part["value"] >= 20  # else there is no room for the number
        axes.annotate(
            f"{words.APPROX[part['approx']]}{part['value']:.6g}%",
            (part["value"], place),
            (-5 if inside else 5, 0),
            textcoords="offset points",
            ha="right" if inside else "left",
            va="center",
            color="white" if inside else style.MUTED,
        )
    _name_rows(figure, axes, parts, language)
    _bare(axes, 100)
    axes.set_xlim(0, 100)
    return figure


def _axes(rows: int) -> "tuple[Figure, Axes]":
    from matplotlib.figure import Figure

    style.set_theme()
    figure = Figure(figsize=(WIDTH, 0.5 + ROW * max(rows, 2)), layout="constrained")
    return figure, figure.add_subplot()


def _name_rows(figure: "Figure", axes: "Axes", rows: "pd.DataFrame", language: str) -> None:
    """Names beside the bars, in two lines where they are long; a name that needs three is cut and says so."""
    names = [words.figure_name(row, language) for row in records(rows)]
    lines = [textwrap.wrap(name, LABEL, max_lines=2, placeholder="…") for name in names]
    axes.set_yticks(range(len(names)), ["\n".join(parts) for parts in lines], linespacing=1.1)
    if any(len(parts) > 1 for parts in lines):
        figure.set_size_inches(WIDTH, 0.5 + 1.35 * ROW * max(len(names), 2))


def _bare(axes: "Axes", largest: float | None) -> None:
    """Bars that carry their numbers need no scale."""
    axes.grid(visible=False)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)
    if largest is not None:
        axes.set_xlim(0, largest * 1.08)
