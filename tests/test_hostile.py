"""What a report holds comes out as text: in every table, CSV and terminal line. Pages: browser/test_hostile_pages.py."""

import contextlib
import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import ACTIVE, NAMES, raw_hostile, text_of
from town import ROOT, township

import township_analysis as ta
from township_analysis.fields import TABLES
from township_analysis.store.model import Corpus, records

FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?[\d.,]+%?")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from township_analysis.corpus import build

    folder = tmp_path_factory.mktemp("hostile")
    build(raw_hostile(folder / "data" / "raw"), folder / "data" / "processed")
    return folder


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return ta.load(folder / "data" / "processed")


def test_all_are_read_and_their_text_is_the_authors(corpus: Corpus) -> None:
    assert len(corpus.reports) == len(NAMES) and len(corpus.figures) > 40 and len(corpus.rejects) == 0
    texts = {row["format"]: corpus.text(row["report_id"]) for row in records(corpus.reports)}
    assert texts["txt"] == text_of(2019)
    for text in texts.values():
        assert all(
            part in text
            for part in ("<script>document.title='evil';alert(1)</script>", "=cmd|' /C calc'!A0", "\u202e", "\u200b")
        )
    for row in [*records(corpus.figures), *records(corpus.skipped)]:
        assert corpus.text(row["report_id"])[row["start"] : row["end"]] == row["surface"]


def test_figures_stand_among_them(corpus: Corpus) -> None:
    for _, figures in corpus.figures.groupby("report_id"):
        said = dict(zip(figures["surface"], figures["value"], strict=True))
        assert (said["4200户"], said["1.2万亩"], said["7400万元"]) == (4200, 12_000, 74_000_000)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_csv_acts(folder: Path, table: str) -> None:
    with (folder / "data" / "processed" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 1 or table in ("rejects", "findings")
    for cell in (cell for row in rows for cell in row):
        assert not FORMULA.match(cell) or NUMBER.fullmatch(cell), cell
        assert not set(cell) & set(ACTIVE), cell


@pytest.mark.parametrize(
    "command",
    [
        "build",
        "extract",
        "extract --format csv",
        "extract --format table",
        "show",
        "show --json",
        "show --skipped",
        "doctor",
    ],
)
def test_no_line_on_a_terminal_acts(folder: Path, corpus: Corpus, command: str) -> None:
    raw, arguments = folder / "data" / "raw", command.split()
    if arguments[0] == "extract":
        arguments.insert(1, str(raw / NAMES[0]))
    elif arguments[0] == "show":
        arguments.insert(1, corpus.reports["report_id"].iloc[0])
    (raw / "\x1b[31m\u202e空.txt").write_bytes(b"")  # a reject is named as well
    done = township(*arguments, cwd=folder)
    assert done.returncode in (0, 1) and len(done.stdout) > 100, done.stderr
    assert not set(done.stdout + done.stderr) & set(ACTIVE)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_the_text_itself_acts_on_no_terminal(folder: Path) -> None:
    """For a program it is the text as it is, for a terminal what acts is shown."""
    import pty

    file = folder / "data" / "raw" / NAMES[0]
    assert township("text", file, cwd=folder).stdout == text_of(2019)
    code = "import sys; sys.argv = ['township', 'text', sys.argv[1]]; from township_analysis.cli import main; main()"
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)],
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux reports the end of the other side as an error
            while part := os.read(ours, 65_536):
                shown += part
    os.close(ours)
    text = shown.decode()
    assert "␛[31m" in text and "⟨U+202E⟩" in text and not set(text) & set(ACTIVE)
