"""What each part of a report talks about: its keywords, by jieba."""

import re
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.lang.tables import load_table

if TYPE_CHECKING:
    from township_analysis.report.model import Report, Section

PACKAGE = "township_analysis.text"
CACHE = Path.home() / ".cache" / "township_analysis"
WORD = re.compile(r"[一-鿿]{2,}")  # two Chinese characters or more: numbers, letters and single characters say little
COUNTED = re.compile(r"[一二三四五六七八九十百千万亿两几]+[个项次户人名元亩处场条]?|[万亿余多][一-鿿]{1,2}")
SUFFIX = re.compile(r"(?:街道|自治[州县]|[省市县区乡镇])$")


def keywords(text: str, top: int = 12) -> list[tuple[str, int]]:
    """The words that mark a text, with how often they stand in it, the weightiest first.

    A word's weight is its frequency times jieba's inverse document frequency; words that any report has
    (text/stopwords.csv) are left out, and so is what stands only once.

    Args:
        text: In simplified characters.
        top: At most so many.

    Example:
        >>> keywords("油茶改造。油茶基地。油茶加工。", 1)
        [('油茶', 3)]
    """
    counts = Counter(word for word in _segmenter().lcut(text) if _tells(word))
    idf, usual = _idf()
    weights = {word: count * idf.get(word, usual) for word, count in counts.items() if count > 1}
    return [(word, counts[word]) for word in sorted(weights, key=lambda word: (-weights[word], word))[:top]]


def learn(words: Iterable[str]) -> None:
    """Terms of a user's own, which are not to be cut apart from now on.

    Example:
        >>> learn(["侗王贡米"])
    """
    for word in words:
        _segmenter().add_word(word)


def keywords_by_role(report: "Report", top: int = 12) -> dict[str, list[tuple[str, int]]]:
    """The keywords of what a report looks back on, of its problems and of its plans; parts without any are left out.

    Example:
        >>> list(keywords_by_role(ta.read_report("data/raw/zhulin-2019.txt")))
        ['review', 'problems', 'plan']
    """
    parts = {role: keywords(_part(report, role), top) for role in ("review", "problems", "plan")}
    return {role: words for role, words in parts.items() if words}


def _part(report: "Report", role: str) -> str:
    """The sentences of the sections with a role; the townships' own names say nothing about its work."""
    sections = {section.section_id: section for section in report.sections}
    inside = [s for s in report.sentences if not s.furniture and _role(sections.get(s.section_id or "")) == role]
    text = "\n".join(report.plain[s.start : s.end] for s in inside)
    for name in _own_names(report):
        text = text.replace(name, "\n")
    return text


def _role(section: "Section | None") -> str:
    return section.role if section else "other"


def _own_names(report: "Report") -> Iterable[str]:
    place = report.place
    names = [name for name in (place.township, place.county, place.prefecture, place.province) if name] if place else []
    short = [bare for name in names if len(bare := SUFFIX.sub("", name)) > 1]
    return [*names, *short]


def _tells(word: str) -> bool:
    return bool(WORD.fullmatch(word)) and word not in _stopwords() and not COUNTED.fullmatch(word)


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("stopwords", PACKAGE))


@cache
def _segmenter() -> Any:
    """Jieba with its dictionary and the genre's, cached in a folder of the user's own, not the shared temporary one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # of jieba's own patterns, from Python 3.12 on
        import jieba
    jieba.setLogLevel("WARNING")
    jieba.dt.tmp_dir = str(_private_folder())
    jieba.initialize()
    for row in load_table("dictionary", PACKAGE):
        jieba.dt.add_word(row["word"])
    return jieba.dt


def _private_folder() -> Path:
    try:
        CACHE.mkdir(parents=True, exist_ok=True)
    except OSError:  # a home that cannot be written to costs a second a run, nothing else
        return Path(tempfile.mkdtemp(prefix="township-jieba-"))
    return CACHE


@cache
def _idf() -> tuple[dict[str, float], float]:
    """Jieba's inverse document frequencies and their median, without the half second that jieba.analyse takes."""
    cells = files("jieba").joinpath("analyse/idf.txt").read_text(encoding="utf-8").split()
    idf = dict(zip(cells[::2], map(float, cells[1::2]), strict=True))
    return idf, sorted(idf.values())[len(idf) // 2]
