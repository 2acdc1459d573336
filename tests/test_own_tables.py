"""Units and cue words of a user's own, in data/tables, extend the package's."""

import json
import subprocess
import sys
from pathlib import Path

SHOW = """
import township_analysis as ta
text = "2020年，全乡收笋干320砠，修建水渠2公里。乡里筹划再修建水渠3公里。"
figures = ta.read_text(text, title="某乡2020年工作报告").figures()
print(figures[["value", "unit", "status"]].to_json(orient="values"))
"""


def run(folder: Path, **tables: str) -> subprocess.CompletedProcess[str]:
    """The figures of a text as a process sees them that works below a folder with these tables."""
    for name, text in tables.items():
        path = folder / "data" / "tables" / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    below = folder / "notebooks"
    below.mkdir(exist_ok=True)
    return subprocess.run([sys.executable, "-c", SHOW], cwd=below, capture_output=True, text=True, check=False)


def figures(ended: subprocess.CompletedProcess[str]) -> list[list[object]]:
    assert not ended.returncode, ended.stderr
    rows: list[list[object]] = json.loads(ended.stdout)
    return rows


def test_a_unit_and_a_cue_of_ones_own(tmp_path: Path) -> None:
    assert figures(run(tmp_path)) == [[2, "公里", "actual"], [3, "公里", "actual"]]
    found = run(tmp_path, units="unit\n砠\n", cues="class,cue\nplan,筹划\n")
    assert figures(found) == [[320, "砠", "actual"], [2, "公里", "actual"], [3, "公里", "plan"]]


def test_a_row_replaces_the_packages_row_of_the_same_key(tmp_path: Path) -> None:
    code = "from township_analysis.lang.units import units; print(units()['担'].factor, len(units()))"
    (tmp_path / "data/tables").mkdir(parents=True)
    counts = []
    for factor in ("0.04", "0.06"):
        table = f"unit,dimension,base_unit,factor,class\n担,mass,吨,{factor},mass\n"
        (tmp_path / "data/tables/units.csv").write_text(table, encoding="utf-8")
        printed = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
        counts.append(printed.stdout.split())
    assert [float(factor) for factor, _ in counts] == [0.04, 0.06] and counts[0][1] == counts[1][1]


def test_what_is_wrong_in_ones_own_table_is_said_with_its_file(tmp_path: Path) -> None:
    for name, table, told in (
        ("units", "unit,dimension\n砠,weight\n", "'weight' is no dimension"),
        ("units", "unit,factor\n砠,forty\n", "could not convert"),
        ("units", "unit,dimension,base_unit,factor,class\n砠,mass,公斤,12.5,mass\n", "'公斤' is no base_unit"),
        ("units", "unit,colour\n砠,red\n", "colour"),
        ("cues", "class,cue\nplan,(拟议\n", "unterminated"),
        ("cues", "class,cue\nwish,拟议\n", "'wish' is no class"),
        ("cues", "class,cue\nplan,拟议,more\n", "more or fewer cells"),
    ):
        folder = tmp_path / name / str(abs(hash(table)))
        folder.mkdir(parents=True)
        found = run(folder, **{name: table})
        assert found.returncode and told in found.stderr and f"{name}.csv" in found.stderr, found.stderr
