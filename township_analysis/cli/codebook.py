"""``township codebook``: indicators, and where they occur."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from township_analysis.cli import common, extract
from township_analysis.errors import TownshipError

if TYPE_CHECKING:
    from township_analysis.codebook import Indicator

FULL = 3  # up to so many indicators are shown in full
SHOWN = ("code", "indicator", "base_unit", "statistic", "figures", "reports")


def command(
    term: Annotated[str, typer.Argument(metavar="TERM", help=common.words("argument.term"))] = "",
    processed: common.Processed = "",
    as_json: common.Json = False,
) -> None:
    """Look indicators up: definition, aliases, how often and in which reports they occur."""
    from township_analysis.codebook import book

    found = book().search(term)
    used = _used(processed)
    if as_json:
        common.say_json([_plain(one, used) for one in found])
    elif not found:
        common.say(common.words("codebook.none", term=term))
    elif len(found) <= FULL:
        common.say("\n\n".join(_full(one, used) for one in found))
    else:
        _list(found, used)
    raise typer.Exit(common.DONE if found else common.LISTED)


def _used(processed: str) -> dict[str, list[str]]:
    """Code → the report of each figure that has it; nothing where there are no tables yet."""
    from township_analysis.store.load import load

    try:
        figures = load(processed).figures
    except TownshipError:
        if processed:
            raise
        return {}
    coded = figures[figures["code"].notna()]
    return {str(code): list(group) for code, group in coded.groupby("code")["report_id"]}


def _plain(one: "Indicator", used: dict[str, list[str]]) -> dict[str, Any]:
    reports = used.get(one.code, [])
    return {
        "code": one.code, "short": one.short, "name_zh": one.name_zh, "name_en": one.name_en,
        "definition_zh": one.definition_zh, "definition_en": one.definition_en, "dimension": list(one.dimensions),
        "base_unit": one.base_unit, "statistic": one.statistic, "domain": one.domain, "aliases": list(one.aliases),
        "low": one.low, "high": one.high, "range_per": one.range_per,
        "figures": len(reports), "reports": sorted(set(reports)),
    }  # fmt: skip


def _full(one: "Indicator", used: dict[str, list[str]]) -> str:
    from township_analysis.lang.labels import environment_language

    language = environment_language()
    reports = used.get(one.code, [])
    definition = one.definition_en if language == "en" and one.definition_en else one.definition_zh
    lines = [
        f"{one.code}  {one.name_zh} · {one.name_en}",
        definition,
        common.words(
            "codebook.facts", unit=one.base_unit, statistic=common.words(f"statistic.{one.statistic}"), short=one.short
        ),
        common.words("codebook.aliases", aliases=" ".join(one.aliases)),
    ]
    if reports:
        lines.append(common.words("codebook.used", figures=len(reports), reports=" ".join(sorted(set(reports)))))
    return "\n".join(lines)


def _list(found: list["Indicator"], used: dict[str, list[str]]) -> None:
    rows = [
        [
            one.code, one.name_zh, one.base_unit, common.words(f"statistic.{one.statistic}"),
            str(len(used.get(one.code, []))), str(len(set(used.get(one.code, [])))),
        ]
        for one in found
    ]  # fmt: skip
    extract.draw([common.words(f"column.{name}") for name in SHOWN], rows)
