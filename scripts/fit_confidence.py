"""Fit figures/belonging.csv and figures/confidence.csv on annotated reports: two logistic regressions.

    python scripts/fit_confidence.py tests/gold/tune [MORE_GOLD ...] [--check tests/gold/hold] [--texts DIR]

The first says which characters beside a figure belong to its name, the second whether the whole row is right; it is
given what the first says of reports that the first was not fitted on.

Prints how well the scores rank right rows over wrong ones (AUROC), and which share of the wrong rows lies in the lowest
fifth: on the folders fitted with an eighth of the reports left out at a time, and on those of --check, which take no
part in either fit.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from township_analysis.evaluation import Case, find_cases, score
from township_analysis.evaluation.run import found_in
from township_analysis.figures.belonging import agreement, signs_of, taken_from, window
from township_analysis.figures.confidence import features_of
from township_analysis.figures.extract import find_figures
from township_analysis.figures.model import Figure
from township_analysis.figures.tight import tightened

TABLES = Path(__file__).parents[1] / "township_analysis" / "figures"
RIDGE = 10.0
USUAL = 15  # a sign that fewer annotated figures (or characters) have tells nothing of other reports
STEPS, CLOSE = 30, 1e-4
PARTS = 8  # of the reports, each left out once
#: Annotated rows the engine was tuned on are righter than rows of reports that nobody has read: the intercept is
#: lowered by as much as the share of right rows falls on reports held out (docs/accuracy.md).
UNSEEN = -0.45
#: Of the first regression: rounds over all characters, characters at a time, step, and the least weight that is kept.
ROUNDS, BATCH, RATE, LEAST = 8, 2000, 0.3, 0.3

Weights = dict[str, float]
Sample = tuple[list[str], bool]


@dataclass
class Named:
    """A core figure that was found: the signs of the characters of its window, which of them its name has, its row."""

    figure: Figure
    signs: list[tuple[str, ...]]
    wanted: list[bool]
    right: bool

    def opinion(self, weights: Weights) -> list[str]:
        """What weights of the first regression say of its name."""
        scores = np.array([weights[""] + sum(weights.get(sign, 0.0) for sign in signs) for signs in self.signs])
        return agreement(self.figure.name, window(self.figure), list(1 / (1 + np.exp(-scores))))

    def sample(self, weights: Weights) -> Sample:
        """What the second regression learns of it."""
        return features_of(self.figure, self.opinion(weights)), self.right


def named_in(case: Case) -> list[Named]:
    """The core figures of a case that were found, with the annotator's name and whether the row is right."""
    place = tightened(case.report)[1]
    figures = {place(figure.mention.start): figure for figure, _ in find_figures(case.report)}
    rows = found_in(case)
    wanted = {row["start"]: row["indicator"] for row in case.annotated}
    judged = score(case.annotated, [{**row, "confidence": number} for number, row in enumerate(rows)]).confidences
    found = ((rows[int(number or 0)], right) for number, right in judged)
    return [
        _named(figures[row["start"]], _overlapping(row["start"], row["end"], wanted), right) for row, right in found
    ]


def _overlapping(start: int, end: int, wanted: dict[int, str]) -> str:
    """The annotator's name of a figure that may begin elsewhere than theirs."""
    return next((name for at, name in wanted.items() if start <= at < end), "") or next(
        (name for at, name in wanted.items() if 0 <= start - at < end - start), ""
    )


def _named(figure: Figure, name: str, right: bool) -> Named:
    beside = window(figure)
    return Named(figure, signs_of(*beside, figure.unit_kind), taken_from(*beside, name), right)


def annotated(folder: Path, texts: Path | None) -> Iterator[Case]:
    """The cases of a folder; stretches of longer documents (index.json) have their texts elsewhere."""
    return find_cases(folder, texts if (folder / "index.json").is_file() else None)


