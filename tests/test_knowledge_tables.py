"""The tables of words that the package brings: none of them says a thing twice."""

from collections import Counter
from pathlib import Path

import pytest

import township_analysis

PACKAGE = Path(township_analysis.__file__).parent
TABLES = sorted(PACKAGE.rglob("*.csv"))


@pytest.mark.parametrize("table", TABLES, ids=[str(path.relative_to(PACKAGE)) for path in TABLES])
def test_no_row_stands_twice(table: Path) -> None:
    rows = Counter(line for line in table.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#"))
    assert [row for row, count in rows.items() if count > 1] == []
