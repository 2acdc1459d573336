"""Values of indicators by township and year, for the pages that compare and look back: the panel in long form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from township_analysis.codebook import book
from township_analysis.pages import words
from township_analysis.pages.overview import year_of

if TYPE_CHECKING:
    import pandas as pd

    from township_analysis.store.model import Corpus


def values(corpus: "Corpus", language: str, codes: Sequence[str] = (), status: str = "actual") -> "pd.DataFrame":
    """One value a township, indicator and year.

    Returns:
        Columns ``place`` (the code, else the report_id), ``township``, ``county``, ``code``, ``name``, ``unit``, ``year``
        (a number), ``value``, ``status``, ``report_id``.
    """
    f = corpus.figures.merge(corpus.reports[["report_id", "township", "township_code", "county", "period"]].rename(columns={"period": "of"}), on="report_id")
    f = f[f["core"] & f["scope"].isin(["", "per-capita"]) & f["code"].notna() & f["quantity"].notna() & f["status"].isin([status, "forecast"] if status == "actual" else [status])]
    rate = f["code"].map(lambda c: book()[c].statistic == "rate")
    f = f[f["kind"].eq("level") | (rate & f["kind"].eq("share"))]
    f = f.assign(year=f["period"].map(year_of).astype(float), place=f["township_code"].fillna(f["report_id"]), ofy=f["of"].map(year_of).astype(float))
    f = f[f["year"].notna()]
    f = f.assign(own=(f["ofy"] - f["year"]).abs(), hedge=f["approx"].ne("exact")).sort_values(["hedge", "own", "start"])
    f = f.drop_duplicates(["place", "code", "year"])
    f = f.assign(name=[words.code_name(c, language) for c in f["code"]], unit=[book()[c].base_unit for c in f["code"]], value=f["quantity"].astype(float), year=f["year"].astype(int))
    return f[["place", "township", "county", "code", "name", "unit", "year", "value", "status", "report_id"]]


def both(corpus: "Corpus", language: str) -> "pd.DataFrame":
    import pandas as pd
    return pd.concat([values(corpus, language), values(corpus, language, status="plan")], ignore_index=True)


def disagreements(corpus, values, language):
    return []
