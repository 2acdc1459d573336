"""Fit the weights of figures/confidence.csv on annotated reports: a logistic regression of "the whole row is right".

    python scripts/fit_confidence.py tests/gold/tune [MORE_GOLD ...] [--check tests/gold/hold] [--texts DIR]

Prints how well the scores rank right rows over wrong ones (AUROC), and which share of the wrong rows lies in the lowest
fifth: on the folders fitted with an eighth of the reports left out at a time, and on those of --check, which take no
part in the fit.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from township_analysis.evaluation import Case, find_cases, score
from township_analysis.evaluation.run import found_in
from township_analysis.figures.confidence import features_of
from township_analysis.figures.extract import find_figures

TARGET = Path(__file__).parents[1] / "township_analysis" / "figures" / "confidence.csv"
RIDGE = 10.0
USUAL = 15  # a sign that fewer annotated figures have tells nothing of other reports
STEPS, CLOSE = 30, 1e-4
PARTS = 8  # of the reports, each left out once
#: Annotated rows the engine was tuned on are righter than rows of reports that nobody has read: the intercept is
#: lowered by as much as the share of right rows falls on reports held out (docs/accuracy.md).
UNSEEN = -1.2

Sample = tuple[list[str], bool]


def samples(case: Case) -> list[Sample]:
    """The features of each core figure that was found, and whether its row is right."""
    figures = {figure.mention.start: figure for figure, _ in find_figures(case.report)}
    rows = found_in(case)
    numbered = [{**row, "confidence": number} for number, row in enumerate(rows)]
    judged = score(case.annotated, numbered).confidences
    return [(features_of(figures[rows[int(number or 0)]["start"]]), right) for number, right in judged]


def annotated(folder: Path, texts: Path | None) -> Iterator[Case]:
    """The cases of a folder; stretches of longer documents (index.json) have their texts elsewhere."""
    return find_cases(folder, texts if (folder / "index.json").is_file() else None)


def fit(data: list[Sample]) -> dict[str, float]:
    """Weights of the usual signs by Newton's method with a ridge on all but the intercept."""
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


def rating(weights: dict[str, float], found: list[str]) -> float:
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


def main() -> None:
    """Read the arguments, fit, print the measures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--check", nargs="*", type=Path, default=[])
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    cases = [samples(case) for folder in given.gold for case in annotated(folder, given.texts)]
    left_out = []
    for part in range(PARTS):
        weights = fit([sample for number, case in enumerate(cases) if number % PARTS != part for sample in case])
        left_out += [(rating(weights, found), right) for case in cases[part::PARTS] for found, right in case]
    report(f"a {PARTS}th of the reports left out at a time", left_out)
    weights = fit([sample for case in cases for sample in case])
    for folder in given.check:
        held = [sample for case in annotated(folder, given.texts) for sample in samples(case)]
        report(str(folder), [(rating(weights, found), right) for found, right in held])
    weights["intercept"] += UNSEEN
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows((name, f"{weight:.3f}") for name, weight in weights.items())


if __name__ == "__main__":
    main()
