"""How fast reports become figures, beside jieba.lcut on the same texts; and whether it stays linear.

    TOWNSHIP_REAL_REPORTS=... python benchmarks/extract.py [--every 4] [--rounds 7] [--skip-linear]

Both read every text of corpus/*.jsonl in turn, in process time, alternating; the least of the rounds counts. Ends with
1 where the ratio is below the floor, or where a long text costs more than the reports do: more a character and, where
its figures stand closer than in any report, more a figure.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from township_analysis import pipeline

FLOOR = 0.5  # of jieba.lcut's speed
GOAL = 1.0
LENGTHS = (50_000, 500_000, 5_000_000)  # one after the other, so that what is not linear ends soon
CLAUSE = "全镇新建水渠3.5公里，改造危房120户，粮食产量达到9500吨，增长6.5%，"
LONG_TEXTS = {
    "no full stop": CLAUSE,
    "digits only": "7",
    "Chinese numerals": "七",
    "dates": "2019年120户",
    "lists": "12户、",
}


def corpus(every: int) -> list[str]:
    """Every n-th text of the corpus."""
    folder = os.environ.get("TOWNSHIP_REAL_REPORTS")
    if not folder:
        sys.exit("TOWNSHIP_REAL_REPORTS is not set: the folder with corpus/*.jsonl")
    files = sorted((Path(folder) / "corpus").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [json.loads(line)["text"] for line in lines][::every]


def seconds(run: Callable[[], object]) -> float:
    """Process time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def extract(texts: list[str]) -> int:
    """Reading and figures, as an analyst asks for them; the number of figures."""
    return sum(len(pipeline.read_text(text).figures()) for text in texts)


def compare(texts: list[str], rounds: int) -> tuple[float, float]:
    """Characters a second of the engine and of jieba.lcut."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.lcut("预热")
    extract(texts[:1])
    runs = [
        (seconds(lambda: extract(texts)), seconds(lambda: [jieba.lcut(text) for text in texts])) for _ in range(rounds)
    ]
    characters = sum(map(len, texts))
    return characters / min(ours for ours, _ in runs), characters / min(theirs for _, theirs in runs)


def _note(found: list[int], text: str) -> None:
    found.append(extract([text]))


def linear(name: str, piece: str, characters: float, figures: float) -> bool:
    """Whether a text without an end is read as fast as reports are, a character or a figure, however long."""
    for length in LENGTHS:
        text = piece * (length // len(piece))
        found: list[int] = []
        took = seconds(partial(_note, found, text))
        print(
            f"{name:24}{len(text) / took:12,.0f} characters and {found[0] / took:8,.0f} figures a second, "
            f"{len(text):,} characters",
            flush=True,
        )
        if len(text) / took < characters and found[0] / took < figures:
            return False
    return True


def main() -> int:
    """Print the table; 1 where a floor is not reached."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--every", type=int, default=1, help="take every n-th text only")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--skip-linear", action="store_true")
    chosen = options.parse_args()
    texts = corpus(chosen.every)
    ours, theirs = compare(texts, chosen.rounds)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, least of {chosen.rounds}")
    print(f"{'reading and figures':24}{ours:12,.0f} characters a second")
    print(f"{'jieba.lcut':24}{theirs:12,.0f} characters a second")
    print(f"{'ratio':24}{ours / theirs:12.2f} (floor {FLOOR}, goal {GOAL})")
    failed = ours / theirs < FLOOR
    figures = ours * extract(texts) / sum(map(len, texts))
    for name, piece in {} if chosen.skip_linear else LONG_TEXTS.items():
        failed |= not linear(name, piece, ours, figures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
