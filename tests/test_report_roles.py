"""Sections against the annotation by hand: tests/gold/sections, measured by characters."""

from pathlib import Path

import pytest
from role_accuracy import HELD_OUT, TOWNSHIPS, accuracy, annotated, overall


@pytest.mark.parametrize("name", TOWNSHIPS)
def test_townships(real_reports: Path, name: str) -> None:
    measured = accuracy(real_reports, name)
    assert measured.share >= 0.97, measured.wrong


def test_all_texts_together(real_reports: Path) -> None:
    assert overall(real_reports, annotated()) >= 0.97


def test_texts_held_out(real_reports: Path) -> None:
    assert overall(real_reports, list(HELD_OUT)) >= 0.97


@pytest.mark.parametrize(
    "name, period, plan_period, doc_type",
    [
        ("zhulin-2019", "2019", "2020", "annual"),
        ("gaofeng-2020", "2020", None, "annual"),
        ("hongshan-2019", "2019", "2020", "annual"),
        ("xianxi-2021", "2021", "2022", "annual"),
        ("dachong-2023h1", "2023-H1", "2023-H2", "half-year"),
        ("nat-2018", "2017", "2018", "annual"),
        ("nat-1993", "1992", "1993", "annual"),
        ("prov-2026-贵州省", "2025", "2026", "annual"),
    ],
)
def test_periods(real_reports: Path, name: str, period: str, plan_period: str | None, doc_type: str) -> None:
    from role_accuracy import report_of

    report = report_of(real_reports, name)
    assert (report.period, report.plan_period, report.doc_type) == (period, plan_period, doc_type)
