"""Files that are no reports: each is refused in time, with its cause and its remedy in both languages."""

import time
from pathlib import Path

import pytest
from bad_files import BAD, write_bad_files

from township_analysis.errors import ReadingError
from township_analysis.reading import Rejected, explanation, read_document, read_safely
from township_analysis.reading.office import libre_office
from township_analysis.reading.rejects import rules as all_rules


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    written = write_bad_files(tmp_path_factory.mktemp("bad"))
    return {path.name: (path, rule) for path, rule in written.items()}


def test_there_are_fifty_and_as_many_contents(bad: dict[str, tuple[Path, str]]) -> None:
    assert len(bad) >= 50
    contents = [make() for name, (_, make) in BAD.items() if name not in ("nothing.docx", "picture.png", "report.wps")]
    assert len(set(contents)) == len(contents)


@pytest.mark.parametrize("name", [*BAD, "zeros-10-gb.txt"])
def test_refused_with_its_rule(bad: dict[str, tuple[Path, str]], name: str) -> None:
    path, rule = bad[name]
    rules = {rule}
    if rule in ("unsupported-doc", "unsupported-rtf") and libre_office():
        rules = {"office-failed", "no-chinese", "blank"}  # it tries, and makes nothing of it
    start = time.monotonic()
    with pytest.raises(ReadingError) as caught:
        read_safely(path)
    assert caught.value.rule in rules
    assert str(path) in caught.value.what and caught.value.remedy
    assert time.monotonic() - start < (60 if len(rules) > 1 else 15)
    with pytest.raises(ReadingError) as alone:
        read_document(path)
    assert alone.value.rule in rules


@pytest.mark.parametrize("rule", all_rules())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_is_explained(rule: str, language: str) -> None:
    details = {name: "7" for name in ("size", "limit", "pages", "seconds", "detail")}
    for text in explanation(rule, details, language):  # type: ignore[arg-type]
        assert text and "{" not in text
        assert any("一" <= c <= "鿿" for c in text) == (language == "zh") or text.startswith(".")


def test_a_reject_names_file_cause_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    with pytest.raises(Rejected, match=r"空\.txt: the file is empty\. Expected: .+ What to do: .+"):
        read_document(path)


@pytest.mark.parametrize(("name", "rule"), [("nowhere.txt", "missing"), (".", "not-a-file"), ("a\0b", "missing")])
def test_no_file(tmp_path: Path, name: str, rule: str) -> None:
    with pytest.raises(Rejected) as caught:
        read_document(tmp_path / name)
    assert caught.value.rule == rule
