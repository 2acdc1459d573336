"""Plots. Each takes a frame and gives a matplotlib figure that names its units and its source.

Bars take the columns of the figures table; dots and lines those of `series.values`.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from township_analysis.lang.labels import label
from township_analysis.pages import style, words
from township_analysis.store.model import records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CLOSING = "）)，、；%"  # what no line begins with
LINE, GAP = 0.19, 0.16  # inches: a line of a label, and the air between two bars


def by_domain(
    figures: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE
) -> "Figure":
    """Bars of how many figures each domain has, parted by status; each bar with its total.

    Example:
        >>> by_domain(report.figures()).savefig("domains.svg")
    """
    counts = (
        figures.assign(domain=figures["domain"].fillna("")).groupby(["domain", "status"]).size().unstack(fill_value=0)
    )
    counts = counts.loc[counts.sum(axis=1).sort_values().index]
    colours = {f"status.{status}": colour for status, colour in style.STATUS_COLOURS.items()}
    names = [words.domain_label(domain or None, language) for domain in counts.index]
    figure = _stacked(counts.add_prefix("status."), names, colours, language, width)
    return _signed(figure, label("plot.figures", language), source, language)


def by_year(reports: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE) -> "Figure":
    """Bars of how many reports each year has (a column ``year``), parted by kind; the newest on top."""
    counts = reports.groupby(["year", "doc_type"]).size().unstack(fill_value=0).add_prefix("doc_type.")
    order = counts.sum().sort_values(ascending=False).index
    colours = dict(zip(order, [*style.PALETTE, style.MUTED], strict=False))
    figure = _stacked(counts, list(counts.index), colours, language, width)
    return _signed(figure, label("plot.reports", language), source, language)


def _stacked(
    counts: "pd.DataFrame", names: Sequence[str], colours: dict[str, str], language: str, width: float
) -> "Figure":
    """Bars of counts, a column of ``counts`` a colour, its name the key of a label."""
    figure, axes, places = _rows(names, width)
    left = [0] * len(counts)
    for key in [key for key in colours if key in counts]:
        axes.barh(places, counts[key], left=left, height=0.24, color=colours[key], label=label(key, language))
        left = [before + count for before, count in zip(left, counts[key], strict=True)]
    for place, total in zip(places, left, strict=True):
        _say(axes, f"{total:,}", (total, place), 4)
    if len(counts.columns) > 1:
        axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=3)
    axes.set_xlim(0, max(left) * 1.1)
    return figure


def growth(figures: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE) -> "Figure":
    """Bars of growth rates in %, falls to the left; the largest on top."""
    rates = figures.sort_values("quantity")
    figure, axes, places = _rows([words.figure_name(row, language) for row in records(rates)], width)
    values = rates["quantity"].astype(float).tolist()
    axes.barh(places, values, height=0.2, color=[style.RISE if rate >= 0 else style.FALL for rate in values])
    for place, rate in zip(places, values, strict=True):
        _say(axes, f"{rate:+,.6g}%", (rate, place), 4 if rate >= 0 else -4)
    axes.axvline(0, color=style.MUTED, linewidth=0.8)
    axes.margins(x=0.2)
    return _signed(figure, "%", source, language)


def shares(figures: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE) -> "Figure":
    """Bars of shares, each against a full 100 %."""
    parts = figures.sort_values("value")
    figure, axes, places = _rows([words.figure_name(row, language) for row in records(parts)], width)
    axes.barh(places, [100] * len(parts), height=0.2, color=style.FAINT)
    axes.barh(places, parts["value"].astype(float), height=0.2, color=style.BLUE)
    for place, part in zip(places, records(parts), strict=True):
        _say(axes, words.amount(part, language), (100, place), 4)
    axes.set_xlim(0, 118)
    return _signed(figure, "%", source, language)


def dots(values: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE) -> "Figure":
    """A panel of dots for each indicator: the townships in the order of their values, each with its number and year."""
    panels = [rows.sort_values("value") for _, rows in values.groupby("name", sort=False)]
    names = [[f"{row['township']} {row['year']}" for row in records(rows)] for rows in panels]
    figure, grid = _panels([len(rows) for rows in panels], width)
    for axes, rows, said in zip(grid, panels, names, strict=True):
        places = range(len(rows))
        axes.hlines(places, 0, rows["value"], color=style.RULE, linewidth=1.2)
        axes.scatter(rows["value"], places, s=34, color=style.BLUE, zorder=3)
        axes.set_yticks(places, said)
        for place, row in enumerate(records(rows)):
            _say(
                axes, words.quantity_parts(row["value"], row["unit"], language, brief=True)[0], (row["value"], place), 7
            )
        _bare(axes)
        axes.set_xlim(min(0, rows["value"].min() * 1.36), max(0, rows["value"].max()) * 1.36 or 1)
        axes.set_ylim(-0.6, len(rows) - 0.4)
        _head(axes, records(rows)[0], language)
    return _signed(figure, label("plot.in-titles", language), source, language)


def lines(values: "pd.DataFrame", language: str = "zh", *, source: str = "", width: float = style.WIDE) -> "Figure":
    """A panel for each indicator: results over the years as a line with its numbers, plans as hollow diamonds."""
    panels = [rows.sort_values("year") for _, rows in values.groupby("name", sort=False)]
    figure, grid = _panels([5] * len(panels), width)
    for axes, rows in zip(grid, panels, strict=True):
        done, planned = rows[rows["status"].ne("plan")], rows[rows["status"].eq("plan")]
        axes.plot(done["year"], done["value"], color=style.BLUE, marker="o", markersize=5)
        derived = done[done["derived"].astype(bool)]
        axes.scatter(derived["year"], derived["value"], s=26, facecolor="white", edgecolor=style.BLUE, zorder=3)
        axes.scatter(
            planned["year"], planned["value"], s=40, facecolor="none", edgecolor=style.ORANGE, marker="D", zorder=3
        )
        higher = dict(zip(planned["year"], planned["value"], strict=True))
        for row in records(done):
            _say_at(axes, row, language, below=higher.get(row["year"], 0) > row["value"], colour=style.INK)
        for row in records(planned[~planned["year"].isin(done["year"])]):
            _say_at(axes, row, language, below=False, colour=style.ORANGE)
        _bare(axes)
        axes.set_xticks(sorted(set(rows["year"])))
        axes.margins(x=0.16)
        axes.set_ylim(*_honest(rows["value"].min(), rows["value"].max()))
        _head(axes, records(rows)[0], language)
    return _signed(figure, label("plot.lines", language), source, language)


def _honest(low: float, high: float) -> tuple[float, float]:
    """Limits of an axis that does not blow up a small change: what is seen is at least a third of the value."""
    span = max(high - low, 0.3 * max(abs(low), abs(high)), 1e-9)
    middle = (low + high) / 2
    return middle - 0.85 * span, middle + 0.85 * span


def _say_at(axes: "Axes", row: dict[str, Any], language: str, *, below: bool, colour: str) -> None:
    """A number above or below its point."""
    said = words.quantity_parts(row["value"], row["unit"], language, brief=True)[0]
    axes.annotate(said, (row["year"], row["value"]), (0, -8 if below else 8), textcoords="offset points", ha="center",
                  va="top" if below else "bottom", color=colour, fontsize=9)  # fmt: skip


def _rows(names: Sequence[str], width: float) -> "tuple[Figure, Axes, list[float]]":
    """Axes with a row a name, the last one on top, each as high as its label; and where the rows are, in inches."""
    lines = [wrapped(name, round(width * 4.4)) for name in names]
    heights = [LINE * (1 + name.count("\n")) + GAP for name in lines]
    places = [sum(heights[:index]) + height / 2 for index, height in enumerate(heights)]
    figure = _figure(width, sum(heights) + 0.45)
    axes = figure.add_subplot()
    axes.set_yticks(places, lines, linespacing=1.1)
    axes.set_ylim(0, sum(heights))
    _bare(axes)
    axes.set_xticks([])
    return figure, axes, places


def _panels(rows: Sequence[int], width: float) -> "tuple[Figure, list[Axes]]":
    """A panel for each number of rows, two beside each other where there is room."""
    across = 2 if width > style.NARROW and len(rows) > 1 else 1
    heights = [max(rows[start : start + across]) * 0.26 + 0.72 for start in range(0, len(rows), across)]
    figure = _figure(width, sum(heights) + 0.4)
    grid = figure.subplots(len(heights), across, squeeze=False, height_ratios=heights).ravel().tolist()
    for axes in grid[len(rows) :]:
        axes.remove()
    return figure, grid[: len(rows)]


def _figure(width: float, height: float) -> "Figure":
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    style.set_theme()
    return Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(h_pad=0.1, w_pad=0.06))


def wrapped(name: str, columns: int) -> str:
    r"""A label in as many lines as it needs, a Chinese character being two columns wide; nothing is cut.

    Example:
        >>> wrapped("农村居民人均可支配收入", 12)
        '农村居民人均\n可支配收入'
    """
    lines, used = [""], 0
    for word in ("".join(group) for _, group in groupby(name, key=lambda c: c if _wide(c) else c == " ")):
        for piece in word if _wide(word[0]) else (word,):
            size = sum(1 + _wide(character) for character in piece)
            if used + size > columns and lines[-1] and piece not in CLOSING:
                lines, used = [*lines, ""], 0
            lines[-1], used = lines[-1] + piece, used + size
    return "\n".join(line.strip() for line in lines)


def _wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _say(axes: "Axes", said: str, place: tuple[float, float], offset: float) -> None:
    """A number at the end of its bar."""
    axes.annotate(said, place, (offset, 0), textcoords="offset points", va="center",
                  ha="left" if offset > 0 else "right", color=style.MUTED)  # fmt: skip


def _head(axes: "Axes", row: dict[str, Any], language: str) -> None:
    """A panel's title: the indicator and its unit."""
    unit = words.unit_label(row["unit"], language)
    brackets = "（{}）" if language == "zh" else " ({})"
    axes.set_title(wrapped(row["name"] + (brackets.format(unit) if unit else ""), 42), fontsize=10.5)


def _bare(axes: "Axes") -> None:
    """Marks that carry their numbers need no scale."""
    axes.grid(visible=False)
    axes.set_xticks([]) if not axes.lines else axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)


def _signed(figure: "Figure", unit: str, source: str, language: str) -> "Figure":
    """The figure with a last line that says unit and source."""
    said = label("plot.foot", language, unit=unit, source=source or label("plot.own", language))
    figure.supxlabel(
        wrapped(said, round(figure.get_figwidth() * 15)), x=0.01, ha="left", fontsize=8.5, color=style.MUTED
    )
    return figure
