"""A small invented township for the tests of the road from raw reports to pages."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

REPORT = """石桥镇2021年工作总结和2022年工作计划

一、2021年工作回顾
全镇完成农业总产值1.2亿元，增长6.5%；粮食播种面积1.77万余亩，粮食产量9000吨，下降1.5%。
农村居民人均可支配收入15600元，增长9.1%。新修水渠3.5公里，其中东岭村1.2公里。合作医疗参保率98.5%。
二、存在的问题
一是产业规模不大，带动能力不强。二是部分水渠年久失修。
三、2022年工作计划
力争粮食产量达到9500吨，改造危房30户。
"""

PARAMETERS = 'processed = ""  # tables\nreport_id = ""  # report\ntop = 5  # how many\nlanguage = "zh"  # words'

PLAIN = """青山乡2020年工作总结

全乡共有12个村，总人口8600人，种植茶叶3000亩。
"""


def raw_folder(folder: Path) -> Path:
    """A folder with two reports."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shiqiao-2021.txt").write_text(REPORT, encoding="utf-8")
    (folder / "qingshan-2020.txt").write_text(PLAIN, encoding="gb18030")
    return folder


def built(folder: Path) -> Path:
    """The tables of these two reports."""
    from township_analysis.corpus import build

    build(raw_folder(folder / "data" / "raw"), folder / "data" / "processed")
    return folder / "data" / "processed"


def notebook(path: Path, *cells: str, parameters: str = PARAMETERS) -> Path:
    """A notebook with a cell of parameters and these cells of code."""
    import nbformat

    path.parent.mkdir(parents=True, exist_ok=True)
    first = nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})
    made = nbformat.v4.new_notebook(cells=[first, *(nbformat.v4.new_code_cell(cell) for cell in cells)])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)
    return path


def project(folder: Path, runs: str = "- notebook: short.ipynb\n  for_each: report\n") -> Path:
    """A project with these two reports, their tables and a notebook that is quickly run."""
    built(folder)
    notebook(folder / "notebooks" / "short.ipynb", "print(report_id, top)")
    (folder / "notebooks" / "runs.yml").write_text(runs, encoding="utf-8")
    return folder


def township(*arguments: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, in English unless said otherwise."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "TOWNSHIP_"))}
    environment |= {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **variables}
    code = "import sys; sys.argv[0] = 'township'; from township_analysis.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
