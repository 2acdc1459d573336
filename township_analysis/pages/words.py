"""Values in the words of a reader: numbers with their units, periods, places, kinds."""

from collections.abc import Mapping
from typing import Any

from township_analysis.codebook import book
from township_analysis.lang.labels import has_label, label, label_or
from township_analysis.lang.tables import load_table

APPROX = {"more": "> ", "less": "< ", "about": "≈ ", "exact": ""}
MULTIPLIERS = (("亿", 10**8, "zh"), ("億", 10**8, "zh"), ("万", 10**4, "zh"), ("萬", 10**4, "zh"))
# Multiplier, size, and the multiple of the size from which on it is used: 5万 people are better read as 50,000.
SHORT = {"zh": (("亿", 10**8, 1), ("万", 10**4, 10)), "en": ((" million", 10**6, 1),)}
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
    said, unit = amount_parts(figure, language)
    return f"{said}{_space(unit, language)}{unit}"


def amount_parts(figure: Mapping[str, Any], language: str) -> tuple[str, str]:
    """A figure's value and its unit apart, for two columns of a table."""
    if figure["value"] is None:
        return label("value.blank", language), ""
    if figure["kind"] == "rank":
        return label("value.rank", language, rank=number(figure["value"])), ""
    name, size = _multiplier(figure["surface"], language)
    ends = [number(end / size) for end in (figure["value"], figure["value_max"]) if end is not None]
    return f"{APPROX[figure['approx']]}{'–'.join(ends)}{name}", unit_label(figure["unit"], language)


def quantity_parts(value: float, unit: str, language: str, *, brief: bool = False) -> tuple[str, str]:
    """A quantity in its base unit, shortened as the language does it: 万 and 亿, or millions.

    Args:
        value: The quantity.
        unit: Its base unit.
        language: ``zh`` or ``en``.
        brief: Four digits will do (in a chart, or for a derived value); whole numbers stay whole.

    Example:
        >>> quantity_parts(18309600, "元", "zh"), quantity_parts(18309600, "元", "en", brief=True)
        (('1,830.96万', '元'), ('18.31 million', 'yuan'))
    """
    name, size = next((step for step in SHORT[language] if abs(value) >= step[1] * step[2]), ("", 1, 1))[:2]
    said = value / size
    rounded = float(f"{said:.6g}") if not brief else round(said) if abs(said) >= 1000 else float(f"{said:.4g}")
    return f"{number(rounded)}{name}", unit_label(unit, language)


def quantity(value: float, unit: str, language: str) -> str:
    """A quantity with its unit, in a piece.

    Example:
        >>> quantity(1180, "公顷", "en")
        '1,180 ha'
    """
    said, unit = quantity_parts(value, unit, language)
    return f"{said}{_space(unit, language)}{unit}"


def unit_label(unit: str, language: str) -> str:
    """A unit in the reader's language, where labels.csv has it."""
    return label_or(f"unit.{unit}", language, unit)


def _space(unit: str, language: str) -> str:
    return "" if language == "zh" or unit in ("%", "‰", "") else " "


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


def code_name(code: str | None, language: str) -> str | None:
    """The codebook's name of an indicator; a code of the user's own as it is, none for none.

    Example:
        >>> code_name("agri.grain_output", "zh"), code_name(None, "en")
        ('粮食产量', None)
    """
    indicator = book().get(code)
    return indicator.name(language) if indicator else code


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


def period_label(period: str | None, language: str) -> str:
    """A period as it is said.

    Example:
        >>> period_label("2023-H1", "zh"), period_label("2014/2019", "en"), period_label(None, "zh")
        ('2023年上半年', '2014–2019', '')
    """
    return "–".join(_point(point, language) for point in period.split("/")) if period else ""


def _point(point: str, language: str) -> str:
    year, _, part = point.partition("-")
    return label(f"period.{part}", language, year=year) if has_label(f"period.{part}") else point


def year_label(period: str | None, language: str) -> str:
    """A period inside a sentence, where a bare year has its 年.

    Example:
        >>> year_label("2020", "zh"), year_label("2020", "en")
        ('2020年', '2020')
    """
    said = period_label(period, language)
    return f"{said}年" if language == "zh" and said.isdecimal() else said


def place_line(report: Mapping[str, Any]) -> str:
    """Province to township in a line, as far as known; a name that repeats the one before it is left out."""
    names = [report[level] for level in PLACES if report[level]]
    return " ".join(name for index, name in enumerate(names) if index == 0 or name != names[index - 1])


def report_name(report: Mapping[str, Any]) -> str:
    """What a report is called in a list: township and period, else its title, else its id."""
    if report["township"]:
        return f"{report['township']} {report['period'] or ''}".strip()
    return str(report["title"] or report["report_id"])
