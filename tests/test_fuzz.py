"""A short run of the fuzzer, and that it would see a failure."""

from pathlib import Path

import fuzz

from township_analysis.reading import Document, read_document

TEXT = "竹林镇2019年工作总结\n一、农业生产\n全镇完成粮食播种面积1.2万亩，增长8.5%。\n"


def sample(folder: Path) -> list[Path]:
    path = folder / "sample.txt"
    path.write_text(TEXT, encoding="utf-8")
    return [path]


def test_no_exception_but_our_own(tmp_path: Path) -> None:
    outcomes, failures = fuzz.run(7, 0, 250, sample(tmp_path), read_document)
    assert failures == 0
    assert sum(outcomes.values()) == 250
    assert {"read as txt", "read as html", "read as docx", "read as pdf"} <= set(outcomes)


def test_a_failure_is_counted(tmp_path: Path) -> None:
    def careless(path: Path) -> Document:
        return Document(text=path.read_bytes().decode("ascii"))

    _, failures = fuzz.run(7, 0, 20, sample(tmp_path), careless)
    assert failures > 0


def test_a_case_follows_from_seed_and_number(tmp_path: Path) -> None:
    files = fuzz.seeds(sample(tmp_path))
    assert fuzz.case(3, 7, files) == fuzz.case(3, 7, files) != fuzz.case(4, 7, files)
