"""Every recipe of docs/cookbook.md does what it says, on the sample reports."""

import re
import shutil

import pytest
from town import ROOT

RECIPES = re.findall(
    r"^## (\d+)\..*?^```python\n(.*?)^```", (ROOT / "docs/cookbook.md").read_text(encoding="utf-8"), re.M | re.S
)
CHECKS = {
    "1": "len(figures) > 50 and figures['indicator'].notna().mean() > 0.9",
    "2": "plans['value'].tolist() == [1300] and plans['period'].tolist() == ['2020']",
    "3": "sheet['mu'].tolist() == [17700, 2500] and sheet['period'].tolist() == ['2023-01/2023-04', '2019']",
    "4": "panel.loc[('522627112', 2019), 'agri.grain_output'] == 4750 and '4750' in source['sentence'].iloc[0]",
    "5": "len(rates) > 3 and rates['quantity'].is_monotonic_increasing",
    "6": "row['surface'] in around and len(around) <= len(row['surface']) + 40",
    "7": "len(promised) > 0 and view.report.report_id == 'hongshan-2019'",
    "8": "set(words) <= {'review', 'problems', 'plan'} and all(count > 1 for part in words.values() for _, count in part)",
    "9": "__import__('pathlib').Path('domains.png').stat().st_size > 10000 and __import__('pathlib').Path('counts.svg').exists()",
    "10": "'ta-figure' in Path('gaofeng.html').read_text(encoding='utf-8')",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    from township_analysis.corpus import build

    folder = tmp_path_factory.mktemp("cookbook")
    shutil.copytree(ROOT / "data" / "raw", folder / "data" / "raw")
    build(folder / "data" / "raw", folder / "data" / "processed")
    return folder


def test_there_are_ten_recipes():
    assert [number for number, _ in RECIPES] == list(CHECKS) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(("number", "code"), RECIPES, ids=[number for number, _ in RECIPES])
def test_a_recipe_runs(number, code, project, monkeypatch):
    monkeypatch.chdir(project)
    monkeypatch.delenv("TOWNSHIP_PROCESSED", raising=False)
    monkeypatch.setenv("MPLBACKEND", "agg")
    names: dict[str, object] = {}
    exec(compile(code, f"docs/cookbook.md, recipe {number}", "exec"), names)
    assert eval(CHECKS[number], names), {name: value for name, value in names.items() if not name.startswith("__")}
