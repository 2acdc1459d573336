"""Years as a title, a heading or the front of a report may write them, in digits."""

import re

_FOLLOWED = r"(?=度|工作|政府|党|全?[镇乡县]|[上下]半年|第?[一二三四1-4]季度|1[-—至]|总结|计划|国民|经济|农业|财政)"
_NOT_BEHIND = r"(?<![\d.一二两三四五六七八九十百几近第建满过“])(?<!建[镇乡县区市州])"
#: 二○○三年, and 九五年度 by its last two digits: both as long in digits.
_IN_CHARACTERS = re.compile(
    r"(?=[一二五六七八九〇零○])(?:(?<![一二三四五六七八九〇零○])[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)"
    rf"|{_NOT_BEHIND}[五六七八九〇零○][〇零○一二三四五六七八九](?=年{_FOLLOWED}))"
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
#: 2008镇政府工作总结, 2019上半年, 扶贫工作总结(2014-2020): a year without its 年.
_ALONE = re.compile(
    r"(?<![\d.第])(?:19|20)\d\d(?=[\u4e00-\u9fff]{0,4}(?:[镇乡县]|街道)|政府|工作|[上下]半年|第?[一二三四1-4]季度|前三季度|度)"
    r"|(?<=\d\d\d\d[-—–~至])(?:19|20)\d\d(?![\d年.])"
)
#: 95年工作总结: a year by its last two digits, where a title or heading goes on so.
_SHORT = re.compile(rf"{_NOT_BEHIND}['’‘]?([05-9]\d|[12]\d)年{_FOLLOWED}")


def in_digits(plain: str) -> str:
    """The text with the years that are written in characters in digits; it stays as long.

    >>> in_digits("二○○三年，九五年度，“九五”时期")
    '2003年，95年度，“九五”时期'
    """
    return _IN_CHARACTERS.sub(lambda year: year[0].translate(_DIGITS), plain)


def written_out(title: str) -> str:
    """A title or heading with its years in full.

    >>> written_out("竹林镇95年工作总结"), written_out("扶贫工作总结(2014-2020)"), written_out("建镇20年工作总结")
    ('竹林镇1995年工作总结', '扶贫工作总结(2014-2020年)', '建镇20年工作总结')
    """
    return _SHORT.sub(_in_full, _ALONE.sub(r"\g<0>年", in_digits(title)))


def _in_full(year: re.Match[str]) -> str:
    return f"{19 if year[1] >= '50' else 20}{year[1]}年"
