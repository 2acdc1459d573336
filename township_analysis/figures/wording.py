"""Says alike what reports say in several ways, so that the rules need to know one: 石桥镇现有 is 全镇现有."""

import re
from functools import cache

from township_analysis.lang.tables import load_table

#: What a township's name stands before that is of its own, and not the township: 石桥镇卫生院, 石桥镇石门村.
_BODY = (
    r"(?:[\u4e00-\u9fff“”]{0,8}?(?:院|校|[小中大]学|站|所|厂|公司|集团|企业|社区|园区?|[文化]中心|服务中心|市场|合作社|协会|商会|部队"
    r"|[大支]队|派出所|法庭|[街道路桥线渠库坝河]|[^全各每]村(?![民级内组集])))(?![^，。；\d]{0,6}\d+[余多]?[所家个座处])"
    r"|[^，。；\d实完引新推]{2,24}(?:项目|工程)(?=[是于由，、]|总投资|计划)"
)
_OFFICE = r"(?:人民)?(?:政府|党委|人大|政协|纪委)|党政"
#: 石桥 of 石桥镇 is no name by itself.
_SUFFIX = re.compile(r"(?:街道|镇|乡)\Z")


def reworded(plain: str, township: str | None) -> str:
    """The aligned text with one wording for each thing said, character for character as long.

    Args:
        plain: The aligned text.
        township: The name of the township that the report is of, where it is known.

    >>> reworded("石桥镇现有34个村，石桥镇卫生院有床位30张，我们镇依次增长2%、3%", "石桥镇")
    ' 全镇现有34个村，石桥镇卫生院有床位30张， 我镇分别增长2%、3%'
    """
    for pattern, alike in _wordings():
        plain = pattern.sub(alike, plain)
    kind = _SUFFIX.search(township or "")
    if not township or kind is None or township not in plain:
        return plain
    whole, short = (f"{word}{kind[0]}".rjust(len(township)) for word in ("全", ""))
    alone = rf"{township}(?<![\u4e00-\u9fff]{township})"  # so that the search is for the name itself
    plain = re.sub(rf"{alone}(?={_OFFICE})", short, plain)
    return re.sub(rf"{alone}(?!{_BODY})(?=[\u4e00-\u9fff])", whole, plain)


@cache
def _wordings() -> list[tuple[re.Pattern[str], str]]:
    rows = load_table("wordings", "township_analysis.figures")
    return [(re.compile(row["written"]), row["alike"].replace("_", " ")) for row in rows]
