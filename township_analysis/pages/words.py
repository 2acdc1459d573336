"""Values in the words of a reader: numbers with their units, periods, places, kinds."""

from collections.abc import Mapping
from typing import Any

from township_analysis.lang.labels import label, label_or
from township_analysis.lang.tables import load_table

APPROX = {"more": "> ", "less": "< ", "about": "≈ ", "exact": ""}
MULTIPLIERS = (("亿", 10**8, "zh"), ("億", 10**8, "zh"), ("万", 10**4, "zh"), ("萬", 10**4, "zh"))
PLACES = ("province", "prefecture", "county", "township")


def number(value: float | None) -> str:
    """A number with thousands separators and no needless zeros; a dash for null.

    Example:
        >>> number(17700.0), number(4.10), number(None)
        ('17,700', '4.1', '—')
    """
    if value is None:
        return "—"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0").rstrip(".")


def amount(figure: Mapping[str, Any], language: str) -> str:
    """A figure's value and unit as it is said; in Chinese with 万 and 亿 where the report has them.

    Example:
        >>> amount({"value": 17700.0, "value_max": None, "unit": "亩", "surface": "1.77万亩", "approx": "exact",
        ...         "kind": "level"}, "zh")
        '1.77万亩'
    """
    if figure["value"] is None:
        return label("value.blank", language)
    if figure["kind"] == "rank":
        return label("value.rank", language, rank=number(figure["value"]))
    name, size = _multiplier(figure["surface"], language)
    ends = [number(end / size) for end in (figure["value"], figure["value_max"]) if end is not None]
    unit = f"{name}{figure['unit']}"
    space = "" if language == "zh" or unit in ("%", "‰", "") else " "
    return f"{APPROX[figure['approx']]}{'–'.join(ends)}{space}{unit}"


def _multiplier(surface: str, language: str) -> tuple[str, int]:
    return next(
        (
            ("亿" if size > 10**4 else "万", size)
            for sign, size, of in MULTIPLIERS
            if sign in surface and of == language
        ),
        ("", 1),
    )


def value_label(column: str, value: str | None, language: str) -> str:
    """An allowed value of a column (``kind``, ``status``, ``role`` …) in words; an unknown one as it is."""
    return "" if value is None else label_or(f"{column}.{value}", language, value)


def scope_label(scope: str | None, language: str) -> str:
    """A scope in words: nothing for the township as a whole, per-capita and the like translated."""
    return label_or(f"scope.{scope}", language, scope) if scope else ""


def domain_label(domain: str | None, language: str) -> str:
    """A domain's name."""
    if domain is None:
        return label("domain.unknown", language)
    return next((row[language] for row in load_table("domains") if row["domain"] == domain), domain)


def figure_name(figure: Mapping[str, Any], language: str) -> str:
    """A figure's indicator, with its scope where that is not the township as a whole and the name does not say it.

    Example:
        >>> figure_name({"indicator": "硬化道路长度", "scope": "高寨村"}, "zh")
        '硬化道路长度（高寨村）'
    """
    name = figure["indicator"] or label("value.unknown", language)
    scope = scope_label(figure["scope"], language)
    said = scope_label(figure["scope"], "zh") in name
    if not scope or said:
        return name
    return f"{name}（{scope}）" if language == "zh" else f"{name} ({scope})"


def place_line(report: Mapping[str, Any]) -> str:
    """Province to township in a line, as far as known; a name that repeats the one before it is left out."""
    names = [report[level] for level in PLACES if report[level]]
    return " ".join(name for index, name in enumerate(names) if index == 0 or name != names[index - 1])


def report_name(report: Mapping[str, Any]) -> str:
    """What a report is called in a list: township and period, else its title, else its id."""
    if report["township"]:
        return f"{report['township']} {report['period'] or ''}".strip()
    return str(report["title"] or report["report_id"])