def fit_characters(figures: list[Named]) -> Weights:
    """Weights of the signs of characters, the intercept under "", by adaptive steps over batches."""
    counts = Counter(sign for named in figures for signs in named.signs for sign in signs)
    names = sorted(name for name, count in counts.items() if count >= USUAL and name.isprintable())
    index = {name: column for column, name in enumerate(names, 1)}
    signs = np.array([[index.get(sign, 0) for sign in signs] for named in figures for signs in named.signs])
    wanted = np.array([wanted for named in figures for wanted in named.wanted], dtype=float)
    weights, squares, intercept = np.zeros(len(names) + 1), np.full(len(names) + 1, 1e-6), -1.0
    chance = np.random.default_rng(0)
    for _ in range(ROUNDS):
        order = chance.permutation(len(wanted))
        for first in range(0, len(wanted), BATCH):
            batch = order[first : first + BATCH]
            wrong = 1 / (1 + np.exp(-weights[signs[batch]].sum(axis=1) - intercept)) - wanted[batch]
            slope = np.zeros_like(weights)
            np.add.at(slope, signs[batch], wrong[:, None])
            slope[0] = 0
            slope *= 10 / BATCH
            squares += slope**2
            weights -= RATE * slope / np.sqrt(squares)
            intercept -= 0.05 * wrong.mean()
    kept = {name: round(weights[column], 1) for name, column in index.items() if abs(weights[column]) >= LEAST}
    return {"": round(intercept, 1), **kept}


def fit_rows(data: list[Sample]) -> Weights:
    """Weights of the usual signs of rows by Newton's method with a ridge on all but the intercept."""
    counts = Counter(name for found, _ in data for name in found)
    names = sorted(name for name, count in counts.items() if count >= USUAL and name.isprintable())
    index = {name: column + 1 for column, name in enumerate(names)}
    matrix = np.zeros((len(data), len(names) + 1))
    matrix[:, 0] = 1
    for line, (found, _) in enumerate(data):
        matrix[line, [index[name] for name in found if name in index]] = 1
    right = np.array([good for _, good in data], dtype=float)
    penalty = np.diag([0.0] + [RIDGE] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - chance) - penalty @ weights
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + penalty + 1e-9 * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return {"intercept": weights[0], **{name: weights[column] for name, column in index.items()}}


def rating(weights: Weights, found: list[str]) -> float:
    """The score of one figure before the logistic function."""
    return weights["intercept"] + sum(weights.get(name, 0.0) for name in found)


def report(label: str, judged: list[tuple[float, bool]]) -> None:
    """Print AUROC and the share of wrong rows in the lowest fifth."""
    ranked = sorted(judged)
    good = [value for value, right in judged if right]
    bad = [value for value, right in judged if not right]
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    lowest = ranked[: len(ranked) // 5]
    caught = sum(not right for _, right in lowest) / max(1, len(bad))
    auroc = wins / max(1, len(good) * len(bad))
    print(f"{label}: {len(judged)} rows, {len(bad)} wrong, AUROC {auroc:.3f}, in the lowest fifth {caught:.2f} of them")


def left_out(cases: list[list[Named]]) -> list[list[Sample]]:
    """What the second regression learns of each case, the first being fitted without that case's part."""
    out: list[list[Sample]] = [[] for _ in cases]
    for part in range(PARTS):
        others = [named for number, case in enumerate(cases) if number % PARTS != part for named in case]
        weights = fit_characters(others)
        for number in range(part, len(cases), PARTS):
            out[number] = [named.sample(weights) for named in cases[number]]
    return out


def write(table: str, column: str, weights: Weights, digits: int) -> None:
    """Write the weights as a table of the package."""
    with (TABLES / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column, "weight"])
        writer.writerows((name, f"{weight:.{digits}f}") for name, weight in weights.items())


def main() -> None:
    """Read the arguments, fit, print the measures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--check", nargs="*", type=Path, default=[])
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    cases = [named_in(case) for folder in given.gold for case in annotated(folder, given.texts)]
    samples = left_out(cases)
    judged = []
    for part in range(PARTS):
        rows = fit_rows([sample for number, case in enumerate(samples) if number % PARTS != part for sample in case])
        judged += [(rating(rows, found), right) for case in samples[part::PARTS] for found, right in case]
    report(f"a {PARTS}th of the reports left out at a time", judged)
    characters = fit_characters([named for case in cases for named in case])
    rows = fit_rows([sample for case in samples for sample in case])
    for folder in given.check:
        held = [named.sample(characters) for case in annotated(folder, given.texts) for named in named_in(case)]
        report(str(folder), [(rating(rows, found), right) for found, right in held])
    write("belonging", "sign", characters, 1)
    write("confidence", "feature", {**rows, "intercept": rows["intercept"] + UNSEEN}, 3)


if __name__ == "__main__":
    main()
