"""Writes figures/common_words.csv: the words that work reports have in common, by which names are told.

A name has a part that is no such word (柳河 in 柳河变电站). Counted are jieba's dictionary words in the reports of
TOWNSHIP_REAL_REPORTS (corpus/*.jsonl, reports/*.txt) and of tests/gold/tune: what stands in several of them is no name.

    TOWNSHIP_REAL_REPORTS=... python scripts/common_words.py
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jieba
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "township_analysis" / "figures" / "common_words.csv"
LONGEST = 4  # characters; longer ones are made of these
LEAST = 2  # texts that a word stands in
LEAST_NAME = 3  # texts, for what jieba's dictionary takes for a name
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NAMES = ("nr", "ns", "nt", "nz")
_VERBS = ("v", "vn", "vd", "d", "ad", "c", "p")


def texts(real: Path) -> Iterator[str]:
    """The reports at hand, one string each."""
    for lines in sorted(real.glob("corpus/*.jsonl")):
        for line in lines.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    for path in [*sorted(real.glob("reports/*.txt")), *sorted((ROOT / "tests" / "gold" / "tune").rglob("*.txt"))]:
        yield path.read_text(encoding="utf-8", errors="ignore")


def tags() -> dict[str, str]:
    """The parts of speech in jieba's dictionary."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: tag for word, _, tag in (line.split() for line in lines)}


def is_made_of(word: str, known: dict[str, str]) -> bool:
    """True for a word of two others, which need not stand beside them."""
    return any(word[:at] in known and word[at:] in known for at in range(2, len(word) - 1))


def common_words(real: Path) -> pd.DataFrame:
    """Two columns: class (``verb`` for what a clause's predicate begins with, else ``word``) and cue."""
    known, counts = tags(), Counter[str]()
    for text in texts(real):
        counts.update({word for word in jieba.lcut(text, HMM=False) if _HAN.fullmatch(word)})
    least = {word: LEAST_NAME if known.get(word, "").startswith(_NAMES) else LEAST for word in counts}
    words = {word: known.get(word, "") for word, count in counts.items() if count >= least[word]}
    rows = [("verb" if tag in _VERBS else "word", word) for word, tag in words.items() if not is_made_of(word, words)]
    return pd.DataFrame(sorted(rows), columns=["class", "cue"])


def main() -> None:
    """Write the table."""
    table = common_words(Path(os.environ["TOWNSHIP_REAL_REPORTS"]))
    table.to_csv(TARGET, index=False, lineterminator="\n", encoding="utf-8")
    print(f"{len(table)} words in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
