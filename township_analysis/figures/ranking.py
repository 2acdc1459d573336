"""Names of things counted by the place that they take: 5项指标增速居全县前三 → 增速居全县前三的指标."""

import re

from township_analysis.figures.model import Figure

#: The things, what of them is ranked, and where.
_PLACED = re.compile(
    r"(?P<noun>[\u4e00-\u9fff“”]{2,10}?)(?P<what>(?:增速|增幅|总?产量|产值|总量|规模|面积|水平|[\u4e00-\u9fff]{2}资源量|储量)?)"
    r"(?P<takes>(?:均|都|全部|分别)?(?:稳居|位居|位列|排名|排在|进入|跻身|居|列|排|获|夺得)"
    r"(?:全[国省市州县区镇乡]|[国省市州县区]内|世界|全球)[\u4e00-\u9fff]{0,4}?)"
)


def placed_name(figures: list[Figure], index: int, left: str) -> str:
    """The name of what is counted by its rank, where the rank is the next figure of the clause."""
    figure = figures[index]
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.mention.form != "rank" or following.clause != figure.clause:
        return ""
    found = _PLACED.fullmatch(figure.right.strip("\x01 "))
    if not found or figure.unit_kind != "count":
        return ""
    rank = figure.text[following.at : following.behind]
    figure.subject = found["noun"]
    return f"{found['what']}{found['takes'].lstrip('均都')}{rank}的{found['noun']}"
