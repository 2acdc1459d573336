"""An invented series of reports: six townships of a county over four years, for the pages that compare and look back.

The names and codes are real, so that the gazetteer knows them; every number is made up, as each text says of itself.
"""

from pathlib import Path

TOWNSHIPS = {
    "522627112": ("竹林镇", 1.0), "522627102": ("坪地镇", 1.3), "522627103": ("蓝田镇", 0.8),
    "522627104": ("瓮洞镇", 1.1), "522627105": ("高酿镇", 1.6), "522627106": ("石洞镇", 1.2),
}  # fmt: skip
YEARS = (2018, 2019, 2020, 2021)
TEXT = """示例文本（数字均为虚构）
{name}{year}年工作总结和{next}年工作计划

一、{year}年工作回顾
全镇总户数{households}户，总人口{persons}人。全年完成农业总产值{output}万元，增长{growth}%；财政总收入{revenue}万元。
粮食播种面积{area}亩，粮食产量{grain}吨；年末生猪存栏{pigs}头。农村居民人均可支配收入{income}元，增长{rise}%。{again}
二、存在的问题
一是产业规模不大，龙头企业带动能力不强。二是部分水利设施年久失修。
三、{next}年工作计划
力争粮食产量达到{grain_plan}吨，农村居民人均可支配收入达到{income_plan}元，改造危房{houses}户。
"""


def raw_county(folder: Path) -> Path:
    """A folder with 24 reports; those of 2021 say another income for 2020 than those of 2020 did."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["file,township_code,period,url,retrieved"]
    for code, (name, size) in TOWNSHIPS.items():
        for year in YEARS:
            path = folder / f"{code}-{year}.txt"
            path.write_text(
                TEXT.format(name=name, year=year, next=year + 1, **_numbers(size, year - 2018)), encoding="utf-8"
            )
            lines.append(f"{path.name},{code},,,")
    (folder / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _numbers(size: float, step: int) -> dict[str, object]:
    grain, income = round(4700 * size * (1 + 0.02 * step)), round(9800 * (0.7 + 0.3 * size) * 1.08**step)
    return {
        "households": round(4200 * size), "persons": round(16800 * size) - 40 * step,
        "output": round(7400 * size * 1.05**step), "growth": 4.8 + step / 10, "revenue": round(1200 * size + 60 * step),
        "area": round(12000 * size), "grain": grain, "pigs": round(5000 * size - 400 * step * (2 - size)),
        "income": income, "rise": 8 + step / 10, "grain_plan": round(grain * 1.03), "income_plan": round(income * 1.09),
        "houses": 30 - 4 * step,
        "again": f"据核定，2020年农村居民人均可支配收入为{round(income / 1.08) + 120}元。" if step == 3 else "",
    }  # fmt: skip


def built_county(folder: Path) -> Path:
    """The tables of these reports."""
    from township_analysis.corpus import build

    build(raw_county(folder / "data" / "raw"), folder / "data" / "processed")
    return folder / "data" / "processed"
