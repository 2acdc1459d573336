"""Units as reports write them: units.csv, found behind a number."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from township_analysis.lang.tables import load_table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of units.csv.

    Attributes:
        name: As written, in simplified characters.
        dimension: ``money``, ``area``, ``length``, ``mass``, ``persons``, ``count``, ``ratio`` …
        base_unit: The unit that quantities of the dimension are counted in.
        factor: What one unit is in base units, or None where there is no fixed factor.
        kind: Class of use: ``person``, ``household``, ``event``, ``count``, ``percent``, ``duration`` …
        chinese_digit: Whether a single Chinese digit before it counts something (三座, but not 三级).
    """

    name: str
    dimension: str
    base_unit: str
    factor: float | None
    kind: str
    chinese_digit: bool


def _unit(row: dict[str, str]) -> Unit:
    factor = float(row["factor"]) if row["factor"] else None
    return Unit(row["unit"], row["dimension"], row["base_unit"], factor, row["class"], row["chinese_digit"] == "yes")


@cache
def units() -> dict[str, Unit]:
    """The units by name."""
    return {row["unit"]: _unit(row) for row in load_table("units")}


@lru_cache(maxsize=512)
def unit_of(name: str) -> Unit | None:
    """The unit of that name; ``元/亩`` and ``头(只)`` count as their first part, an unknown name as none."""
    return units().get(name) or units().get(re.split(r"[/每(（]", name)[0])


#: Units that are part of a word elsewhere: 10分钟 and 十分 count no points, P is computing power.
_GUARDED = {
    "P": "P(?![A-Za-z])",
    "支": "支(?![持付出书]|部(?!队))",
    "分": r"(?<=[0-9])分(?=[，。；、（）()的\n]|\Z|左右|以[上下]|居|位|列|排|较|比)",
    "工": r"(?<=[0-9十百千万])工(?=[，。；、）()\n]|\Z)",
    "发": "发(?=[，。；、)]|[炮子火导圆成])",
}
#: What makes another word of a unit that the text left out: 2万群众, 上亿市场主体, 5万户籍人口, 50国集团.
_WORDS = {
    "群": "众体", "市": "场民值级政直", "国": "家际内企有民债道防营资集", "县": "级域直", "户": "籍均型",
    "省": "级道直属会", "乡": "镇村亲贤道", "镇": "区域村", "村": "民庄级委干", "区": "域级划间", "院": "士校落",
    "校": "园长", "厂": "房区", "店": "面铺", "园": "区林", "里": "程", "集": "团体中成装贸", "队": "伍员",
    "班": "子级", "营": "业造收商", "期": "间限刊", "层": "次级", "站": "点", "票": "据房", "门": "诊类",
    "部": "门委分队", "对": "外内口接", "节": "能约", "组": "织建合团装", "点": "击",
    "单": "位", "客": "位运货车户流商源房栈厅轮机票座家厢站船场人服家班线",
    "头": "部雁", "排": "名污放查", "道": "路", "台": "湾账胞阶", "片": "区", "面": "积粉向",
    "栏": "目", "包": "括含装村片干保扶联抓", "池": "塘", "盘": "活", "串": "联",
    "封": "山闭段", "批": "准复评发", "升": "级华至", "条": "件例",
    "首": "批次都先要个家府席届轮期位创诊付发富", "场": "馆所",
}  # fmt: skip


def _written(name: str) -> str:
    """A unit as a pattern: not where it begins a word that is none."""
    guard = f"(?![{_WORDS[name]}])" if name in _WORDS else ""
    return _GUARDED.get(name) or re.escape(name) + guard


#: Of what one is (元/亩, 元/人·月, 部/百人).
_PER = (
    "亩 公顷 人口 人 户 年 月 天 日 次 吨 公斤 斤 平方米 平方公里 平方千米 km2 "
    "km² ㎡ m² m³ 小时 立方米 千瓦时 头 只 株 件 秒 升 生 村 台 辆 例 床 班 学期 季"
)


@cache
def unit_pattern() -> str:
    """A pattern of every unit, longest first, with a per-unit behind it where there is one (``元/亩``)."""
    names = sorted(units(), key=len, reverse=True)
    one = "|".join(_written(name) for name in names)
    of_what = "|".join(_PER.split())
    per = rf"(?:/|(?<=克)每(?=立方米|升))[百千万]?(?:{of_what})(?:[/·](?:{of_what}))?"
    return rf"(?:{one})(?:{per})?"
